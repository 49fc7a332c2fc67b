import type { Caller } from '../authorization/caller.js';
import { instant, addPeriod } from '../clock.js';
import { limitMessage } from '../config/plans.js';
import type { Credential } from '../credentials/credential.js';
import type { LastUses } from '../credentials/last-use.js';
import type { Attempt, IdempotencyKeys } from '../credentials/idempotency.js';
import type { Created, Issued } from '../credentials/issuance.js';
import { filtered } from '../credentials/list.js';
import { MAX_OVERLAP_DAYS } from '../credentials/rotation.js';
import type { Credentials } from '../credentials/service.js';
import type { OrganizationAccessTokenExpirationInput } from '../generated/resolvers-types.js';
import { exactlyOne } from '../graphql/references.js';
import type { Organization } from '../organizations/organization.js';
import type { Organizations } from '../organizations/service.js';
import type { PermissionId } from '../authorization/catalogue.js';
import { permissionGroups } from '../authorization/permission-groups.js';
import { isGranted, requirePermission } from '../authorization/grants.js';
import { visibleProject, visibleTarget } from '../authorization/visibility.js';
import type { Resources } from '../authorization/resources.js';
import { type Collection, type Page, Refused, type PageRequest } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';
import { endAfter, readTokenInput, type TokenInput, type TokenRotation } from './input.js';
import { changeProblem, type ChangeProblem, lacking, problem, type TokenProblem } from './problems.js';
import { missingPlace, placesOf } from './resources.js';
import { isToken, quotaOf, type TokenFilter } from './token.js';

