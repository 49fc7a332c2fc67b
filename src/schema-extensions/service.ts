import { holdsSecret } from '@latchkey/verifier/internal';
import { event, pendingWith, record } from '../audit/event.js';
import type { Caller } from '../authorization/caller.js';
import { requirePermission } from '../authorization/grants.js';
import type { Clock } from '../clock.js';
import type { TargetSelectorInput, UpdateBaseSchemaErrorCode } from '../generated/resolvers-types.js';
import type { Loads } from '../graphql/references.js';
import { SECRET_IN_TEXT } from '../names.js';
import { mergeSdl, problemsWithExtension } from '../sdl/merge.js';
import { lineOf, problemWithText, type SdlProblem } from '../sdl/problem.js';
import { digestOf } from '../secrets/digest.js';
import { type Collection, updateOrInsert } from '../storage/collection.js';
import type { Project } from '../targets/project.js';
import type { Targets } from '../targets/service.js';
import type { Target } from '../targets/target.js';
import type { SchemaExtension } from './extension.js';

/** What is wrong with one text or with two together. `message` gives the first problem and the number of the others. */
export interface SdlRefusal {
  readonly message: string;
  readonly problems: SdlProblem[];
}

/** Why a schema extension was not set. */
export interface ExtensionProblem extends SdlRefusal {
  readonly code: UpdateBaseSchemaErrorCode;
}

/** Schema extensions of targets: definitions that every schema of a target is merged with, so that no service repeats them. */
export class SchemaExtensions {
  constructor(
    readonly collection: Collection<SchemaExtension>,
    readonly targets: Targets,
    readonly clock: Clock,
  ) {}

  /** Sets the extension of a target; a text of white space alone, or null, removes it. Needs `target:modifySettings`. */
  async update(
    caller: Caller,
    selector: TargetSelectorInput,
    text: string | null | undefined,
  ): Promise<Target | ExtensionProblem> {
    const target = await this.targets.namedTarget(caller, { bySelector: selector });
    if (!target) return { code: 'TARGET_NOT_FOUND', message: 'The target does not exist.', problems: [] };
    const { organizationId, projectId, id } = target;
    requirePermission(caller.actor, 'target:modifySettings', { organizationId, projectId, targetId: id });
    const sdl = text && text.trim() !== '' ? text : null;
    const problems = sdl === null ? [] : problemsWithText(sdl);
    if (problems.length > 0) return { code: 'INVALID_SDL', ...refusalOf(problems) };
    const changed = (before: string | null) =>
      event(
        caller,
        this.clock,
        { organizationIds: [organizationId], subject: { kind: 'TARGET', id, title: target.slug } },
        {
          action: 'target.baseSchemaChanged',
          change: { from: before === null ? null : digestOf(before), to: sdl === null ? null : digestOf(sdl) },
        },
      );
    await updateOrInsert(
      this.collection,
      id,
      async (now) => (now.sdl === sdl ? now : record({ ...now, sdl }, await changed(now.sdl))),
      async () => (sdl === null ? undefined : { id, organizationId, sdl, ...pendingWith(await changed(null)) }),
    );
    return target;
  }

  /** The extension of a target that the caller sees; null for none. */
  async of({ id }: Pick<Target, 'id'>, extensions: Loads<SchemaExtension>): Promise<string | null> {
    return (await extensions.load(id))?.sdl ?? null;
  }

  /** An SDL merged with the extension of a target that the caller sees, or what is wrong with the two together. */
  async merge(
    target: Pick<Target, 'id'>,
    { type }: Pick<Project, 'type'>,
    sdl: string,
    extensions: Loads<SchemaExtension>,
  ): Promise<{ readonly sdl: string } | SdlRefusal> {
    const extension = await this.of(target, extensions);
    const merged = mergeSdl(sdl, extension, type === 'FEDERATION' ? 'SUBGRAPH' : 'SCHEMA');
    return 'problems' in merged ? refusalOf(merged.problems) : merged;
  }
}

const problemsWithText = (sdl: string): SdlProblem[] =>
  holdsSecret(sdl) ? [problemWithText(SECRET_IN_TEXT)] : problemsWithExtension(sdl);

function refusalOf(problems: SdlProblem[]): SdlRefusal {
  const [first] = problems;
  const more = problems.length - 1;
  const message = first ? lineOf(first) : '';
  return { message: more > 0 ? `${message} (and ${more} more)` : message, problems };
}
