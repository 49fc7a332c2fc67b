import { v7 as uuid } from 'uuid';
import { pendingWith, record } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import { instant } from '../clock.js';
import { LIMITS_OF_USER, type Plan } from '../config/plans.js';
import type { Reach } from '../credentials/reach.js';
import { ClientError } from '../errors.js';
import type { CreateOrganizationErrorCode } from '../generated/resolvers-types.js';
import { creating, LIVE } from '../lifecycle/lifecycle.js';
import type { LiveCollection } from '../lifecycle/live-collection.js';
import { CHECK_INPUT, problemWithSlug } from '../names.js';
import { withSlot } from '../quotas/quota.js';
import { DuplicateKey } from '../storage/collection.js';
import type { Memberships } from './memberships.js';
import { organizationEvent } from './events.js';
import { type Organization, quotaOf } from './organization.js';

/** Why an organization could not be created. The words about slugs are GraphQL Hive's. */
export interface OrganizationProblem {
  readonly code: CreateOrganizationErrorCode;
  readonly message: string;
  /** What is wrong with the slug, when that is at fault. */
  readonly slug: string | null;
}

type Fields = Pick<Organization, 'id' | 'slug' | 'plan' | 'ownerId'>;

/** Creates organizations. */
export class OrganizationCreation {
  constructor(
    readonly collection: LiveCollection<Organization>,
    readonly memberships: Memberships,
    readonly reach: Reach,
    readonly defaultPlan: Plan,
  ) {}

  /** Creates an organization for the signed-in user. The user access token that they use, if any, reaches it as well. */
  async create(caller: Caller, slug: string): Promise<Organization | OrganizationProblem> {
    const { ref, wholeRole } = caller.actor;
    if (!wholeRole)
      throw new ClientError('UNAUTHORISED', 'No access (reason: "Only a user can create an organization")');
    const wrong = problemWithSlug('Organization', slug);
    if (wrong !== null) return { code: 'INVALID_SLUG', message: CHECK_INPUT, slug: wrong };
    if (await this.collection.findOne({ slug })) return TAKEN;
    const fields = { id: uuid(), slug, plan: this.defaultPlan, ownerId: ref.id };
    return this.#store(caller, fields, (write) => withSlot(this.collection, quotaOf(ref.id), write));
  }

  /** Creates an organization for the operator, without a limit on their number. The slug must be well-formed. */
  insert(caller: Caller, fields: Fields): Promise<Organization | OrganizationProblem> {
    return this.#store(caller, fields, (write) => write(fields.id));
  }

  /**
   * Stores an organization and its first Org Admin. Stores the organization first, without a slug, so that the sweeper finds
   * what an interrupted creation leaves; gives it its slug last, with the quota slot that `inSlot` finds.
   */
  async #store(
    caller: Caller,
    fields: Fields,
    inSlot: (write: (slot: string) => Promise<Organization>) => Promise<Organization | 'LIMIT_REACHED'>,
  ): Promise<Organization | OrganizationProblem> {
    const { slug } = fields;
    const created = { action: 'organization.created', change: null } as const;
    let begun: Organization | undefined;
    let problem = LIMIT_REACHED;
    try {
      const stored = await inSlot(async (slot) => {
        begun ??= await this.#begin(caller, fields);
        const event = await organizationEvent(caller, this.reach.clock, fields, created);
        return this.collection.replace(record({ ...begun, ...LIVE, slug, slot }, event));
      });
      if (stored !== 'LIMIT_REACHED') return stored;
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      problem = TAKEN;
    }
    if (begun) await this.#discard(begun);
    return problem;
  }

  async #begin(caller: Caller, fields: Fields): Promise<Organization> {
    const { id: organizationId, slug, ownerId } = fields;
    const draft = creating<Organization>({
      ...fields,
      name: slug,
      slot: organizationId,
      createdAt: instant(this.reach.clock()),
      adminIds: [ownerId],
      ...LIVE,
      ...pendingWith(),
    });
    const begun = await this.collection.insert(draft);
    await this.memberships.createOwner(fields);
    const { credentialId } = caller.actor;
    if (credentialId !== null) await this.reach.add(caller, credentialId, slug, { organizationId, generation: 1 });
    return begun;
  }

  async #discard(begun: Organization): Promise<void> {
    await this.memberships.deleteOwner(begun);
    await this.collection.delete(begun.id);
  }
}

const taken = 'Organization slug is already taken';
const TAKEN: OrganizationProblem = { code: 'SLUG_TAKEN', message: taken, slug: taken };
const LIMIT_REACHED: OrganizationProblem = {
  code: 'LIMIT_REACHED',
  message: `A user creates ${LIMITS_OF_USER.organizations} organizations at most. Delete one first, or ask the operator of this service for more.`,
  slug: null,
};
