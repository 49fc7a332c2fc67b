import DataLoader from 'dataloader';
import { validate as isUuid, v7 as uuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import { type Clock, instant } from '../clock.js';
import type { Credentials } from '../credentials/service.js';
import { ClientError } from '../errors.js';
import { event, pendingWith, record } from '../audit/event.js';
import type { OrganizationReferenceInput, CreateOrganizationErrorCode } from '../generated/resolvers-types.js';
import { CHECK_INPUT, problemWithSlug } from '../names.js';
import type { PermissionId } from '../authorization/catalogue.js';
import { type Actor, isGranted, requirePermission } from '../authorization/grants.js';
import { LIMITS_OF_USER, type Plan } from '../config/plans.js';
import { LIVE } from '../lifecycle/lifecycle.js';
import type { LivingCollection } from '../lifecycle/living.js';
import { memoized } from '../memoized.js';
import { withSlot } from '../quotas/quota.js';
import { exactlyOne } from '../graphql/references.js';
import { update, DuplicateKey } from '../storage/collection.js';
import type { Memberships } from './memberships.js';
import { type Organization, quotaOf } from './organization.js';

/** Why an organization could not be created. The words about slugs are GraphQL Hive's. */
export interface OrganizationProblem {
  readonly code: CreateOrganizationErrorCode;
  readonly message: string;
  /** What is wrong with the slug, when that is at fault. */
  readonly slug: string | null;
}

/** Organizations: finding and creating them. */
export class Organizations {
  constructor(
    readonly collection: LivingCollection<Organization>,
    readonly memberships: Memberships,
    readonly credentials: Credentials,
    readonly defaultPlan: Plan,
  ) {}

  get #clock(): Clock {
    return this.credentials.clock;
  }

  /** The organization with this id or slug, if the caller may see it. */
  async find(caller: Caller, idOrSlug: string): Promise<Organization | null> {
    return visible(caller, await this.#read(caller.actor, idOrSlug));
  }

  /** The organization of something that the caller sees. @throws Unauthorised when they may not see this. */
  async get(caller: Caller, id: string): Promise<Organization> {
    requirePermission(caller.actor, 'organization:describe', { organizationId: id });
    const organization = await this.#loads(caller.actor).ids.load(id);
    if (!organization) throw new Error('a project has no organization');
    return organization;
  }

  /**
   * The organization that a reference or an id (or slug) names, exactly one of them, if the caller may see it, or holds
   * the `permission` that is wanted there.
   */
  async named(
    caller: Caller,
    reference: OrganizationReferenceInput | null | undefined,
    id?: string | null,
    permission?: PermissionId,
  ): Promise<Organization | null> {
    const [, given] = exactlyOne({ reference, id: id ?? null });
    if (typeof given === 'string') return visible(caller, await this.#read(caller.actor, given), permission);
    const [by, value] = exactlyOne({ bySelector: given.bySelector, byId: given.byId });
    const { ids, slugs } = this.#loads(caller.actor);
    const found = by === 'byId' ? ids.load(value) : slugs.load(value.organizationSlug);
    return visible(caller, await found, permission);
  }

  /** The organization with this id, or this slug, or both, if the caller may see it. */
  async keyed(
    caller: Caller,
    { id, slug }: { readonly id?: string; readonly slug?: string },
  ): Promise<Organization | null> {
    const { ids, slugs } = this.#loads(caller.actor);
    const found = await (slug === undefined ? ids.load(id ?? '') : slugs.load(slug));
    return id === undefined || found?.id === id ? visible(caller, found) : null;
  }

  /** The organizations that the caller may see. */
  async all(caller: Caller): Promise<Organization[]> {
    const { ids } = this.#loads(caller.actor);
    const reached = await Promise.all(caller.actor.grants.map(({ organizationId }) => ids.load(organizationId)));
    return reached.flatMap((one) => visible(caller, one) ?? []);
  }

  /** The organization with this slug, if the actor has a grant in it. */
  async reached(actor: Actor, slug: string): Promise<Organization | undefined> {
    return this.#loads(actor).slugs.load(slug);
  }

  #read(actor: Actor, idOrSlug: string): Promise<Organization | undefined> {
    const { ids, slugs } = this.#loads(actor);
    return isUuid(idOrSlug) ? ids.load(idOrSlug) : slugs.load(idOrSlug);
  }

  /** Each is read once for an actor, who belongs to one request, or to one write in it. */
  readonly #loads = memoized((actor: Actor) => {
    const reached = actor.grants.map(({ organizationId }) => organizationId);
    // What the actor has no grant in cannot be seen: there is no need to look for it.
    const read = (wanted: readonly string[]) => this.collection.getMany(wanted.filter((id) => reached.includes(id)));
    const ids = new DataLoader<string, Organization | undefined>(async (wanted) => {
      const found = new Map((await read(wanted)).map((one) => [one?.id, one]));
      return wanted.map((id) => found.get(id));
    });
    const slugs = new DataLoader<string, Organization | undefined>(async (wanted) => {
      const found =
        wanted.length < reached.length
          ? await Promise.all(wanted.map((slug) => this.collection.findOne({ slug })))
          : await Promise.all(reached.map((id) => ids.load(id)));
      const bySlug = new Map(found.map((one) => [one?.slug, one]));
      return wanted.map((slug) => bySlug.get(slug));
    });
    return { ids, slugs };
  });

  /** The organization with this id or slug, without a check of who asks. */
  any(idOrSlug: string): Promise<Organization | undefined> {
    return isUuid(idOrSlug) ? this.collection.get(idOrSlug) : this.collection.findOne({ slug: idOrSlug });
  }

  /** Creates an organization for the signed-in user, and lets the token that asks, if they use one, reach it. */
  async create(caller: Caller, slug: string): Promise<Organization | OrganizationProblem> {
    const { ref, credentialId } = caller.actor;
    if (ref.type !== 'USER')
      throw new ClientError('UNAUTHORISED', 'No access (reason: "Only a user can create an organization")');
    const wrong = problemWithSlug('Organization', slug);
    if (wrong !== null) return { code: 'INVALID_SLUG', message: CHECK_INPUT, slug: wrong };
    if (await this.collection.findOne({ slug })) return TAKEN;
    const id = uuid();
    const created = await withSlot(this.collection, quotaOf(ref.id), async (slot) => {
      if (credentialId !== null)
        await this.credentials.addOrganization(caller, credentialId, slug, { organizationId: id, generation: 1 });
      return this.insert(caller, { id, slug, plan: this.defaultPlan, ownerId: ref.id, slot });
    });
    return created === 'LIMIT_REACHED' ? LIMIT_REACHED : created;
  }

  /**
   * Stores a new organization with its first Org Admin, whose membership comes first. The slug must be well-formed. `slot`
   * is the organization's id when the operator creates it, for whom there is no limit.
   */
  async insert(
    caller: Caller,
    fields: Pick<Organization, 'id' | 'slug' | 'plan' | 'ownerId' | 'slot'>,
  ): Promise<Organization | OrganizationProblem> {
    const createdAt = instant(this.#clock());
    const subject = { kind: 'ORGANIZATION', id: fields.id, title: fields.slug };
    const created = event(caller, this.#clock, {
      organizationIds: [fields.id],
      action: 'organization.created',
      subject,
    });
    const draft = { ...fields, createdAt, ...LIVE, adminIds: [fields.ownerId], ...pendingWith(created) };
    try {
      await this.memberships.createOwner(fields);
      return await this.collection.insert(draft);
    } catch (error) {
      if (!(error instanceof DuplicateKey) || !error.fields.includes('slug')) throw error;
      await this.memberships.deleteOwner(fields);
      return TAKEN;
    }
  }

  /** Sets the plan, for the operator alone. Undefined when there is no such organization. */
  async setPlan(caller: Caller, idOrSlug: string, plan: Plan): Promise<Organization | undefined> {
    const organization = await this.any(idOrSlug);
    if (!organization) return undefined;
    return update(this.collection, organization.id, (now) => {
      if (now.plan === plan) return now;
      const subject = { kind: 'ORGANIZATION', id: now.id, title: now.slug };
      const told = { organizationIds: [now.id], action: 'organization.planChanged', subject, detail: plan } as const;
      return record({ ...now, plan }, event(caller, this.#clock, told));
    });
  }
}

const taken = 'Organization slug is already taken';
const TAKEN: OrganizationProblem = { code: 'SLUG_TAKEN', message: taken, slug: taken };
const LIMIT_REACHED: OrganizationProblem = {
  code: 'LIMIT_REACHED',
  message: `A user creates ${LIMITS_OF_USER.organizations} organizations at most. Ask the operator of this service for more.`,
  slug: null,
};

function visible(
  { actor }: Caller,
  organization: Organization | undefined,
  permission: PermissionId = 'organization:describe',
): Organization | null {
  const may = (one: PermissionId) => !!organization && isGranted(actor, one, { organizationId: organization.id });
  return organization && (may('organization:describe') || may(permission)) ? organization : null;
}
