import type { DurationLike } from 'luxon';
import type { Caller } from '../authorization/caller.js';
import { instant, addPeriod } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import type { LastUses } from '../credentials/last-use.js';
import { issue, remove, revoke, rotate, type CredentialStore } from '../credentials/lifecycle.js';
import { filtered, list } from '../credentials/list.js';
import type {
  AccessTokenErrorCode,
  ResourceAssignmentInput,
  TokenExpirationPeriod,
} from '../generated/resolvers-types.js';
import type { Organization } from '../organizations/organization.js';
import { permissionGroups, type PermissionId } from '../authorization/catalogue.js';
import { isGranted, requirePermission } from '../authorization/grants.js';
import { visibleProject, visibleTarget } from '../authorization/visibility.js';
import type { Secret } from '../secrets/secret.js';
import { type Collection, type Page, Refused, type PageRequest } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';
import { withoutEffect } from './effect.js';
import { permissionsOf, problem, resourcesOf, textsOf, type TokenProblem } from './input.js';

/** What a caller asks for. */
export interface TokenInput {
  readonly title: string;
  readonly description?: string | null;
  readonly permissions: readonly string[];
  readonly resources: ResourceAssignmentInput;
  readonly expirationPeriod?: TokenExpirationPeriod | null;
}

/** Why a token could not be changed. */
export interface ChangeProblem {
  readonly code: AccessTokenErrorCode;
  readonly message: string;
}

/** A token whose secret can be shown, this one time. */
export interface NewToken {
  readonly credential: Credential;
  readonly secret: Secret;
}

const LIFETIMES: Readonly<Record<TokenExpirationPeriod, DurationLike | null>> = {
  NEVER: null,
  ONE_WEEK: { weeks: 1 },
  TWO_WEEKS: { weeks: 2 },
  ONE_MONTH: { months: 1 },
  SIX_MONTHS: { months: 6 },
  ONE_YEAR: { years: 1 },
};

/** The longest time that an old secret may stay good beside a new one, in days. */
export const LONGEST_OVERLAP_DAYS = 30;

const PROBLEMS = {
  BEYOND_CALLER: 'Nobody gets more than they hold, and this access token holds more. Ask an Org Admin.',
  EXPIRED: 'An expired access token cannot be rotated. Create another.',
  INVALID_OVERLAP: `"overlapDays" must be from 0 to ${LONGEST_OVERLAP_DAYS}.`,
  NOT_FOUND: 'The access token does not exist.',
  REVOKED: 'A revoked access token cannot be rotated. Create another.',
} as const satisfies Record<AccessTokenErrorCode, string>;

/** Hive's organization access tokens. Everything needs `accessToken:modify` on the organization. */
export class OrganizationAccessTokens {
  constructor(
    readonly vault: CredentialStore,
    readonly lastUses: LastUses,
    readonly projects: Collection<Project>,
    readonly targets: Collection<Target>,
  ) {}

  /** Creates a token that lies within its creator's permissions and resources. */
  async create(caller: Caller, organization: Organization | null, input: TokenInput): Promise<NewToken | TokenProblem> {
    if (!organization) return problem('ORGANIZATION_NOT_FOUND', 'The organization does not exist.');
    const { id: organizationId } = organization;
    requireModify(caller, organizationId);
    const texts = textsOf(input.title, input.description);
    if ('code' in texts) return texts;
    const permissions = permissionsOf(input.permissions);
    if ('code' in permissions) return permissions;
    const own = <T extends { organizationId: string }>(one: T | undefined) =>
      one?.organizationId === organizationId ? one : undefined;
    const resources = await resourcesOf(input.resources, {
      projects: async (ids) => (await this.projects.getMany(ids)).map((one) => visibleProject(caller, own(one))),
      targets: async (ids) => (await this.targets.getMany(ids)).map((one) => visibleTarget(caller, own(one))),
    });
    if ('code' in resources) return resources;
    const idle = withoutEffect(organizationId, permissions, resources);
    if (idle) return problem('PERMISSION_WITHOUT_EFFECT', idle);
    const period = LIFETIMES[input.expirationPeriod ?? 'NEVER'];
    const issued = await issue(
      this.vault,
      caller,
      {
        kind: 'ORGANIZATION_ACCESS_TOKEN',
        organizationIds: [organizationId],
        ownerId: null,
        ...texts,
        permissions,
        resources,
        lifetime: (createdAt) => (period === null ? null : addPeriod(createdAt, period)),
      },
      null,
    );
    if (!(issued instanceof Refused)) return issued;
    if (issued.problem === 'LIMIT_REACHED') throw new Error('a token without a limit met one');
    const { lacks } = issued.problem;
    const what = lacks === 'RESOURCES' ? 'these permissions on all of these resources' : lacks;
    return problem('BEYOND_CALLER', `Nobody grants more than they hold, and you do not hold ${what}.`);
  }

