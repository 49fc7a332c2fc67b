import type { Caller } from '../authorization/caller.js';
import { instant, addPeriod } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import {
  remove,
  rename,
  revoke,
  rotate,
  type RotateProblem,
  setExpiration,
  type CredentialStore,
} from '../credentials/lifecycle.js';
import { list, type Status, total } from '../credentials/list.js';
import { BadInput, ClientError } from '../errors.js';
import type { ApiKeyType } from '../generated/resolvers-types.js';
import { keyName } from '../names.js';
import type { Organization } from '../organizations/organization.js';
import { emptyPage } from '../graphql/paging.js';
import { requirePermission } from '../authorization/grants.js';
import { ALLOWANCES } from '../config/plans.js';
import { type Page, Refused, type PageRequest } from '../storage/collection.js';
import type { Targets } from '../targets/service.js';
import { createKey, type KeyInput } from './create.js';
import { BEYOND_CALLER, type Key, KEY_KINDS, type KeyProblem, limitMessage, NAME_RULE, slotsOf } from './key.js';

/** A page of keys, and how many there are in all, counted when asked. */
export interface KeyPage {
  readonly page: Page<Credential>;
  readonly total: () => Promise<number>;
}

/** GraphOS' subgraph and operator keys. Creating needs `key:create` (an operator key: `key:modify`), the rest `key:modify`. */
export class SubgraphKeys {
  constructor(
    readonly vault: CredentialStore,
    readonly targets: Targets,
  ) {}

  /** Creates a key; see {@link createKey}. */
  create(caller: Caller, organization: Organization | null, input: KeyInput): Promise<Key | KeyProblem> {
    return createKey(this, caller, organization, input);
  }

  /** A listed key by its id. */
  async find(caller: Caller, organization: Organization, keyId: string): Promise<Key | null> {
    requireModify(caller, organization);
    const credential = await this.#get(organization, keyId);
    return credential?.listed ? { credential } : null;
  }

  /** A page of the keys, newest first; of every type when that is null. */
  page(
    caller: Caller,
    organization: Organization,
    window: PageRequest,
    { type, status }: { readonly type: ApiKeyType | null; readonly status: Status | 'ALL' },
  ): Promise<KeyPage> {
    requireModify(caller, organization);
    const kind = type === null ? null : KEY_KINDS[type]?.kind;
    if (kind === undefined) return Promise.resolve({ page: emptyPage(), total: () => Promise.resolve(0) });
    const { credentials, clock } = this.vault;
    const selection = {
      organizationId: organization.id,
      family: 'GRAPHOS_KEY',
      kind,
      status: status === 'ALL' ? null : status,
    } as const;
    return list(credentials, clock, selection, window).then((page) => ({
      page,
      total: () => total(credentials, clock, selection),
    }));
  }

  /** @throws ClientError NOT_FOUND, or BAD_USER_INPUT for a bad name. */
  async rename(caller: Caller, organization: Organization, keyId: string, name: string): Promise<Key> {
    await this.#listed(caller, organization, keyId);
    const title = keyName(name);
    if (title === undefined) throw new BadInput(NAME_RULE);
    const credential = await rename(this.vault, caller, keyId, title);
    return credential ? { credential } : notFound();
  }

  /** Gives a key a new secret; the old one ends at `formerUntil`, or at once with null. */
  async rotate(
    caller: Caller,
    organization: Organization,
    keyId: string,
    { name, formerUntil }: { readonly name: string | null; readonly formerUntil: Date | null },
  ): Promise<Key> {
    await this.#listed(caller, organization, keyId);
    const title = name === null ? null : keyName(name);
    if (title === undefined) throw new BadInput(NAME_RULE);
    if (formerUntil !== null && formerUntil <= this.vault.clock())
      throw new BadInput('"expireOldKeyAt" must be in the future. Leave it out to end the old secret at once.');
    const until = formerUntil && instant(formerUntil);
    const rotated = await rotate(this.vault, caller, keyId, { title, formerUntil: until });
    if (rotated instanceof Refused) throw new BadInput(NOT_ROTATED[rotated.problem]);
    return rotated ?? notFound();
  }

  /** Ends a key at once and keeps it in the lists. Answers its id, again and again. */
  async revoke(caller: Caller, organization: Organization, keyId: string): Promise<string> {
    await this.#listed(caller, organization, keyId);
    return (await revoke(this.vault, caller, keyId))?.id ?? notFound();
  }

  /** Ends a key at once and takes it from the lists. Answers its id, again and again. */
  async remove(caller: Caller, organization: Organization, keyId: string): Promise<string> {
    requireModify(caller, organization);
    if (!(await this.#get(organization, keyId))) return notFound();
    return (await remove(this.vault, caller, keyId))?.id ?? notFound();
  }

  /** Moves the end of a key, to the plan's longest life at most. */
  async setExpiration(caller: Caller, organization: Organization, keyId: string, expiration: Date): Promise<Key> {
    const { createdAt, kind } = await this.#listed(caller, organization, keyId);
    const latest = addPeriod(createdAt, ALLOWANCES[organization.plan].longestLifeOfKey);
    if (expiration <= this.vault.clock())
      throw new BadInput('"expiration" must be in the future. End a key with revokeKey.');
    if (instant(expiration) > latest) throw new BadInput(`The plan lets this key live until ${latest} at most.`);
    const slots = slotsOf(organization, kind);
    const moved = await setExpiration(this.vault, caller, keyId, instant(expiration), slots);
    if (!(moved instanceof Refused)) return moved ? { credential: moved } : notFound();
    if (moved.problem === 'LIMIT_REACHED') throw new ClientError('LIMIT_REACHED', limitMessage(organization));
    throw new BadInput('A revoked key stays revoked. Create another.');
  }

  /** A key of the organization, deleted ones too. */
  async #get(organization: Organization, keyId: string): Promise<Credential | undefined> {
    const credential = await this.vault.credentials.get(keyId);
    const own = credential?.family === 'GRAPHOS_KEY' && credential.organizationIds.includes(organization.id);
    return own ? credential : undefined;
  }

  async #listed(caller: Caller, organization: Organization, keyId: string): Promise<Credential> {
    const key = await this.find(caller, organization, keyId);
    return key?.credential ?? notFound();
  }
}

const NOT_ROTATED: Readonly<Record<RotateProblem, string>> = {
  BEYOND_CALLER,
  EXPIRED: 'An expired key cannot be rotated. Give it a later end with setKeyExpiration first.',
  REVOKED: 'A revoked key cannot be rotated. Create another.',
};

function notFound(): never {
  throw new ClientError('NOT_FOUND', 'The key does not exist in this organization.');
}

const requireModify = ({ actor }: Caller, { id }: Organization): void =>
  requirePermission(actor, 'key:modify', { organizationId: id });
