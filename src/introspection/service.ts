import { isIP } from 'node:net';
import type { RequestInfo } from '../authorization/caller.js';
import { ANYWHERE } from '../credentials/ip-allowlist.js';
import type { LastUses } from '../credentials/last-use.js';
import type { Credentials } from '../credentials/service.js';
import { BadInput } from '../errors.js';
import type { Identities } from '../authentication/service.js';
import { permissionById, type PermissionId } from '../authorization/catalogue.js';
import { type Actor, type Grant, isGranted } from '../authorization/grants.js';
import { isRestScope, restScopeById, type RestScopeId } from '../authorization/rest-scopes.js';
import type { Resource } from '../authorization/resources.js';
import type { Introspected, Question } from '@latchkey/verifier/internal';

const INACTIVE: Introspected = { active: false };

/** Checks resource paths and finds what they name. */
export interface Paths {
  /** @throws BadResource for a text that is not a path. */
  check(path: string): void;
  /** The place that a path names; undefined when it does not exist. */
  find(organizationId: string, path: string): Promise<Resource | undefined>;
}

/** Verification for other services (RFC 7662), and revocation with the secret itself (RFC 7009). Nothing is cached. */
export class Introspection {
  constructor(
    readonly credentials: Credentials,
    readonly identities: Identities,
    readonly paths: Paths,
    readonly lastUses: LastUses,
  ) {}

  /** Whether the caller may ask about the credentials of any organization. */
  mayAsk(asker: Actor): boolean {
    return organizationsOf(asker).length > 0;
  }

  /**
   * What a secret may do. A secret of an organization that the caller may not ask about is answered as inactive, like an
   * unknown one. With `ownSecret`, the caller asks about the secret that it signed in with, which needs no permission.
   * @throws BadInput for an invalid question, whether or not the secret is valid.
   */
  async answer(
    asker: Actor,
    { token, permission: id, resource, organization, client_ip: clientIp }: Question,
    { ownSecret }: { readonly ownSecret: boolean } = { ownSecret: false },
  ): Promise<Introspected> {
    const permission = id === undefined ? undefined : (permissionById(id) ?? restScopeById(id));
    if (id !== undefined && !permission)
      throw new BadInput('"permission" is no permission. Take an id of the catalogue, as in schemaCheck:create.');
    if (resource !== undefined && !permission) throw new BadInput('"resource" goes with a "permission". Send both.');
    this.paths.check(resource ?? '');
    const organizationId = organizationAsked(ownSecret ? reachOf(asker) : organizationsOf(asker), organization);
    if (clientIp !== undefined && isIP(clientIp) === 0)
      throw new BadInput('"client_ip" is no IP address. Send that of the client, as in 192.0.2.7 or 2001:db8::1.');
    const verification = await this.credentials.verify(token, clientIp ?? null);
    if (!verification.valid && verification.reason !== 'ADDRESS_NOT_ALLOWED') return INACTIVE;
    const { credential } = verification;
    const actor = await this.identities.actorOf(credential);
    const grant = actor.grants.find((one) => one.organizationId === organizationId);
    if (!grant) return INACTIVE;
    if (!verification.valid)
      return { active: false, reason: clientIp === undefined ? 'client_ip_missing' : 'client_ip_not_allowed' };
    const place = permission && (await this.paths.find(grant.organizationId, resource ?? ''));
    const granted = permission && place !== undefined && holds(actor, grant, permission.id, place);
    // The use of the caller's own secret was noted when it signed in.
    if (granted !== false && !ownSecret)
      this.lastUses.note(credential.id, { ip: null, userAgent: null, operation: 'introspection' });
    return {
      active: true,
      client_id: credential.id,
      sub: actor.ref.id,
      token_type: 'Bearer',
      scope: [...(grant.restScopes ?? grant.permissions)].join(' '),
      iat: seconds(credential.createdAt),
      ...(credential.expiresAt === null ? {} : { exp: seconds(credential.expiresAt) }),
      organization_id: grant.organizationId,
      ...(granted === undefined ? {} : { granted }),
    };
  }

  /** Revokes the credential with this secret. Does nothing when there is none. */
  async revoke(token: string, request: RequestInfo): Promise<void> {
    const authentication = await this.identities.authenticateSecret(token, ANYWHERE);
    const credential = authentication.state === 'VALID' ? authentication.principal.credential : null;
    if (!credential) return;
    await this.credentials.revoke(this.identities.callerOf(authentication, request), credential.id);
  }
}

/** Whether an actor holds a permission at a place, or a REST scope, which is good for the whole organization. */
const holds = (actor: Actor, { restScopes }: Grant, id: PermissionId | RestScopeId, place: Resource): boolean =>
  isRestScope(id) ? (restScopes?.includes(id) ?? false) : isGranted(actor, id, place);

/** The organizations that a credential reaches. */
const reachOf = ({ grants }: Actor): string[] => grants.map(({ organizationId }) => organizationId);

/** The organizations whose credentials a caller may ask about. */
const organizationsOf = (asker: Actor): string[] =>
  reachOf(asker).filter((organizationId) => isGranted(asker, 'credential:introspect', { organizationId }));

/**
 * Which of `own` a question is about; undefined for an organization that the caller may not ask about. There is no default
 * among several, because the same slug path may exist in each of them, with different grants.
 * @throws BadInput when one must be named.
 */
function organizationAsked(own: readonly string[], named: string | undefined): string | undefined {
  if (named !== undefined) return own.find((id) => id === named);
  if (own.length > 1) throw new BadInput('Your credential may ask in several organizations. Name one: "organization".');
  return own[0];
}

const seconds = (moment: string): number => Math.floor(Date.parse(moment) / 1000);
