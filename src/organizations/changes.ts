import { record } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import { requirePermission } from '../authorization/grants.js';
import type { Clock } from '../clock.js';
import type { OrganizationReferenceInput } from '../generated/resolvers-types.js';
import { changeSlug, end, endedWith } from '../lifecycle/changes.js';
import { ORGANIZATION_NOT_FOUND, type PlaceProblem, slugProblem, slugTaken } from '../lifecycle/problems.js';
import { displayName, ORGANIZATION_NAME_RULE } from '../names.js';
import { update } from '../storage/collection.js';
import type { Sweeper } from './sweeper.js';
import { organizationEvent } from './events.js';
import type { Organization } from './organization.js';
import type { Organizations } from './service.js';

/** Renames and deletes organizations. */
export class OrganizationChanges {
  constructor(
    readonly organizations: Organizations,
    readonly sweeper: Pick<Sweeper, 'wake'>,
    readonly clock: Clock,
  ) {}

  /** Gives an organization another slug. Its id, tokens and keys stay valid. Needs `organization:modifySlug`. */
  async updateSlug(
    caller: Caller,
    reference: OrganizationReferenceInput,
    slug: string,
  ): Promise<Organization | PlaceProblem> {
    const organization = await this.organizations.named(caller, reference);
    if (!organization) return ORGANIZATION_NOT_FOUND;
    requirePermission(caller.actor, 'organization:modifySlug', { organizationId: organization.id });
    const wrong = slugProblem('Organization', slug);
    if (wrong) return wrong;
    const changed = await changeSlug(this.organizations.collection, organization.id, slug, (before) =>
      organizationEvent(caller, this.clock, before, {
        action: 'organization.renamed',
        change: { from: before.slug, to: slug },
      }),
    );
    return changed === 'SLUG_TAKEN' ? slugTaken('Organization') : (changed ?? ORGANIZATION_NOT_FOUND);
  }

  /** Gives an organization another name for people. Needs `organization:modifySlug`. The name that it has changes nothing. */
  async updateName(
    caller: Caller,
    reference: OrganizationReferenceInput,
    text: string,
  ): Promise<Organization | PlaceProblem> {
    const organization = await this.organizations.named(caller, reference);
    if (!organization) return ORGANIZATION_NOT_FOUND;
    requirePermission(caller.actor, 'organization:modifySlug', { organizationId: organization.id });
    const name = displayName(text);
    if (name === undefined) return { code: 'INVALID_NAME', message: ORGANIZATION_NAME_RULE };
    const changed = await update(this.organizations.collection, organization.id, async (now) => {
      if (now.name === name) return now;
      const change = { from: now.name, to: name };
      const renamed = { action: 'organization.nameChanged', change } as const;
      return record({ ...now, name }, await organizationEvent(caller, this.clock, now, renamed));
    });
    return changed ?? ORGANIZATION_NOT_FOUND;
  }

  /**
   * Deletes an organization and all that belongs to it, and returns its id; a repetition by id returns the same. Needs
   * `organization:delete`. Nobody has access to it after this write; the sweeper ends what belongs to it, in the background.
   */
  async remove(caller: Caller, reference: OrganizationReferenceInput): Promise<string | PlaceProblem> {
    const organization = await this.organizations.named(caller, reference);
    if (!organization) return (await this.#deletedId(caller, reference.byId)) ?? ORGANIZATION_NOT_FOUND;
    requirePermission(caller.actor, 'organization:delete', { organizationId: organization.id });
    await end(this.organizations.collection, this.clock, organization.id, (before) =>
      organizationEvent(caller, this.clock, before, { action: 'organization.deleted', change: null }),
    );
    this.sweeper.wake();
    return organization.id;
  }

  /** The id of a deleted organization, if the caller is a user who was its Org Admin when it was deleted. */
  async #deletedId({ actor: { ref, wholeRole } }: Caller, id: string | null | undefined): Promise<string | undefined> {
    const ended = await endedWith(this.organizations.collection, id);
    return wholeRole && ended?.adminIds.includes(ref.id) ? ended.id : undefined;
  }
}
