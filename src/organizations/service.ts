import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import type { Clock } from '../clock.js';
import { record } from '../audit/event.js';
import type { OrganizationReferenceInput } from '../generated/resolvers-types.js';
import type { PermissionId } from '../authorization/catalogue.js';
import { type Actor, isGranted, requirePermission } from '../authorization/grants.js';
import type { Plan } from '../config/plans.js';
import type { LiveCollection } from '../lifecycle/live-collection.js';
import { memoized } from '../memoized.js';
import { exactlyOne } from '../graphql/references.js';
import { update } from '../storage/collection.js';
import { organizationEvent } from './events.js';
import type { Organization } from './organization.js';

/** Finds organizations. */
export class Organizations {
  constructor(
    readonly collection: LiveCollection<Organization>,
    readonly clock: Clock,
  ) {}

  /** The organization with this id or slug, if the caller may see it. */
  async find(caller: Caller, idOrSlug: string): Promise<Organization | null> {
    return visible(caller, await this.#read(caller.actor, idOrSlug));
  }

  /** The organization with this id, which must exist. @throws Unauthorised when the caller may not see it. */
  async get(caller: Caller, id: string): Promise<Organization> {
    requirePermission(caller.actor, 'organization:describe', { organizationId: id });
    const organization = await this.#loads(caller.actor).ids.load(id);
    if (!organization) throw new Error('a project has no organization');
    return organization;
  }

  /**
   * The organization that either `reference` or `id` (an id or a slug) names, if the caller may see it or holds
   * `permission` there. @throws BadInput unless exactly one of the two is given.
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

  /** The organization with this id, this slug or both, if the caller may see it. */
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

  /** Loaders that read each organization once for an actor. An actor lives as long as one request, or one write in it. */
  readonly #loads = memoized((actor: Actor) => {
    const reached = actor.grants.map(({ organizationId }) => organizationId);
    // An actor cannot see an organization that they have no grant in, so it is not read.
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

  /** The organization with this id or slug, without any permission check. */
  any(idOrSlug: string): Promise<Organization | undefined> {
    return isUuid(idOrSlug) ? this.collection.get(idOrSlug) : this.collection.findOne({ slug: idOrSlug });
  }

  /** Sets the plan, for the operator, without any permission check. Undefined when there is no such organization. */
  async setPlan(caller: Caller, idOrSlug: string, plan: Plan): Promise<Organization | undefined> {
    const organization = await this.any(idOrSlug);
    if (!organization) return undefined;
    return update(this.collection, organization.id, async (now) => {
      if (now.plan === plan) return now;
      const changed = { action: 'organization.planChanged', change: { from: now.plan, to: plan } } as const;
      return record({ ...now, plan }, await organizationEvent(caller, this.clock, now, changed));
    });
  }
}

function visible(
  { actor }: Caller,
  organization: Organization | undefined,
  permission: PermissionId = 'organization:describe',
): Organization | null {
  const may = (one: PermissionId) => !!organization && isGranted(actor, one, { organizationId: organization.id });
  return organization && (may('organization:describe') || may(permission)) ? organization : null;
}