/** Hive's organization access tokens. Everything needs `accessToken:modify` on the organization. */
export class OrganizationAccessTokens {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: Organizations,
    readonly lastUses: LastUses,
    readonly projects: Collection<Project>,
    readonly targets: Collection<Target>,
    readonly idempotency: IdempotencyKeys,
  ) {}

  /**
   * Creates a token that lies within its creator's permissions and resources; one attempt creates one token.
   * @throws what {@link IdempotencyKeys.createOnce} throws.
   */
  async create(caller: Caller, input: TokenInput, attempt?: Attempt): Promise<Created | TokenProblem> {
    const organization = await this.organizations.named(caller, input.organization, null, 'accessToken:modify');
    if (!organization) return problem('ORGANIZATION_NOT_FOUND', 'The organization does not exist.');
    requireModify(caller, organization.id);
    return this.idempotency.createOnce(caller, attempt, (id) => this.#create(caller, organization, input, id));
  }

  async #create(
    caller: Caller,
    organization: Organization,
    input: TokenInput,
    id: string | undefined,
  ): Promise<Issued | TokenProblem> {
    const { id: organizationId, plan } = organization;
    const spec = readTokenInput(organizationId, input);
    if ('code' in spec) return spec;
    const missing = await this.#missing(caller, organizationId, spec.resources);
    if (missing) return missing;
    const issued = await this.credentials.issue(caller, { ...spec, id }, quotaOf(this.credentials.clock, organization));
    if (!(issued instanceof Refused)) return issued;
    if (issued.problem === 'LIMIT_REACHED') return problem('LIMIT_REACHED', limitMessage(plan, 'liveAccessTokens'));
    return lacking(issued.problem.lacks);
  }

  /** A listed token by its id. */
  async find(caller: Caller, organization: Organization, id: string): Promise<Credential | null> {
    requireModify(caller, organization.id);
    const credential = await this.credentials.get(id);
    return credential?.listed && isToken(credential) && credential.organizationIds.includes(organization.id)
      ? credential
      : null;
  }

  /** A page of the tokens that pass the filter, newest first. */
  page(
    caller: Caller,
    organization: Organization,
    window: PageRequest,
    { unusedSince, expiresBefore }: TokenFilter,
  ): Promise<Page<Credential>> {
    requireModify(caller, organization.id);
    const family = 'ORGANIZATION_ACCESS_TOKEN';
    const selection = {
      organizationId: organization.id,
      family,
      kind: null,
      status: expiresBefore && 'ACTIVE',
      expiresBefore: expiresBefore && instant(expiresBefore),
    } as const;
    if (unusedSince === null) return this.credentials.page(selection, window);
    const since = instant(unusedSince);
    return filtered(
      window,
      (part) => this.credentials.page(selection, part),
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
    await this.credentials.remove(caller, id);
    return id;
  }

  /** Ends a token at once and keeps it in the lists. */
  async revoke(caller: Caller, id: string): Promise<Credential | ChangeProblem> {
    const token = await this.#changeable(caller, id);
    if (!token?.listed) return changeProblem('NOT_FOUND');
    return (await this.credentials.revoke(caller, id)) ?? changeProblem('NOT_FOUND');
  }

  /** Rotates a token; one attempt rotates once. @throws what {@link IdempotencyKeys.rotateOnce} throws. */
  async rotate(caller: Caller, id: string, input: TokenRotation, attempt?: Attempt): Promise<Created | ChangeProblem> {
    const token = await this.#changeable(caller, id);
    if (!token?.listed) return changeProblem('NOT_FOUND');
    return this.idempotency.rotateOnce(caller, attempt, id, (rotation) => this.#rotate(caller, id, input, rotation));
  }

  async #rotate(
    caller: Caller,
    id: string,
    { overlapDays, period }: TokenRotation,
    rotation: string | undefined,
  ): Promise<Created | ChangeProblem> {
    if (overlapDays < 0 || overlapDays > MAX_OVERLAP_DAYS) return changeProblem('INVALID_OVERLAP');
    const now = instant(this.credentials.clock());
    const formerUntil = overlapDays === 0 ? null : addPeriod(now, { days: overlapDays });
    const expiresAt = period === null ? undefined : endAfter(period, now);
    const rotated = await this.credentials.rotate(caller, id, { id: rotation, title: null, formerUntil, expiresAt });
    if (rotated instanceof Refused) return changeProblem(rotated.problem);
    return rotated ?? changeProblem('NOT_FOUND');
  }

  /** Moves the end of a token to a moment in the future, or by a period from now. An expired token becomes valid again. */
  async setExpiration(
    caller: Caller,
    id: string,
    { at, period }: OrganizationAccessTokenExpirationInput,
  ): Promise<Credential | ChangeProblem> {
    const [by, end] = exactlyOne({ at, period });
    const token = await this.#changeable(caller, id);
    if (!token?.listed) return changeProblem('NOT_FOUND');
    const now = instant(this.credentials.clock());
    const expiresAt = by === 'at' ? instant(end) : endAfter(end, now);
    if (expiresAt !== null && expiresAt <= now) return changeProblem('INVALID_EXPIRATION');
    const organization = await this.organizations.any(token.organizationIds[0] ?? '');
    if (!organization) return changeProblem('NOT_FOUND');
    const quota = quotaOf(this.credentials.clock, organization);
    const moved = await this.credentials.setExpiration(caller, id, expiresAt, quota);
    return (moved instanceof Refused ? changeProblem(moved.problem) : moved) ?? changeProblem('NOT_FOUND');
  }

  /** What a token would be assigned that the organization does not have, or the caller does not see. */
  async #missing(caller: Caller, organizationId: string, resources: Resources): Promise<TokenProblem | undefined> {
    const places = placesOf(resources);
    const projects = await this.projects.getMany(places.projectIds);
    const targets = await this.targets.getMany(places.targets.map(({ targetId }) => targetId));
    return missingPlace(
      organizationId,
      places,
      projects.map((one) => visibleProject(caller, one)),
      targets.map((one) => visibleTarget(caller, one)),
    );
  }

  /** A token, deleted ones too, of an organization whose tokens the caller manages; undefined as if there were none. */
  async #changeable(caller: Caller, id: string): Promise<Credential | undefined> {
    const credential = await this.credentials.get(id);
    const [organizationId] = credential?.organizationIds ?? [];
    if (!credential || !isToken(credential) || organizationId === undefined) return undefined;
    const may = (permission: PermissionId) => isGranted(caller.actor, permission, { organizationId });
    // Somebody else's: as if it did not exist.
    if (!may('organization:describe') && !may('accessToken:modify')) return undefined;
    requireModify(caller, organizationId);
    return credential;
  }
}

const requireModify = ({ actor }: Caller, organizationId: string): void =>
  requirePermission(actor, 'accessToken:modify', { organizationId });