  /** A listed token by its id. */
  async find(caller: Caller, organization: Organization, id: string): Promise<Credential | null> {
    requireModify(caller, organization.id);
    const credential = await this.vault.credentials.get(id);
    return credential?.listed && isToken(credential) && credential.organizationIds.includes(organization.id)
      ? credential
      : null;
  }

  /** A page of the tokens, newest first; with `unusedSince`, of those not used since then. */
  page(
    caller: Caller,
    organization: Organization,
    window: PageRequest,
    unusedSince: Date | null,
  ): Promise<Page<Credential>> {
    requireModify(caller, organization.id);
    const { credentials, clock } = this.vault;
    const family = 'ORGANIZATION_ACCESS_TOKEN';
    const selection = { organizationId: organization.id, family, kind: null, status: null } as const;
    if (unusedSince === null) return list(credentials, clock, selection, window);
    const since = instant(unusedSince);
    return filtered(
      window,
      (part) => list(credentials, clock, selection, part),
      async (rows) => {
        const uses = await this.lastUses.getMany(rows.map((row) => row.id));
        return rows.filter((row, index) => (uses[index]?.at ?? row.createdAt) < since);
      },
    );
  }

  /** All permissions, in groups. */
  permissionGroups(caller: Caller, organization: Organization) {
    requireModify(caller, organization.id);
    return permissionGroups(organization.id);
  }

  /** Ends a token at once and takes it from the lists. Answers its id, again and again. */
  async remove(caller: Caller, id: string): Promise<string | ChangeProblem> {
    const token = await this.#changeable(caller, id);
    if (!token) return changeProblem('NOT_FOUND');
    await remove(this.vault, caller, id);
    return id;
  }

  /** Ends a token at once and keeps it in the lists. */
  async revoke(caller: Caller, id: string): Promise<Credential | ChangeProblem> {
    const token = await this.#changeable(caller, id);
    if (!token?.listed) return changeProblem('NOT_FOUND');
    return (await revoke(this.vault, caller, id)) ?? changeProblem('NOT_FOUND');
  }

  /** Gives a token a new secret; the old one stays good for `overlapDays`. */
  async rotate(caller: Caller, id: string, overlapDays: number): Promise<NewToken | ChangeProblem> {
    const token = await this.#changeable(caller, id);
    if (!token?.listed) return changeProblem('NOT_FOUND');
    if (overlapDays < 0 || overlapDays > LONGEST_OVERLAP_DAYS) return changeProblem('INVALID_OVERLAP');
    const formerUntil = overlapDays === 0 ? null : addPeriod(instant(this.vault.clock()), { days: overlapDays });
    const rotated = await rotate(this.vault, caller, id, { title: null, formerUntil });
    if (rotated instanceof Refused) return changeProblem(rotated.problem);
    return rotated ?? changeProblem('NOT_FOUND');
  }

  /** A token, deleted ones too, of an organization whose tokens the caller manages; undefined as if there were none. */
  async #changeable(caller: Caller, id: string): Promise<Credential | undefined> {
    const credential = await this.vault.credentials.get(id);
    const [organizationId] = credential?.organizationIds ?? [];
    if (!credential || !isToken(credential) || organizationId === undefined) return undefined;
    const may = (permission: PermissionId) => isGranted(caller.actor, permission, { organizationId });
    // Somebody else's: as if it did not exist.
    if (!may('organization:describe') && !may('accessToken:modify')) return undefined;
    requireModify(caller, organizationId);
    return credential;
  }
}

const isToken = ({ kind }: Credential): boolean => kind === 'ORGANIZATION_ACCESS_TOKEN';

const requireModify = ({ actor }: Caller, organizationId: string): void =>
  requirePermission(actor, 'accessToken:modify', { organizationId });

const changeProblem = (code: AccessTokenErrorCode): ChangeProblem => ({ code, message: PROBLEMS[code] });
