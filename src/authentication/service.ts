import type { Header } from '@latchkey/verifier/internal';
import type { Caller, RequestInfo } from '../authorization/caller.js';
import { type Clock, hasPassed } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import type { Origin } from '../credentials/ip-allowlist.js';
import type { Credentials } from '../credentials/service.js';
import { Unauthenticated } from '../errors.js';
import type { Memberships } from '../organizations/memberships.js';
import type { Actor, ActorRef, Grant } from '../authorization/grants.js';
import { restScopesWith } from '../authorization/rest-scopes.js';
import { type Role, ROLE_PERMISSIONS } from '../authorization/roles.js';
import type { Collection } from '../storage/collection.js';
import type { User } from '../identity/user.js';
import { type Assignable, type LiveLoads, liveLoadsOf, liveIds, liveResources } from './live-resources.js';
import { type Authentication, type Principal, principalOf } from './principal.js';
import { SecretStrategy, type Strategy } from './strategy.js';

/** A subgraph key's project, as an identity. */
export interface GraphIdentity {
  readonly id: string;
  readonly slug: string;
}
/** A credential that acts for itself, as an identity. */
export interface ServiceAccountIdentity {
  readonly id: string;
  readonly title: string;
}

export type Identity =
  | ({ readonly __typename: 'User' } & User)
  | ({ readonly __typename: 'Graph' } & GraphIdentity)
  | ({ readonly __typename: 'ServiceAccount' } & ServiceAccountIdentity);

/** Authenticates requests: finds the principal, and what they may do now. */
export class Identities {
  readonly #secrets: SecretStrategy;
  readonly #strategies: readonly Strategy[];

  constructor(
    credentials: Credentials,
    readonly collections: Assignable & { readonly users: Collection<User> },
    readonly memberships: Memberships,
    readonly clock: Clock,
    /** Further strategies, asked in order before the secrets of credentials. */
    further: readonly Strategy[] = [],
  ) {
    this.#secrets = new SecretStrategy(credentials, (credential) => this.actorOf(credential));
    this.#strategies = [...further, this.#secrets];
  }

  /**
   * Who a request comes from, by the first strategy that recognizes something in the header fields. For a secret it reads
   * the credential, then its organizations, its owner's memberships in them if it is a user's token, and the projects and
   * targets that it is assigned: one read of each kind, whose size does not depend on the number of an organization's members.
   */
  async authenticate(header: Header, ip: string | null): Promise<Authentication> {
    for (const strategy of this.#strategies) {
      const found = await strategy.authenticate(header, ip);
      if (found !== undefined) return this.#judged(found);
    }
    return { state: 'MISSING' };
  }

  /** Authenticates the secret of a credential; undefined when none was presented. */
  async authenticateSecret(secret: string | undefined, origin: Origin): Promise<Authentication> {
    return secret === undefined ? { state: 'MISSING' } : this.#judged(await this.#secrets.principal(secret, origin));
  }

  #judged(found: Principal | 'INVALID' | 'ADDRESS_NOT_ALLOWED'): Authentication {
    if (typeof found === 'string') return { state: found };
    return hasPassed(found.expiresAt, this.clock()) ? { state: 'INVALID' } : { state: 'VALID', principal: found };
  }

  /**
   * The actor of a credential, with what it may do now. A caller that shows many credentials passes the loaders of its
   * request as `live`; the default reads the store each time.
   */
  async actorOf(credential: Credential, live: LiveLoads = liveLoadsOf(this.collections)): Promise<Actor> {
    const wholeRole = credential.kind === 'USER_ACCESS_TOKEN' && credential.restScopes === null;
    return {
      ref: refOf(credential),
      credentialId: credential.id,
      wholeRole,
      expiresAt: wholeRole ? null : credential.expiresAt,
      ipAllowlist: wholeRole ? null : credential.ipAllowlist,
      ownIpAllowlist: credential.ipAllowlist,
      grants: await this.#grants(credential, live),
    };
  }

  /** The caller of a request; `again` authenticates them once more. @throws Unauthenticated when nobody is signed in. */
  callerOf(authentication: Authentication, request: RequestInfo, again?: () => Promise<Authentication>): Caller {
    const { actor, title, formerSecret } = principalOf(authentication);
    let read: Promise<string> | undefined;
    return {
      actor,
      title: () => (read ??= this.#titleOf(actor.ref, title)),
      request,
      formerSecret,
      ...(again && { again: async () => this.callerOf(await again(), request, again) }),
    };
  }

  /** The current name of an actor: a user's e-mail address, a project's slug, otherwise the title of the sign-in. */
  async #titleOf({ type, id }: ActorRef, title: string): Promise<string> {
    if (type === 'USER') return (await this.collections.users.get(id))?.email ?? title;
    return type === 'GRAPH' ? ((await this.collections.projects.get(id))?.slug ?? title) : title;
  }

  /** Who is signed in. @throws Unauthenticated with "Unauthorized" in its message, which Rover looks for. */
  async me(authentication: Authentication): Promise<Identity> {
    const { actor, title, credential } = principalOf(authentication, 'Unauthorized: ');
    switch (actor.ref.type) {
      case 'USER': {
        const user = await this.collections.users.get(actor.ref.id);
        if (user) return { __typename: 'User', ...user };
        break;
      }
      case 'GRAPH': {
        const found = await this.collections.projects.getMany(credential ? projectIdsOf(credential) : [actor.ref.id]);
        const project = found.find((one) => one !== undefined);
        if (project) return { __typename: 'Graph', ...project };
        break;
      }
      default:
        return { __typename: 'ServiceAccount', id: actor.ref.id, title };
    }
    throw new Unauthenticated('INVALID', 'Unauthorized: ');
  }

  /** The grants of a credential: what it is assigned, within its owner's current roles if it has an owner, without what was deleted. */
  async #grants(credential: Credential, live: LiveLoads): Promise<Grant[]> {
    const { ownerId } = credential;
    const [organizationIds, roles, resources] = await Promise.all([
      liveIds(credential.organizationIds, live.organizations),
      ownerId === null ? undefined : this.memberships.roles(ownerId, credential.memberships),
      liveResources(credential.resources, live),
    ]);
    if (resources === undefined) return [];
    return organizationIds.flatMap((organizationId) => {
      const role = roles?.get(organizationId);
      if (roles && role === undefined) return [];
      return [{ organizationId, resources, ...held(credential, role) }];
    });
  }
}

/** The rights of a credential whose owner has this role; `role` is undefined for one without an owner. */
function held(
  { kind, permissions, restScopes }: Credential,
  role: Role | undefined,
): Pick<Grant, 'permissions' | 'restScopes'> {
  if (role === undefined) return { permissions: new Set(permissions) };
  const given = ROLE_PERMISSIONS[role];
  if (restScopes !== null) return { permissions: new Set(), restScopes: restScopesWith(restScopes, given) };
  const whole = kind === 'USER_ACCESS_TOKEN';
  return { permissions: whole ? given : new Set(permissions.filter((id) => given.has(id))) };
}

function refOf(credential: Credential): ActorRef {
  if (credential.ownerId !== null) return { type: 'USER', id: credential.ownerId };
  const [graph] = credential.kind === 'SUBGRAPH_KEY' ? projectIdsOf(credential) : [];
  return graph === undefined ? { type: 'SERVICE_ACCOUNT', id: credential.id } : { type: 'GRAPH', id: graph };
}

/** The ids of the projects that a credential is assigned, sorted. */
const projectIdsOf = ({ resources }: Credential): string[] =>
  resources.mode === 'ALL' ? [] : resources.projects.map((project) => project.projectId).sort();
