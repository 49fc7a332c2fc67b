/** Checks the inputs that create and rotate a key, and converts them from GraphOS' form. */
import type { PermissionId } from '../authorization/catalogue.js';
import { addPeriod, type Instant, instant } from '../clock.js';
import type { CredentialKind } from '../credentials/credential.js';
import { type IpAllowlist, isProblem, readIpAllowlist } from '../credentials/ip-allowlist.js';
import { MAX_OVERLAP_DAYS, type Rotation } from '../credentials/rotation.js';
import { BadInput } from '../errors.js';
import type {
  ApiKeyResourceInput,
  CreateKeyErrorCode,
  GraphOsKeyType,
  SubgraphIdentifierInput,
} from '../generated/resolvers-types.js';
import { displayName, KEY_NAME_RULE } from '../names.js';
import { KEY_KINDS, type KeyProblem } from './key.js';
import { MAX_SUBGRAPHS } from './resources.js';

/** What a caller asks for. */
export interface KeyInput {
  readonly name: string;
  readonly type: GraphOsKeyType;
  readonly resources?: ApiKeyResourceInput | null;
  readonly ipAllowlist?: readonly string[] | null;
}

/** A checked input. Whether the graphs and variants of its subgraphs exist is checked later. */
export interface KeyRequest {
  readonly kind: CredentialKind;
  readonly permissions: readonly PermissionId[];
  readonly title: string;
  readonly ipAllowlist: IpAllowlist;
  /** The subgraphs that the key is for; null for the whole organization. */
  readonly subgraphs: readonly SubgraphIdentifierInput[] | null;
}

/** Checks an input without reading the store. Returns the request, or the first problem. */
export function readKeyInput({ type, name, resources, ipAllowlist: networks }: KeyInput): KeyRequest | KeyProblem {
  const made = KEY_KINDS[type];
  if (!made) return problem('UNSUPPORTED_KEY_TYPE', 'Latchkey makes keys of the types SUBGRAPH and OPERATOR.', 'type');
  const { kind, permissions } = made;
  const title = displayName(name);
  if (title === undefined) return problem('INVALID_NAME', KEY_NAME_RULE, 'name');
  const ipAllowlist = readIpAllowlist(networks);
  if (isProblem(ipAllowlist)) return problem('INVALID_IP_ALLOWLIST', ipAllowlist.problem, 'ipAllowlist');
  const subgraphs = resources?.subgraphs ?? [];
  if (resources?.gateways?.length)
    return problem('RESOURCES_NOT_ALLOWED', 'Keys are for subgraphs, not for gateways.', 'resources.gateways');
  if (kind === 'OPERATOR_KEY') {
    if (subgraphs.length === 0) return { kind, permissions, title, ipAllowlist, subgraphs: null };
    const message = 'An OPERATOR key is for the whole organization. Leave "resources" out.';
    return problem('RESOURCES_NOT_ALLOWED', message, 'resources.subgraphs');
  }
  if (subgraphs.length === 0)
    return problem('RESOURCES_REQUIRED', 'A SUBGRAPH key needs at least one subgraph.', 'resources.subgraphs');
  if (subgraphs.length > MAX_SUBGRAPHS) {
    const message = `A key is for ${MAX_SUBGRAPHS} subgraphs at most. Create several.`;
    return problem('TOO_MANY_RESOURCES', message, 'resources.subgraphs');
  }
  return { kind, permissions, title, ipAllowlist, subgraphs };
}

/** The input of a rotation. */
export interface KeyRotation {
  /** Another name; null keeps the one there is. */
  readonly name: string | null;
  /** When the current secret ends, within {@link MAX_OVERLAP_DAYS}; null for at once. */
  readonly formerUntil: Date | null;
}

/** Checks the input of a rotation at the moment `now`. @throws BadInput for an invalid name or end. */
export function readKeyRotation({ name, formerUntil }: KeyRotation, now: Instant): Omit<Rotation, 'id'> {
  const title = name === null ? null : displayName(name);
  if (title === undefined) throw new BadInput(KEY_NAME_RULE);
  const until = formerUntil && instant(formerUntil);
  if (until !== null && until <= now)
    throw new BadInput('"expireOldKeyAt" must be in the future. Leave it out to end the old secret at once.');
  if (until !== null && until > addPeriod(now, { days: MAX_OVERLAP_DAYS }))
    throw new BadInput(`"expireOldKeyAt" must be within ${MAX_OVERLAP_DAYS} days from now.`);
  return { title, formerUntil: until };
}

/** A problem with the argument `field`; null when no argument is at fault. */
export const problem = (code: CreateKeyErrorCode, message: string, field: string | null): KeyProblem => ({
  code,
  message,
  field,
});
