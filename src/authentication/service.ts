import type { Caller } from '../authorization/caller.js';
import type { Credential } from '../credentials/credential.js';
import type { Credentials } from '../credentials/service.js';
import { Unauthenticated } from '../errors.js';
import type { Memberships } from '../organizations/memberships.js';
import type { Actor, ActorRef, Grant } from '../authorization/grants.js';
import { ROLE_PERMISSIONS } from '../authorization/roles.js';
import type { Collection } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { User } from '../identity/user.js';

/** Who a request comes from. */
export type Authentication =
  | { readonly state: 'MISSING' | 'INVALID' }
  | {
      readonly state: 'GOOD';
      readonly actor: Actor;
      readonly credential: Credential;
      /** Whether the secret is one before the present one, in the overlap that a rotation gave it. */
      readonly formerSecret: boolean;
    };

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

/** Finds out who asks, and what they may do. */
export class Identities {
  constructor(
    readonly credentials: Credentials,
    readonly users: Collection<User>,
    readonly memberships: Memberships,
    readonly projects: Collection<Project>,
  ) {}

  /**
   * Who presents this secret; undefined when a request carries none. Reads the credential and, for a user's token, their
   * memberships: two reads in all, of as much however many members an organization has.
   */
  async authenticate(secret: string | undefined): Promise<Authentication> {
    if (secret === undefined) return { state: 'MISSING' };
    const verification = await this.credentials.verify(secret);
    if (!verification.good) return { state: 'INVALID' };
    const { credential, former } = verification;
    return { state: 'GOOD', actor: await this.actorOf(credential), credential, formerSecret: former };
  }

  /** Who a credential acts as, and what it may do now. */
  async actorOf(credential: Credential): Promise<Actor> {
    return {
      ref: refOf(credential),
      credentialId: credential.id,
      expiresAt: credential.ownerId === null ? credential.expiresAt : null,
      grants: await this.#grants(credential),
    };
  }

  /** Who is signed in. @throws Unauthenticated with "Unauthorized" in its message, which Rover looks for. */
  async me(authentication: Authentication): Promise<Identity> {
    if (authentication.state !== 'GOOD') throw new Unauthenticated(authentication.state, 'Unauthorized: ');
    const { actor, credential } = authentication;
    switch (actor.ref.type) {
      case 'USER': {
        const user = await this.users.get(actor.ref.id);
        if (user) return { __typename: 'User', ...user };
        break;
      }
      case 'GRAPH': {
        const found = await this.projects.getMany(projectIdsOf(credential));
        const project = found.find((one) => one !== undefined);
        if (project) return { __typename: 'Graph', ...project };
        break;
      }
      default:
        return { __typename: 'ServiceAccount', ...credential };
    }
    throw new Unauthenticated('INVALID', 'Unauthorized: ');
  }

  /** What a credential may do: as assigned, or for a user's token as its owner's roles are now. */
  async #grants(credential: Credential): Promise<Grant[]> {
    const { ownerId, organizationIds, resources } = credential;
    if (ownerId === null) {
      const permissions = new Set(credential.permissions);
      return organizationIds.map((organizationId) => ({ organizationId, permissions, resources }));
    }
    const roles = await this.memberships.roles(ownerId, credential.memberships);
    return [...roles].map(([organizationId, role]) => ({
      organizationId,
      permissions: ROLE_PERMISSIONS[role],
      resources,
    }));
  }
}

/** The caller of a request, whom `again` authenticates anew. @throws Unauthenticated when nobody is signed in. */
export function callerOf(
  authentication: Authentication,
  request: Caller['request'],
  again: () => Promise<Authentication>,
): Caller {
  if (authentication.state !== 'GOOD') throw new Unauthenticated(authentication.state);
  const { actor, formerSecret } = authentication;
  return { actor, request, formerSecret, again: async () => callerOf(await again(), request, again) };
}

function refOf(credential: Credential): ActorRef {
  if (credential.ownerId !== null) return { type: 'USER', id: credential.ownerId };
  const [graph] = credential.kind === 'SUBGRAPH_KEY' ? projectIdsOf(credential) : [];
  return graph === undefined ? { type: 'SERVICE_ACCOUNT', id: credential.id } : { type: 'GRAPH', id: graph };
}

/** The projects a credential is assigned to, by their ids' order. */
const projectIdsOf = ({ resources }: Credential): string[] =>
  resources.mode === 'ALL' ? [] : resources.projects.map((project) => project.projectId).sort();
