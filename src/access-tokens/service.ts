import { isGranted, requirePermission } from '../authorization/grants.js';
import type { Caller } from '../authorization/caller.js';
import { isVisible, visibleProject, visibleTarget } from '../authorization/visibility.js';
import { addPeriod, instant } from '../clock.js';
import type { Plan } from '../config/plans.js';
import type { Credential } from '../credentials/credential.js';
import type { Attempt, IdempotencyKeys } from '../credentials/idempotency.js';
import type { Created, CredentialSpec, Issued } from '../credentials/issuance.js';
import { type IpAllowlist, isProblem, readNewIpAllowlist } from '../credentials/ip-allowlist.js';
import { isManagedBy, isOthers, managementOf } from '../credentials/management.js';
import { quotaMessage, quotaOf } from '../credentials/quota.js';
import { MAX_OVERLAP_DAYS } from '../credentials/rotation.js';
import type { Credentials } from '../credentials/service.js';
import type { AccessTokenExpirationInput } from '../generated/resolvers-types.js';
import { type Collection, type Page, type PageRequest, Refused } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';
import { endAfter, endOf, type TokenRotation } from './input.js';
import { changeProblem, type ChangeProblem, exceedsCaller, problem, type TokenProblem } from './problems.js';
import { missingPlace, placesOf } from './resources.js';

/** An organization, as far as its plan limits its live tokens. */
interface LimitingOrganization {
  readonly id: string;
  readonly plan: Plan;
}

/** A token after a change, or why it was not changed. */
type Changed = Credential | ChangeProblem;

/**
 * Creates, reads, changes and ends access tokens of every kind. Needs the permission that manages the kind: see
 * {@link managementOf}. GraphOS' keys have a service of their own.
 */
export class AccessTokens {
  constructor(
    readonly credentials: Credentials,
    readonly organizations: { any(id: string): Promise<LimitingOrganization | undefined> },
    readonly projects: Collection<Project>,
    readonly targets: Collection<Target>,
    readonly idempotency: IdempotencyKeys,
  ) {}

  /**
   * Creates the token that `read` makes of an input; one attempt creates one token. Refuses a token with a right that its
   * creator lacks, and one for places that do not exist or that its creator may not see.
   * @throws what {@link IdempotencyKeys.createOnce} throws.
   */
  create(
    caller: Caller,
    organization: LimitingOrganization,
    read: () => CredentialSpec | TokenProblem,
    attempt?: Attempt,
  ): Promise<Created | TokenProblem> {
    return this.idempotency.createOnce(caller, attempt, async (id): Promise<Issued | TokenProblem> => {
      const spec = read();
      if ('code' in spec) return spec;
      const missing = await this.#missing(caller, organization.id, spec);
      if (missing) return missing;
      const quota = quotaOf(this.credentials.clock, organization, spec);
      const issued = await this.credentials.issue(caller, { ...spec, id }, quota);
      if (!(issued instanceof Refused)) return (await this.#withdrawn(caller, organization.id, issued)) ?? issued;
      if (issued.problem !== 'LIMIT_REACHED') return exceedsCaller(issued.problem.lacks);
      return problem('LIMIT_REACHED', quotaMessage(organization.plan, spec.kind));
    });
  }

  /**
   * Deletes a new token if one of its resources was deleted while it was created: the sweeper may have passed before the
   * token was stored. Returns the problem; undefined for a token that stays.
   */
  async #withdrawn(caller: Caller, organizationId: string, { credential }: Issued): Promise<TokenProblem | undefined> {
    const missing = await this.#missing(caller, organizationId, credential);
    if (!missing) return undefined;
    await this.credentials.remove(caller, credential.id);
    return problem(missing.code, 'What the token is assigned was deleted while it was created.');
  }

  /** A listed access token that reaches the organization, of whatever kind, by its id; null when there is none. */
  async find({ actor }: Caller, { id: organizationId }: LimitingOrganization, id: string): Promise<Credential | null> {
    requirePermission(actor, 'accessToken:modify', { organizationId });
    const found = await this.credentials.get(id);
    return found?.listed && isAccessToken(found) && found.organizationIds.includes(organizationId) ? found : null;
  }

  /** A page of the access tokens of every kind that reach the organization, newest first. */
  page(
    { actor }: Caller,
    { id: organizationId }: LimitingOrganization,
    request: PageRequest,
  ): Promise<Page<Credential>> {
    requirePermission(actor, 'accessToken:modify', { organizationId });
    const all = { organizationId, family: null, kind: null, status: null, expiresBefore: null } as const;
    return this.credentials.page(all, request, (some) => some.filter(isAccessToken));
  }

