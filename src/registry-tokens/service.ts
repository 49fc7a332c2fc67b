import { problem, changeProblem, type ChangeProblem, type TokenProblem } from '../access-tokens/problems.js';
import type { AccessTokens } from '../access-tokens/service.js';
import type { Caller } from '../authorization/caller.js';
import { requirePermission } from '../authorization/grants.js';
import type { Credential } from '../credentials/credential.js';
import type { Attempt } from '../credentials/idempotency.js';
import type { Created } from '../credentials/issuance.js';
import type { Credentials } from '../credentials/service.js';
import { BadInput, ClientError } from '../errors.js';
import type { TargetSelectorInput } from '../generated/resolvers-types.js';
import { TARGET_NOT_FOUND } from '../lifecycle/problems.js';
import type { Page, PageRequest } from '../storage/collection.js';
import type { Organizations } from '../organizations/service.js';
import type { Targets } from '../targets/service.js';
import type { Target } from '../targets/target.js';
import { readRegistryTokenInput, type RegistryTokenInput } from './input.js';

/** The most tokens that one request deletes. */
const MAX_DELETED = 20;

/** A page of registry tokens, and how many there are in all, counted when asked. */
export interface RegistryTokenPage {
  readonly page: Page<Credential>;
  readonly total: () => Promise<number>;
}

/** The outcome of deleting one token. */
export interface Deletion {
  readonly tokenId: string;
  readonly error: ChangeProblem | null;
}

/** Hive's registry tokens. Reading needs `registryToken:describe` on their target, changes need `registryToken:modify`. */
export class RegistryTokens {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly targets: Targets,
    readonly accessTokens: AccessTokens,
  ) {}

  /**
   * Creates a token of the target that the slugs name; one attempt creates one token.
   * @throws what {@link AccessTokens.create} throws.
   */
  async create(
    caller: Caller,
    selector: TargetSelectorInput,
    input: RegistryTokenInput,
    attempt?: Attempt,
  ): Promise<Created | TokenProblem> {
    const target = await this.targets.namedTarget(caller, { bySelector: selector });
    const organization = target && (await this.organizations.any(target.organizationId));
    if (!target || !organization) return problem('TARGET_NOT_FOUND', TARGET_NOT_FOUND.message);
    requireModify(caller, target);
    return this.accessTokens.create(caller, organization, () => readRegistryTokenInput(target, input), attempt);
  }

  /** A page of a target's tokens, newest first. */
  async page(caller: Caller, target: Target, request: PageRequest): Promise<RegistryTokenPage> {
    requirePermission(caller.actor, 'registryToken:describe', placeOf(target));
    const selection = {
      targetId: target.id,
      family: 'REGISTRY_TOKEN',
      kind: null,
      status: null,
      expiresBefore: null,
    } as const;
    const page = await this.credentials.page(selection, request);
    let total: Promise<number> | undefined;
    return { page, total: () => (total ??= this.credentials.total(selection)) };
  }

  /**
   * Deletes tokens of a target, and returns the outcome for each; a repetition returns the same.
   * @throws BadInput for none or more than {@link MAX_DELETED}; ClientError NOT_FOUND when the caller sees no such target.
   */
  async removeMany(caller: Caller, selector: TargetSelectorInput, ids: readonly string[]): Promise<Deletion[]> {
    if (ids.length === 0 || ids.length > MAX_DELETED)
      throw new BadInput(`"tokenIds" names 1 to ${MAX_DELETED} tokens. Delete more by several requests.`);
    const target = await this.targets.namedTarget(caller, { bySelector: selector });
    if (!target) throw new ClientError('NOT_FOUND', TARGET_NOT_FOUND.message);
    requireModify(caller, target);
    const found = await this.credentials.collection.getMany(ids);
    const deletions: Deletion[] = [];
    for (const [index, tokenId] of ids.entries()) {
      const own = found[index]?.kind === 'REGISTRY_TOKEN' && found[index].targetId === target.id;
      const removed = own ? await this.accessTokens.remove(caller, tokenId) : changeProblem('NOT_FOUND');
      deletions.push({ tokenId, error: typeof removed === 'string' ? null : removed });
    }
    return deletions;
  }

  /** The registry token that signed in the caller; undefined when it was a credential of another kind. */
  async ofCaller({ actor }: Caller): Promise<Credential | undefined> {
    const credential = actor.credentialId === null ? undefined : await this.credentials.get(actor.credentialId);
    return credential?.kind === 'REGISTRY_TOKEN' ? credential : undefined;
  }
}

const placeOf = ({ organizationId, projectId, id: targetId }: Target) => ({ organizationId, projectId, targetId });

const requireModify = ({ actor }: Caller, target: Target): void =>
  requirePermission(actor, 'registryToken:modify', placeOf(target));
