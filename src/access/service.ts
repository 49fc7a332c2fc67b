import { validate as isUuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import type { Credential } from '../credentials/credential.js';
import { isManagedBy } from '../credentials/management.js';
import type { Credentials } from '../credentials/service.js';
import { BadInput, ClientError, Unauthenticated } from '../errors.js';
import type {
  AccessExplanationCode,
  OrganizationReferenceInput,
  QueryExplainAccessArgs,
} from '../generated/resolvers-types.js';
import type { Authentication, Principal } from '../authentication/principal.js';
import type { LiveLoads } from '../authentication/live-resources.js';
import type { Identities } from '../authentication/service.js';
import { permissionById } from '../authorization/catalogue.js';
import { LEVELS } from '../authorization/permission.js';
import { type Actor, decide, type Decision } from '../authorization/grants.js';
import { ancestorsOf } from '../authorization/places.js';
import { isAssignedByName, type Resource } from '../authorization/resources.js';
import { isVisible } from '../authorization/visibility.js';
import type { Organizations } from '../organizations/service.js';
import { memoized } from '../memoized.js';
import { exactlyOne } from '../graphql/references.js';
import { type ResolvedLevel, resolveLevel } from './levels.js';
import { findPlace, NotFound, parsePath, pathsOf, type Places, type Slugs } from './path.js';

/** A principal as `whoAmI` shows it. */
export type Self = Pick<Principal, 'title' | 'expiresAt' | 'actor'>;

export type AccessQuestion = QueryExplainAccessArgs;

export interface Explanation {
  readonly granted: boolean;
  readonly code: AccessExplanationCode;
  readonly reason: string;
  readonly assignment: string | null;
}

/** Says what a credential may do, and why. All answers come from `decide`, which every permission check uses. */
export class Access {
  constructor(
    readonly credentials: Credentials,
    readonly identities: Identities,
    readonly places: Places,
    readonly organizations: Pick<Organizations, 'reached'>,
  ) {}

  /** Who is signed in: their title, when the sign-in ends, and the actor. @throws Unauthenticated. */
  whoAmI(authentication: Authentication): Self {
    if (authentication.state !== 'VALID') throw new Unauthenticated(authentication.state);
    return authentication.principal;
  }

  /**
   * What an actor may do, by organization and level; with `includeAll`, also what they may not. Computed once for each
   * actor, and an actor belongs to one request.
   */
  resolve(actor: Actor, includeAll: boolean, slugs: Slugs): Promise<ResolvedLevel[]> {
    const known = this.#resolved(actor);
    const levels = known.get(includeAll) ?? this.#resolve(actor, includeAll, slugs);
    known.set(includeAll, levels);
    return levels;
  }

  readonly #resolved = memoized<Actor, Map<boolean, Promise<ResolvedLevel[]>>>(() => new Map());

  async #resolve(actor: Actor, includeAll: boolean, slugs: Slugs): Promise<ResolvedLevel[]> {
    const levels = actor.grants.flatMap((grant) =>
      LEVELS.map((level) => resolveLevel(grant, level, includeAll, slugs)),
    );
    return (await Promise.all(levels)).flat();
  }

  /**
   * What a credential may do in the organizations that the caller reaches, without what was deleted (`live`) and without
   * places that `slugs` may not name; see {@link resolve}.
   */
  async resolveCredential(
    caller: Caller,
    credential: Credential,
    includeAll: boolean,
    slugs: Slugs,
    live: LiveLoads,
  ): Promise<ResolvedLevel[]> {
    const actor = this.#actors.get(credential) ?? this.#shownActorOf(caller, credential, live);
    this.#actors.set(credential, actor);
    return this.resolve(await actor, includeAll, slugs);
  }

  /**
   * The actor of a credential. If all its resources were deleted, it is shown with its permissions and without any place,
   * like one whose resources the caller may not see.
   */
  async #shownActorOf({ actor: viewer }: Caller, credential: Credential, live: LiveLoads): Promise<Actor> {
    const actor = await this.identities.actorOf(credential, live);
    const reached = new Set(viewer.grants.map(({ organizationId }) => organizationId));
    if (credential.ownerId !== null || actor.grants.length > 0)
      return { ...actor, grants: actor.grants.filter(({ organizationId }) => reached.has(organizationId)) };
    const grant = {
      permissions: new Set(credential.permissions),
      resources: { mode: 'GRANULAR', projects: [] },
    } as const;
    return { ...actor, grants: credential.organizationIds.map((organizationId) => ({ organizationId, ...grant })) };
  }

  /** The actors of credentials, each computed once for a credential that a request has read. */
  readonly #actors = new WeakMap<Credential, Promise<Actor>>();

  /** Whether and why the caller, or a credential that they manage, holds a permission at a resource. */
  async explain(caller: Caller, question: AccessQuestion, slugs: Slugs): Promise<Explanation> {
    const permission = permissionById(question.permission);
    if (!permission) throw new BadInput('"permission" is no permission. See the available permission groups.');
    parsePath(question.resource);
    const { actor, end, emptied } = await this.#askedAbout(caller, question.credentialId ?? null, slugs);
    const organizationId = await this.#organizationOf(actor, question.organization ?? null);
    if (organizationId === undefined)
      return refused(emptied ? 'RESOURCES_DELETED' : 'ORGANIZATION_NOT_REACHED', permission.id);
    if (end) return refused(`CREDENTIAL_${end}`, permission.id);
    // A caller also sees the resources that their credential lists: `whoAmI` shows their slugs.
    const own = caller.actor.grants.find((grant) => grant.organizationId === organizationId);
    const sees = (place: Resource) =>
      isVisible(caller.actor, place) || (own !== undefined && isAssignedByName(own.resources, place));
    const found = await findPlace(this.places, organizationId, question.resource, sees);
    const place = found instanceof NotFound ? found.place : found;
    const { granted, because } = decide(actor, permission.id, place);
    // A caller who may not see a place gets the same answer whether or not it exists.
    if (found instanceof NotFound && (!granted || isVisible(caller.actor, place)))
      return { granted: false, code: 'RESOURCE_NOT_FOUND', reason: found.reason, assignment: null };
    const assigned = ancestorsOf(place).find((one) => decide(actor, permission.id, one).because === 'WITHIN');
    const [assignment] = await pathsOf(slugs, assigned ? [assigned] : []);
    const code = CODES[because];
    return { granted, code, reason: reasonOf(code, permission.id), assignment: assignment ?? null };
  }

  /** Whom a question is about: the caller, or a credential that they manage, which may have ended. */
  async #askedAbout({ actor }: Caller, credentialId: string | null, live: LiveLoads) {
    if (credentialId === null || credentialId === actor.credentialId) return { actor, end: undefined, emptied: false };
    const credential = isUuid(credentialId) ? await this.credentials.get(credentialId) : undefined;
    if (!credential?.listed || !isManagedBy(actor, credential))
      throw new ClientError('NOT_FOUND', 'The credential does not exist.');
    const asked = await this.identities.actorOf(credential, live);
    const emptied = credential.ownerId === null && asked.grants.length === 0;
    return { actor: asked, end: this.credentials.endOf(credential), emptied };
  }

  /** The id of the named organization, if the actor reaches it; of their only one when none is named. */
  async #organizationOf(actor: Actor, reference: OrganizationReferenceInput | null): Promise<string | undefined> {
    if (reference === null) {
      if (actor.grants.length > 1)
        throw new BadInput('The credential reaches several organizations. Name one with "organization".');
      return actor.grants[0]?.organizationId;
    }
    const [by, value] = exactlyOne({ bySelector: reference.bySelector, byId: reference.byId });
    const id = by === 'byId' ? value : (await this.organizations.reached(actor, value.organizationSlug))?.id;
    return actor.grants.find(({ organizationId }) => organizationId === id)?.organizationId;
  }
}

