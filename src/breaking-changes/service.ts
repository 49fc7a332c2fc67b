import { event, pendingWith, record } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import { isGranted, requirePermission } from '../authorization/grants.js';
import { ANY, placesGranted } from '../authorization/places.js';
import { visibleTarget } from '../authorization/visibility.js';
import type { Clock } from '../clock.js';
import { Unauthorised } from '../errors.js';
import type {
  BreakingChangeConfigurationErrorCode,
  ConditionalBreakingChangeConfigurationInput,
  TargetReferenceInput,
} from '../generated/resolvers-types.js';
import type { Loads } from '../graphql/references.js';
import type { Organizations } from '../organizations/service.js';
import { type Collection, updateOrInsert } from '../storage/collection.js';
import type { Targets } from '../targets/service.js';
import type { Target } from '../targets/target.js';
import {
  type BreakingChangeConfiguration,
  changeOf,
  defaultRules,
  type Rules,
  type RulesChange,
} from './configuration.js';
import { type Assessment, assess } from './assessment.js';
import { changesIn, errorsIn, type InputErrors, NO_ERRORS } from './input.js';
import { checkReport, type Report } from './report.js';

/** Why rules were not changed. */
export interface ConfigurationProblem {
  readonly code: BreakingChangeConfigurationErrorCode;
  readonly message: string;
  readonly inputErrors: InputErrors;
}

/** The rules by which breaking changes count as safe in targets, and the assessment of given changes by them. */
export class BreakingChanges {
  constructor(
    readonly collection: Collection<BreakingChangeConfiguration>,
    readonly targets: Targets,
    readonly organizations: Organizations,
    readonly clock: Clock,
  ) {}

  /** Changes some of the rules of a target; the others stay. Needs `target:modifySettings`. */
  async configure(
    caller: Caller,
    reference: TargetReferenceInput,
    input: ConditionalBreakingChangeConfigurationInput,
  ): Promise<Target | ConfigurationProblem> {
    const target = await this.targets.namedTarget(caller, reference);
    const organization = target && (await this.organizations.any(target.organizationId));
    if (!target || !organization)
      return { code: 'TARGET_NOT_FOUND', message: 'The target does not exist.', inputErrors: NO_ERRORS };
    requirePermission(caller.actor, 'target:modifySettings', placeOf(target));
    const changes = changesIn(input);
    const inputErrors = errorsIn(changes, organization.plan);
    inputErrors.targetIds ??= await this.#errorInTargets(caller, target, changes.targetIds ?? []);
    if (Object.values(inputErrors).some((error) => error !== null))
      return { code: 'INVALID_INPUT', message: 'Please check your input.', inputErrors };
    await this.#store(caller, target, changes);
    return target;
  }

  async #store(caller: Caller, target: Target, changes: Partial<Rules>): Promise<void> {
    const { id, organizationId, slug: title } = target;
    const changed = (change: RulesChange) =>
      event(
        caller,
        this.clock,
        { organizationIds: [organizationId], subject: { kind: 'TARGET', id, title } },
        { action: 'target.breakingChangeRulesChanged', change },
      );
    await updateOrInsert(
      this.collection,
      id,
      async (now) => {
        const change = changeOf(now, changes);
        return change ? record({ ...now, ...changes }, await changed(change)) : now;
      },
      async () => {
        const first = defaultRules(id);
        const change = changeOf(first, changes);
        return change && { id, organizationId, ...first, ...changes, ...pendingWith(await changed(change)) };
      },
    );
  }

  async #errorInTargets(caller: Caller, { projectId }: Target, ids: readonly string[]): Promise<string | null> {
    if (ids.length === 0) return null;
    const found = await this.targets.targets.getMany(ids);
    const all = found.every((one) => one?.projectId === projectId && visibleTarget(caller, one));
    return all ? null : 'The project has no target with one of these ids.';
  }

  /** The rules of a target that the caller sees. */
  async rulesOf({ id }: Pick<Target, 'id'>, configurations: Loads<BreakingChangeConfiguration>): Promise<Rules> {
    return (await configurations.load(id)) ?? defaultRules(id);
  }

  /**
   * Whether changes are safe. Needs `schemaCheck:create` on the target or on a service in it. The caller must also see every
   * target that the rules count: they cannot report the traffic of a target that they do not see.
   * @throws Unauthorised without these; BadInput as {@link checkReport} says.
   */
  async assess(
    caller: Caller,
    target: Target,
    report: Report,
    configurations: Loads<BreakingChangeConfiguration>,
  ): Promise<Assessment> {
    requireCheck(caller, target);
    const rules = await this.rulesOf(target, configurations);
    const found = (await this.targets.targets.getMany(rules.targetIds)).flatMap((one) => one ?? []);
    // Deleted targets have no traffic. If all are deleted, the target itself counts, as by default.
    const counted = found.length > 0 ? found : [target];
    if (!counted.every((one) => visibleTarget(caller, one))) throw new Unauthorised('project:describe');
    if (rules.isEnabled || report.operations.length > 0 || report.changes.length > 0)
      checkReport(
        report,
        counted.map(({ id }) => id),
      );
    return assess({ ...rules, targetIds: counted.map(({ id }) => id) }, counted, report);
  }
}

const placeOf = ({ organizationId, projectId, id: targetId }: Target) => ({ organizationId, projectId, targetId });

/** @throws Unauthorised unless the caller checks schemas of the target, or of a service in it. */
function requireCheck({ actor }: Caller, target: Target): void {
  const place = placeOf(target);
  if (isGranted(actor, 'schemaCheck:create', place)) return;
  const isIn = (id: string | undefined, wanted: string) => id === ANY || id === wanted;
  const services = placesGranted(actor, 'schemaCheck:create', place.organizationId);
  if (
    services.some(
      (one) => 'targetId' in one && isIn(one.projectId, place.projectId) && isIn(one.targetId, place.targetId),
    )
  )
    return;
  throw new Unauthorised('schemaCheck:create');
}
