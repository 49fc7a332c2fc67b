/** Keys as GraphOS knows them: what they are here, what makes a kind of key, and how they are answered. */
import type { Clock } from '../clock.js';
import type { Credential, CredentialKind } from '../credentials/credential.js';
import { quotaOfOrganization } from '../credentials/quota.js';
import { ClientError } from '../errors.js';
import type { CreateKeyErrorCode, GraphOsKeyType } from '../generated/resolvers-types.js';
import type { Organization } from '../organizations/organization.js';
import { atLevels, type PermissionId } from '../authorization/catalogue.js';
import { limitMessage, LIMITS_OF_ORGANIZATION } from '../config/plans.js';
import type { Quota } from '../quotas/quota.js';
import { masked, type Secret } from '../secrets/secret.js';

/** A key as answered: with its secret in the answer that creates or rotates it, without ever after. */
export interface Key {
  readonly credential: Credential;
  readonly secret?: Secret;
}

/** Why a key was not created; `field` is the argument at fault. */
export interface KeyProblem {
  readonly code: CreateKeyErrorCode;
  readonly message: string;
  readonly field: string | null;
}

/** The kinds of key that Latchkey makes: what they may do, and who makes them. */
export const KEY_KINDS: Readonly<
  Partial<Record<GraphOsKeyType, { kind: CredentialKind; needs: PermissionId; permissions: readonly PermissionId[] }>>
> = {
  SUBGRAPH: {
    kind: 'SUBGRAPH_KEY',
    needs: 'key:create',
    permissions: ['schemaCheck:create', 'schemaVersion:publish', 'project:describe', 'organization:describe'],
  },
  OPERATOR: {
    kind: 'OPERATOR_KEY',
    needs: 'key:modify',
    permissions: atLevels('TARGET', 'SERVICE', 'APP_DEPLOYMENT'),
  },
};

export const BEYOND_CALLER =
  'Nobody gets a key that holds more than they do. Choose fewer subgraphs, or ask an Org Admin.';

/** The key, for GraphOS' bare types. @throws ClientError with a problem's message. */
export function keyOrThrow(result: Key | KeyProblem): Key {
  if (!('code' in result)) return result;
  throw new ClientError(result.code === 'PLAN_LIMIT_REACHED' ? 'LIMIT_REACHED' : 'BAD_USER_INPUT', result.message);
}

/** What a key's `token` answers: its secret when just minted, else a masked form. */
export const tokenOf = ({ credential, secret }: Key): string => secret?.reveal() ?? masked(credential.preview);

/** GraphOS' name for a kind of key. */
export const typeOf = ({ credential }: Key): GraphOsKeyType =>
  credential.kind === 'OPERATOR_KEY' ? 'OPERATOR' : 'SUBGRAPH';

const limitOf = (kind: CredentialKind) => (kind === 'OPERATOR_KEY' ? 'liveOperatorKeys' : 'liveSubgraphKeys');

/** The slots that keys of a kind have in an organization. */
export const quotaOf = (clock: Clock, { id, plan }: Organization, kind: CredentialKind): Quota<Credential> =>
  quotaOfOrganization(clock, id, kind, LIMITS_OF_ORGANIZATION[limitOf(kind)][plan]);

/** Says that the plan allows no more keys of a kind, and what to do. */
export const keyLimitMessage = ({ plan }: Organization, kind: CredentialKind): string =>
  limitMessage(plan, limitOf(kind));
