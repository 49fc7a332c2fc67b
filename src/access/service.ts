import { validate as isUuid } from 'uuid';
import type { Caller } from '../caller.js';
import type { Credential, CredentialKind } from '../credentials/credential.js';
import type { Vault } from '../credentials/lifecycle.js';
import { BadInput, ClientError, Unauthenticated } from '../errors.js';
import type { Authentication, Identities } from '../identity/service.js';
import type { Organization } from '../organizations/organization.js';
import {
  CATALOGUE,
  GROUPS,
  type Level,
  LEVELS,
  type Permission,
  type PermissionId,
  permissionById,
} from '../permissions/catalogue.js';
import { type Actor, decide, isGranted } from '../permissions/grants.js';
import { ANY, placesAt, placesGranted } from '../permissions/places.js';
import type { Resource } from '../permissions/resources.js';
import { findPlace, pathsOf, type Places } from './path.js';

/** The permissions of one level in one organization, and where they apply, as slug paths. */
export interface ResolvedLevel {
  readonly level: Level;
  readonly title: string;
  readonly resolvedResourceIds: string[] | null;
  readonly resolvedPermissionGroups: readonly {
    readonly title: string;
    readonly permissions: readonly { readonly permission: Permission; readonly isGranted: boolean }[];
  }[];
}

/** A credential that asks about itself. */
export interface Self {
  readonly title: string;
  readonly actor: Actor;
}

export interface Explanation {
  readonly granted: boolean;
  readonly reason: string;
  readonly assignment: string | null;
}

const TITLES: Readonly<Record<Level, string>> = {
  ORGANIZATION: 'Organization',
  PROJECT: 'Project',
  TARGET: 'Target',
  SERVICE: 'Service',
  APP_DEPLOYMENT: 'App Deployment',
};

/** Which permission lets one ask about credentials of a kind. Nobody asks about another's user access token. */
const ADMINISTERED_BY: Readonly<Record<CredentialKind, PermissionId | null>> = {
  ORGANIZATION_ACCESS_TOKEN: 'accessToken:modify',
  SUBGRAPH_KEY: 'key:modify',
  OPERATOR_KEY: 'key:modify',
  USER_ACCESS_TOKEN: null,
};

/** What a credential may do, and why. All answers come from `decide`, which every check goes through. */
export class Access {
  constructor(
    readonly vault: Vault,
    readonly identities: Identities,
    readonly places: Places,
  ) {}

  /** What the signed-in credential is called, and who it acts as. @throws Unauthenticated. */
  whoAmI(authentication: Authentication): Self {
    if (authentication.state !== 'GOOD') throw new Unauthenticated(authentication.state);
    return { title: authentication.credential.title, actor: authentication.actor };
  }

  /** What an actor may do, by organization and level; with `includeAll`, what they may not, too. */
  async resolve(actor: Actor, includeAll: boolean): Promise<ResolvedLevel[]> {
    const resolved: ResolvedLevel[] = [];
    for (const { organizationId, resources } of actor.grants)
      for (const level of LEVELS) {
        const permissions = CATALOGUE.filter((permission) => permission.level === level);
        const granted = new Set(
          permissions.filter(({ id }) => placesGranted(actor, id, organizationId).length > 0).map(({ id }) => id),
        );
        const places = placesAt(resources, organizationId, level).filter((place) =>
          [...granted].some((id) => isGranted(actor, id, place)),
        );
        const groups = Object.entries(GROUPS).map(([group, title]) => ({
          title,
          permissions: permissions
            .filter((permission) => permission.group === group && (includeAll || granted.has(permission.id)))
            .map((permission) => ({ permission, isGranted: granted.has(permission.id) })),
        }));
        const resolvedPermissionGroups = groups.filter(({ permissions: shown }) => shown.length > 0);
        const paths = await pathsOf(this.places, places);
        if (includeAll || (resolvedPermissionGroups.length > 0 && paths.length > 0))
          resolved.push({
            level,
            title: TITLES[level],
            resolvedResourceIds: paths.length > 0 ? paths : null,
            resolvedPermissionGroups,
          });
      }
    return resolved;
  }

  /** What a credential may do; see {@link resolve}. */
  async resolveCredential(credential: Credential, includeAll: boolean): Promise<ResolvedLevel[]> {
    return this.resolve(await this.identities.actorOf(credential), includeAll);
  }

  /** Whether, and why, the caller or a credential that they administer may do something somewhere. */
  async explain(
    caller: Caller,
    input: { readonly permission: string; readonly resource: string; readonly credentialId: string | null },
    organization: Organization | null,
  ): Promise<Explanation> {
    const permission = permissionById(input.permission);
    if (!permission) throw new BadInput('"permission" is no permission. See the available permission groups.');
    const actor = input.credentialId === null ? caller.actor : await this.#administered(caller, input.credentialId);
    const [only, another] = actor.grants.map((grant) => grant.organizationId);
    if (organization === null && another !== undefined)
      throw new BadInput('The credential reaches several organizations. Name one with "organization".');
    const organizationId = organization?.id ?? only;
    if (organizationId === undefined) return { granted: false, reason: REASONS.NO_GRANT, assignment: null };
    const place = await findPlace(this.places, organizationId, input.resource);
    if (typeof place === 'string') return { granted: false, reason: place, assignment: null };
    const { granted, because } = decide(actor, permission.id, place);
    const reason = REASONS[because].replace('PERMISSION', permission.id);
    return { granted, reason, assignment: granted ? await this.#assignment(actor, permission.id, place) : null };
  }

  async #administered({ actor }: Caller, credentialId: string): Promise<Actor> {
    const missing = new ClientError('NOT_FOUND', 'The credential does not exist.');
    if (actor.credentialId === credentialId) return actor;
    const credential = isUuid(credentialId) ? await this.vault.credentials.get(credentialId) : undefined;
    const needed = credential?.listed ? ADMINISTERED_BY[credential.kind] : null;
    const own = credential?.organizationIds.some(
      (organizationId) => needed !== null && isGranted(actor, needed, { organizationId }),
    );
    if (!credential || !own) throw missing;
    return this.identities.actorOf(credential);
  }

  /** The narrowest thing assigned that covers a place, as a slug path. */
  async #assignment(actor: Actor, permission: PermissionId, place: Resource): Promise<string | null> {
    const grant = actor.grants.find((one) => one.organizationId === place.organizationId);
    const covering = [...LEVELS]
      .reverse()
      .flatMap((level) => placesAt(grant?.resources ?? { mode: 'GRANULAR', projects: [] }, place.organizationId, level))
      .filter((one) => isGranted(actor, permission, one) && matches(one, place));
    const [path] = await pathsOf(this.places, covering.slice(0, 1));
    return path ?? null;
  }
}

const REASONS = {
  WITHIN: 'The credential holds PERMISSION, and the resource lies within what is assigned.',
  LEADS_TO_ASSIGNED: 'The credential holds PERMISSION, which also shows what lies above the resources assigned.',
  NO_GRANT: 'The credential reaches no such organization.',
  MISSING_PERMISSION: 'The credential lacks PERMISSION.',
  OUTSIDE_RESOURCES: 'The credential holds PERMISSION, but the resource lies outside what is assigned.',
} as const;

/** Whether an assigned place, which may end or continue in ANY, is the asked place or covers it. */
function matches(assigned: Resource, asked: Resource): boolean {
  const [one, other] = [assigned as Record<string, string | undefined>, asked as Record<string, string | undefined>];
  return ['projectId', 'targetId', 'service', 'appDeployment'].every(
    (key) => one[key] === undefined || one[key] === ANY || one[key] === other[key],
  );
}
