import { textsOf } from '../access-tokens/input.js';
import { changeProblem, type ChangeProblem } from '../access-tokens/problems.js';
import type { Caller } from '../authorization/caller.js';
import { isGranted, requirePermission } from '../authorization/grants.js';
import type { Credential } from '../credentials/credential.js';
import { ifManagedBy } from '../credentials/management.js';
import { type Reach, reachOf } from '../credentials/reach.js';
import type { Credentials } from '../credentials/service.js';
import type { OrganizationReferenceInput } from '../generated/resolvers-types.js';
import type { Memberships } from '../organizations/memberships.js';
import type { Organizations } from '../organizations/service.js';
import { Refused } from '../storage/collection.js';
import { holdsScopes, membershipIn } from './owner.js';
import { scopeBeyondRole } from './problems.js';

/**
 * Changes of a user access token by its owner, who must sign in with a credential that has all permissions of their roles.
 * {@link AccessTokens} has the changes that all kinds of access token share.
 */
export class UserAccessTokenChanges {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly memberships: Memberships,
    readonly reach: Reach,
  ) {}

  /** Gives a token another title. */
  async rename(caller: Caller, id: string, text: string): Promise<Credential | ChangeProblem> {
    const token = await this.#own(caller, id);
    if (!token) return changeProblem('NOT_FOUND');
    const texts = textsOf(text, null);
    if ('code' in texts) return changeProblem('INVALID_TITLE');
    return (await this.credentials.rename(caller, id, texts.title)) ?? changeProblem('NOT_FOUND');
  }

  /** Adds an organization of its owner to a token. The owner's role there must give all scopes of the token. */
  async addOrganization(
    caller: Caller,
    id: string,
    reference: OrganizationReferenceInput,
  ): Promise<Credential | ChangeProblem> {
    const token = await this.#own(caller, id);
    if (!token) return changeProblem('NOT_FOUND');
    const found = await membershipIn(this, caller, reference);
    if (!found) return changeProblem('ORGANIZATION_NOT_FOUND');
    const { organization, membership } = found;
    if (!holdsScopes(caller, organization.id, token)) return scopeBeyondRole();
    const added = await this.reach.add(caller, id, organization.slug, membership);
    return added instanceof Refused ? changeProblem(added.problem) : (added ?? changeProblem('NOT_FOUND'));
  }

  /**
   * Removes an organization from a token: as its owner, who may name by id also one that they see no more, or as somebody
   * with `accessAudit:modify` in the organization, who may `block` it, so that the owner cannot add it again.
   * @throws Unauthorised without this permission.
   */
  async removeOrganization(
    caller: Caller,
    id: string,
    reference: OrganizationReferenceInput,
    block: boolean,
  ): Promise<Credential | ChangeProblem> {
    const seen = await this.organizations.named(caller, reference);
    const own = await this.#own(caller, id);
    const token = own ?? (seen && (await this.#audited(caller, id, seen.id)));
    if (!token) return changeProblem('NOT_FOUND');
    const named = token.organizationIds.find((one) => one === reference.byId);
    const organization = seen ?? (named === undefined ? undefined : await this.organizations.any(named));
    if (!organization) return changeProblem('ORGANIZATION_NOT_FOUND');
    if (!own || block) requirePermission(caller.actor, 'accessAudit:modify', { organizationId: organization.id });
    return (await this.reach.remove(caller, id, organization, block)) ?? changeProblem('NOT_FOUND');
  }

  /** A listed user access token that the caller sees among those that reach an organization. */
  async #audited({ actor }: Caller, id: string, organizationId: string): Promise<Credential | undefined> {
    if (!isGranted(actor, 'accessAudit:describe', { organizationId })) return undefined;
    const found = await this.credentials.get(id);
    if (found?.kind !== 'USER_ACCESS_TOKEN' || !found.listed) return undefined;
    const reaches = (await reachOf(found, this.memberships)).has(organizationId);
    return reaches ? found : undefined;
  }

  /** A listed user access token of the caller; undefined for one of another user, as for an unknown id. */
  async #own({ actor }: Caller, id: string): Promise<Credential | undefined> {
    return ifManagedBy(actor, 'USER_ACCESS_TOKEN', await this.credentials.get(id)) ?? undefined;
  }
}
