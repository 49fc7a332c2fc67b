import type { Caller } from '../authorization/caller.js';
import { addPeriod, instant } from '../clock.js';
import { LONGEST_LIFE_OF_KEY } from '../config/plans.js';
import type { Attempt, IdempotencyKeys } from '../credentials/idempotency.js';
import { isProblem, readNewIpAllowlist } from '../credentials/ip-allowlist.js';
import type { Created } from '../credentials/issuance.js';
import { quotaOfOrganization } from '../credentials/quota.js';
import type { Credentials } from '../credentials/service.js';
import { BadInput } from '../errors.js';
import { displayName, KEY_NAME_RULE } from '../names.js';
import type { Organization } from '../organizations/organization.js';
import { Refused } from '../storage/collection.js';
import { type KeyRotation, readKeyRotation } from './input.js';
import { type Key, notFound, notMoved, notRestricted, notRotated } from './key.js';
import type { SubgraphKeys } from './service.js';

/** Changes of GraphOS' keys after their creation. Each needs `key:modify`. */
export class SubgraphKeyChanges {
  constructor(
    readonly credentials: Credentials,
    readonly keys: SubgraphKeys,
    readonly idempotency: IdempotencyKeys,
  ) {}

  /** Gives a key another name. @throws ClientError NOT_FOUND, or BAD_USER_INPUT for an invalid name. */
  async rename(caller: Caller, organization: Organization, keyId: string, name: string): Promise<Key> {
    await this.keys.listed(caller, organization, keyId);
    const title = displayName(name);
    if (title === undefined) throw new BadInput(KEY_NAME_RULE);
    const credential = await this.credentials.rename(caller, keyId, title);
    return credential ? { credential } : notFound();
  }

  /**
   * Gives a key a new secret; see {@link readKeyRotation}. One attempt rotates once.
   * @throws ClientError that says why the key is not rotated; and what {@link IdempotencyKeys.rotateOnce} throws.
   */
  async rotate(
    caller: Caller,
    organization: Organization,
    keyId: string,
    input: KeyRotation,
    attempt?: Attempt,
  ): Promise<Key> {
    await this.keys.listed(caller, organization, keyId);
    return this.idempotency.rotateOnce(caller, attempt, keyId, (id) => this.#rotate(caller, keyId, input, id));
  }

  async #rotate(caller: Caller, keyId: string, input: KeyRotation, id: string | undefined): Promise<Created> {
    const rotation = readKeyRotation(input, instant(this.credentials.clock()));
    const rotated = await this.credentials.rotate(caller, keyId, { ...rotation, id });
    if (rotated instanceof Refused) throw notRotated(rotated.problem);
    return rotated ?? notFound();
  }

  /** Revokes a key: ends it at once and keeps it in lists. Returns its id, also when repeated. */
  async revoke(caller: Caller, organization: Organization, keyId: string): Promise<string> {
    await this.keys.listed(caller, organization, keyId);
    return (await this.credentials.revoke(caller, keyId))?.id ?? notFound();
  }

  /** Deletes a key: ends it at once and removes it from lists. Returns its id, also when repeated. */
  async remove(caller: Caller, organization: Organization, keyId: string): Promise<string> {
    if (!(await this.keys.managedIn(caller, organization, keyId))) return notFound();
    return (await this.credentials.remove(caller, keyId))?.id ?? notFound();
  }

  /** Moves the end of a key, to the plan's longest life at most. */
  async setExpiration(caller: Caller, organization: Organization, keyId: string, expiration: Date): Promise<Key> {
    const { createdAt, kind } = await this.keys.listed(caller, organization, keyId);
    const latest = addPeriod(createdAt, LONGEST_LIFE_OF_KEY[organization.plan]);
    if (expiration <= this.credentials.clock())
      throw new BadInput('"expiration" must be in the future. End a key with revokeKey.');
    if (instant(expiration) > latest) throw new BadInput(`The plan lets this key live until ${latest} at most.`);
    const quota = quotaOfOrganization(this.credentials.clock, organization, kind);
    const moved = await this.credentials.setExpiration(caller, keyId, instant(expiration), quota);
    if (moved instanceof Refused) throw notMoved(moved.problem, organization, kind);
    return moved ? { credential: moved } : notFound();
  }

  /** Limits a key to the networks of an allowlist, null for any address. @throws BadInput for a bad one. */
  async setIpAllowlist(
    caller: Caller,
    organization: Organization,
    keyId: string,
    networks: readonly string[] | null | undefined,
  ): Promise<Key> {
    await this.keys.listed(caller, organization, keyId);
    const ipAllowlist = readNewIpAllowlist(networks);
    if (isProblem(ipAllowlist)) throw new BadInput(ipAllowlist.problem);
    const changed = await this.credentials.setIpAllowlist(caller, keyId, ipAllowlist);
    if (changed instanceof Refused) throw notRestricted(changed.problem);
    return changed ? { credential: changed } : notFound();
  }
}