const CODES = {
  APPLIES_TO_ANCESTORS: 'APPLIES_TO_ANCESTORS',
  MISSING_PERMISSION: 'MISSING_PERMISSION',
  NO_GRANT: 'ORGANIZATION_NOT_REACHED',
  OUTSIDE_RESOURCES: 'OUTSIDE_RESOURCES',
  WITHIN: 'WITHIN_RESOURCES',
} as const satisfies Record<Decision['because'], AccessExplanationCode>;

const REASONS = {
  APPLIES_TO_ANCESTORS: 'The credential holds PERMISSION, which also shows what lies above the resources assigned.',
  CREDENTIAL_EXPIRED: 'The credential has expired.',
  CREDENTIAL_REVOKED: 'The credential is revoked.',
  MISSING_PERMISSION: 'The credential lacks PERMISSION.',
  ORGANIZATION_NOT_REACHED: 'The credential reaches no such organization.',
  OUTSIDE_RESOURCES: 'The credential holds PERMISSION, but the resource lies outside what is assigned.',
  RESOURCES_DELETED: 'All that the credential was assigned has been deleted. Delete it, too.',
  WITHIN_RESOURCES: 'The credential holds PERMISSION, and the resource lies within what is assigned.',
} as const satisfies Record<Exclude<AccessExplanationCode, 'RESOURCE_NOT_FOUND'>, string>;

const reasonOf = (code: keyof typeof REASONS, permission: string): string =>
  REASONS[code].replace('PERMISSION', permission);

const refused = (code: keyof typeof REASONS, permission: string): Explanation => ({
  granted: false,
  code,
  reason: reasonOf(code, permission),
  assignment: null,
});
