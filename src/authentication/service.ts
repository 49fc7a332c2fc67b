import type { Header } from '@latchkey/verifier/internal';
import { type Clock, hasPassed } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import type { Credentials } from '../credentials/service.js';
import { Unauthenticated } from '../errors.js';
import type { Memberships } from '../organizations/memberships.js';
import type { Actor, ActorRef, Grant } from '../authorization/grants.js';
import { ROLE_PERMISSIONS } from '../authorization/roles.js';
import type { Collection } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { User } from '../identity/user.js';
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

/** Finds out who asks, and what they may do. */
export class Identities {
  readonly #secrets: SecretStrategy;
  readonly #strategies: readonly Strategy[];

  constructor(
    credentials: Credentials,
    readonly users: Collection<User>,
    readonly memberships: Memberships,
    readonly projects: Collection<Project>,
    readonly clock: Clock,
    /** Further ways to sign in, asked one after the other before the secrets of credentials are looked for. */
    further: readonly Strategy[] = [],
  ) {
    this.#secrets = new SecretStrategy(credentials, (credential) => this.actorOf(credential));
    this.#strategies = [...further, this.#secrets];
  }

  /**
   * Who a request comes from, by the first strategy that recognizes something in the header fields. For a secret it reads
   * the credential and, for a user's token, its owner's memberships: two reads, whose size does not depend on the number
   * of an organization's members.
   */
  async authenticate(header: Header): Promise<Authentication> {
    for (const strategy of this.#strategies) {
      const found = await strategy.authenticate(header);
      if (found !== undefined) return this.#judged(found);
    }
    return { state: 'MISSING' };
  }

  /** Who presents this secret of a credential; undefined for none. */
  async authenticateSecret(secret: string | undefined): Promise<Authentication> {
    return secret === undefined ? { state: 'MISSING' } : this.#judged(await this.#secrets.principal(secret));
  }

  #judged(found: Principal | 'INVALID'): Authentication {
    const good = found !== 'INVALID' && !hasPassed(found.expiresAt, this.clock());
    return good ? { state: 'GOOD', principal: found } : { state: 'INVALID' };
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
    const { actor, title, credential } = principalOf(authentication, 'Unauthorized: ');
    switch (actor.ref.type) {
      case 'USER': {
        const user = await this.users.get(actor.ref.id);
        if (user) return { __typename: 'User', ...user };
        break;
      }
      case 'GRAPH': {
        const found = await this.projects.getMany(credential ? projectIdsOf(credential) : [actor.ref.id]);
        const project = found.find((one) => one !== undefined);
        if (project) return { __typename: 'Graph', ...project };
        break;
      }
      default:
        return { __typename: 'ServiceAccount', id: actor.ref.id, title };
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

function refOf(credential: Credential): ActorRef {
  if (credential.ownerId !== null) return { type: 'USER', id: credential.ownerId };
  const [graph] = credential.kind === 'SUBGRAPH_KEY' ? projectIdsOf(credential) : [];
  return graph === undefined ? { type: 'SERVICE_ACCOUNT', id: credential.id } : { type: 'GRAPH', id: graph };
}

/** The projects a credential is assigned to, by their ids' order. */
const projectIdsOf = ({ resources }: Credential): string[] =>
  resources.mode === 'ALL' ? [] : resources.projects.map((project) => project.projectId).sort();
