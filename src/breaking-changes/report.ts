/** Checks the report that a caller sends: breaking changes, and the operation counts of their usage store. */
import { BadInput } from '../errors.js';
import type { OperationCount } from './decision.js';

const MAX_CHANGES = 500;
const MAX_COUNTS = 5000;

/** A breaking change, and the operations that use what it breaks. */
export interface BreakingChange {
  readonly coordinate: string;
  readonly operations: readonly OperationCount[];
}

/** All operations of the targets that the rules count, and the changes. */
export interface Report {
  readonly operations: readonly OperationCount[];
  readonly changes: readonly BreakingChange[];
}

/** A schema coordinate, in the standard form or in Hive's, which has dots before arguments and `!` after given ones. */
const COORDINATE = /^@?[_A-Za-z]\w*(\.[_A-Za-z]\w*){0,2}(\([_A-Za-z]\w*:\))?!?$/;
const MAX_COORDINATE_LENGTH = 400;

/**
 * Checks a report against the targets that the rules count.
 * @throws BadInput for its first fault; the message names the place and repeats no value.
 */
export function checkReport({ operations, changes }: Report, targetIds: readonly string[]): void {
  if (changes.length > MAX_CHANGES) throw new BadInput(`"changes" has ${MAX_CHANGES} changes at most.`);
  const counts = operations.length + changes.reduce((sum, change) => sum + change.operations.length, 0);
  if (counts > MAX_COUNTS)
    throw new BadInput(`There are ${MAX_COUNTS} counts at most, of all operations and of changes together.`);
  const targets = new Set(targetIds);
  const totals = checkCounts('operations', operations, targets);
  if ([...totals.values()].reduce((sum, count) => sum + count, 0) > Number.MAX_SAFE_INTEGER)
    throw new BadInput('The counts in "operations" add up to more than 9007199254740991, the greatest exact number.');
  const reported = new Set(operations.map(({ targetId }) => targetId));
  if (targetIds.some((id) => !reported.has(id)))
    throw new BadInput(
      '"operations" lacks a target that the configuration looks at. Report each, with a count of 0 for one without operations.',
    );
  const coordinates = new Set<string>();
  for (const [index, { coordinate, operations: used }] of changes.entries()) {
    const place = `changes[${index}]`;
    if (coordinate.length > MAX_COORDINATE_LENGTH || !COORDINATE.test(coordinate))
      throw new BadInput(`"${place}.coordinate" must be a schema coordinate, as User.email or Query.user(id:).`);
    if (coordinates.has(coordinate)) throw new BadInput(`"${place}.coordinate" is listed twice. List each once.`);
    coordinates.add(coordinate);
    let row = 0;
    for (const [key, count] of checkCounts(`${place}.operations`, used, targets)) {
      const total = totals.get(key);
      const where = `"${place}.operations[${row++}]"`;
      if (total === undefined)
        throw new BadInput(`${where} has no total. List its target, client and app deployment in "operations", too.`);
      if (count > total) throw new BadInput(`${where} counts more than all operations of its client there.`);
    }
  }
}

/** The counts of a list, by target, client and app deployment. */
function checkCounts(
  place: string,
  counts: readonly OperationCount[],
  targets: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, { targetId, clientName, appDeployment, count }] of counts.entries()) {
    const where = `${place}[${index}]`;
    if (!targets.has(targetId))
      throw new BadInput(
        `"${where}.targetId" is no target that the configuration looks at. It lists them as "targets".`,
      );
    if (!Number.isSafeInteger(count) || count < 0)
      throw new BadInput(`"${where}.count" must be a whole number, 0 or more.`);
    const key = JSON.stringify([targetId, clientName, appDeployment]);
    if (found.has(key))
      throw new BadInput(`"${where}" is listed twice. Give one count for a target, client and app deployment.`);
    found.set(key, count);
  }
  return found;
}