  /** Deletes a token: ends it at once and removes it from lists. Returns its id, also when repeated. */
  async remove(caller: Caller, id: string): Promise<string | ChangeProblem> {
    const token = await this.#changeable(caller, id);
    if (!token) return changeProblem('NOT_FOUND');
    await this.credentials.remove(caller, id);
    return id;
  }

  /** Ends a token at once and keeps it in the lists. */
  async revoke(caller: Caller, id: string): Promise<Changed> {
    const token = await this.#changeable(caller, id);
    if (!token?.listed) return changeProblem('NOT_FOUND');
    return (await this.credentials.revoke(caller, id)) ?? changeProblem('NOT_FOUND');
  }

  /** Rotates a token; one attempt rotates once. @throws what {@link IdempotencyKeys.rotateOnce} throws. */
  async rotate(caller: Caller, id: string, input: TokenRotation, attempt?: Attempt): Promise<Created | ChangeProblem> {
    const token = await this.#ownersToChange(caller, id);
    if ('code' in token) return token;
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
  async setExpiration(caller: Caller, id: string, expiration: AccessTokenExpirationInput): Promise<Changed> {
    const expiresAt = endOf(expiration, instant(this.credentials.clock()));
    const token = await this.#ownersToChange(caller, id);
    if ('code' in token) return token;
    if (expiresAt === undefined) return changeProblem('INVALID_EXPIRATION');
    const organization = await this.organizations.any(token.organizationIds[0] ?? '');
    const quota = quotaOf(this.credentials.clock, organization, token);
    if (!quota) return changeProblem('NOT_FOUND');
    const moved = await this.credentials.setExpiration(caller, id, expiresAt, quota);
    return (moved instanceof Refused ? changeProblem(moved.problem) : moved) ?? changeProblem('NOT_FOUND');
  }

  /** Limits a token to the networks of an allowlist, null for any address. @throws BadInput for undefined. */
  async setIpAllowlist(caller: Caller, id: string, networks: IpAllowlist | undefined): Promise<Changed> {
    const ipAllowlist = readNewIpAllowlist(networks);
    const token = await this.#ownersToChange(caller, id);
    if ('code' in token) return token;
    if (isProblem(ipAllowlist)) return { code: 'INVALID_IP_ALLOWLIST', message: ipAllowlist.problem };
    const changed = await this.credentials.setIpAllowlist(caller, id, ipAllowlist);
    return (changed instanceof Refused ? changeProblem(changed.problem) : changed) ?? changeProblem('NOT_FOUND');
  }

  /** The first place of a token that the organization does not have, or that the caller may not see, as a problem. */
  async #missing(
    caller: Caller,
    organizationId: string,
    { resources, projectId }: Pick<CredentialSpec, 'resources' | 'projectId'>,
  ): Promise<TokenProblem | undefined> {
    const places = placesOf(resources);
    const projects = await this.projects.getMany(places.projectIds);
    const targets = await this.targets.getMany(places.targets.map(({ targetId }) => targetId));
    return missingPlace(
      organizationId,
      places,
      projects.map((one) => visibleProject(caller, one)),
      targets.map((one) => visibleTarget(caller, one)),
      projectId === null ? undefined : () => 'resources',
    );
  }

  /** A listed token that the caller manages and, if it has an owner, owns; or why they may not change it. */
  async #ownersToChange(caller: Caller, id: string): Promise<Changed> {
    const token = await this.#changeable(caller, id);
    if (!token?.listed) return changeProblem('NOT_FOUND');
    return isOthers(caller.actor, token) ? changeProblem('NOT_OWNER') : token;
  }

  /** A token that the caller manages, also a deleted one; undefined if they may not see it. @throws Unauthorised if they may see it and not manage it. */
  async #changeable(caller: Caller, id: string): Promise<Credential | undefined> {
    const credential = await this.credentials.get(id);
    if (!credential || credential.family === 'GRAPHOS_KEY') return undefined;
    const management = managementOf(caller.actor, credential);
    if (!management) return isManagedBy(caller.actor, credential) ? credential : undefined;
    const { permission, place } = management;
    // A caller who does not see the place gets the same answer as for an unknown id.
    if (!isVisible(caller.actor, place) && !isGranted(caller.actor, permission, place)) return undefined;
    requirePermission(caller.actor, permission, place);
    return credential;
  }
}

/** Whether a credential is listed with the access tokens of an organization: neither a key nor a user access token. */
const isAccessToken = ({ family }: Credential): boolean => family !== 'GRAPHOS_KEY' && family !== 'USER_ACCESS_TOKEN';
