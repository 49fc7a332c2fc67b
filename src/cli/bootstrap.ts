/** What the operator does at the command line: creates organizations and users' tokens, and sets plans. */
import type { DurationLike } from 'luxon';
import { v7 as uuid } from 'uuid';
import { type Caller, operator } from '../authorization/caller.js';
import type { Issued } from '../credentials/issuance.js';
import type { LifecycleState } from '../lifecycle/lifecycle.js';
import { BadInput } from '../errors.js';
import { emailAddress, problemWithSlug } from '../names.js';
import type { Organization } from '../organizations/organization.js';
import type { Plan } from '../config/plans.js';
import type { Secret } from '../secrets/secret.js';
import type { Services } from '../services.js';
import type { Project } from '../targets/project.js';

export interface Bootstrapped {
  readonly organization: Organization;
  readonly project: Project;
  readonly secret: Secret;
}

const FIRST_PROJECT = 'my-project';

/** Whether the store has never held an organization, apart from interrupted creations. */
export async function isEmpty({ collections }: Services): Promise<boolean> {
  for (const state of ['LIVE', 'ENDING', 'ENDED'] satisfies LifecycleState[])
    if ((await collections.organizations.count({ state }, 1)) > 0) return false;
  return true;
}

/**
 * Creates an organization, its owner (an Org Admin) with a user access token, and a project with its targets.
 * The organization is stored last, so that the store still counts as empty if this is interrupted.
 * @throws BadInput for a bad slug or address, or a slug that is taken.
 */
export async function bootstrap(
  services: Services,
  { slug, owner, plan }: { readonly slug: string; readonly owner: string; readonly plan: Plan },
): Promise<Bootstrapped> {
  const { users, organizations, organizationCreation, projectChanges, userAccessTokens } = services;
  const caller: Caller = operator();
  const wrong = problemWithSlug('Organization', slug);
  if (wrong !== null) throw new BadInput(wrong);
  const email = addressOf(owner);
  if (await organizations.any(slug)) throw new BadInput('Organization slug is already taken');
  const user = await users.findOrCreate(email);
  const id = uuid();
  const created = await projectChanges.insert(caller, { id, plan }, { slug: FIRST_PROJECT, type: 'FEDERATION' });
  if ('code' in created) throw new Error(created.message);
  const { secret } = await userAccessTokens.issue(caller, user, [{ organizationId: id, generation: 1 }], 'Owner');
  const organization = await organizationCreation.insert(caller, { id, slug, plan, ownerId: user.id });
  if ('code' in organization) throw new BadInput(organization.message);
  return { organization, project: created.project, secret };
}

/**
 * Issues a user access token for every organization that a user belongs to. It ends after `life`; never with null.
 * @throws BadInput when they belong to none.
 */
export async function issueFor(
  { users, userAccessTokens }: Services,
  email: string,
  life: DurationLike | null = null,
): Promise<Issued> {
  const user = await users.find(addressOf(email));
  const issued = user && (await userAccessTokens.issueForAll(operator(), user, 'Issued by the operator', life));
  if (!issued) throw new BadInput('No organization has a member with this e-mail address.');
  return issued;
}

/** The secret of a new user access token without an end, as {@link issueFor} gives it. */
export const tokenFor = async (services: Services, email: string): Promise<Secret> =>
  (await issueFor(services, email)).secret;

/** Sets an organization's plan. @throws BadInput when there is no such organization. */
export async function setPlan({ organizations }: Services, idOrSlug: string, plan: Plan): Promise<Organization> {
  const organization = await organizations.setPlan(operator(), idOrSlug, plan);
  if (!organization) throw new BadInput('No organization has this id or slug.');
  return organization;
}

function addressOf(text: string): string {
  const email = emailAddress(text);
  if (email === undefined) throw new BadInput('This is not an e-mail address. Give one like name@example.com.');
  return email;
}
