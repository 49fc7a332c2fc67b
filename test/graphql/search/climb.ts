/** Looks for the dearest documents within the limits: keeps the dearest with each field, changes them and keeps what is dearer. */
import { type GraphQLSchema, MaxIntrospectionDepthRule, type OperationDefinitionNode, parse, validate } from 'graphql';
import { measure } from '../../../src/graphql/cost.js';
import { LIMITS } from '../../../src/graphql/limits.js';
import type { Work } from '../../support/work.js';
import type { Arguments } from './arguments.js';
import type { Random } from './random.js';
import { coordinatesOf, flattened, printed, replaced, type Selection, selectionsOf, used } from './selections.js';

/** A document that may be sent. */
export interface Candidate {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Sent with an access token, not with that of the owner. */
  readonly asToken: boolean;
  readonly cost: number;
  readonly selections: readonly Selection[];
}

export type Tried = Candidate & Work;

export interface SearchOptions {
  readonly schema: GraphQLSchema;
  readonly given: Arguments;
  readonly random: Random;
  /** What a document takes. */
  readonly work: (candidate: Candidate) => Promise<Work>;
  readonly tooMuch: (work: Work) => boolean;
  /** Whether to try one more, after `tried` documents of which these were `found` to take too much. */
  readonly more: (tried: number, found: readonly Tried[]) => boolean;
}

const MOST_TIMES = 30;
/** How many selections are made at random to begin with one of them. */
const SKETCHED = 50;

/** What a document is kept for. */
const MEASURES: readonly ((tried: Tried) => number)[] = [
  ({ cpu }) => cpu,
  ({ allocated }) => allocated,
  ({ cpu, cost }) => cpu / (cost + 1000),
  ({ allocated, cost }) => allocated / (cost + 1000),
];

/**
 * Searches as long as there are `more`, and gives the documents that take too much, without whatever they need not have for
 * that. One that has all the fields of an earlier one is left out.
 */
export async function search({ schema, given, random, work, tooMuch, more }: SearchOptions): Promise<readonly Tried[]> {
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');
  const selections = selectionsOf(schema, given, random);
  /** How many documents of those tried have a field. */
  const seen = new Map<string, number>();
  /** The best by each measure of those that have a field. */
  const kept = new Map<string, Tried>();
  const found: Tried[] = [];

  /** The document, unless it is beyond a limit. */
  function allowed(roots: readonly Selection[], asToken: boolean): Candidate | undefined {
    if (!roots.length) return undefined;
    const text = printed(roots, given);
    const names = used(text, given.variables);
    const variables = Object.fromEntries(names.map((name) => [name, given.variables[name]?.value]));
    const cost = costOf(schema, text, variables);
    return cost === undefined ? undefined : { query: text, variables, asToken, cost, selections: roots };
  }

  function changed(roots: readonly Selection[]): readonly Selection[] {
    const target = random.pick(flattened(roots));
    const within = selections.within(target);
    const oftener = (selection: Selection) => ({
      ...selection,
      times: Math.min(MOST_TIMES, random.chance(50) ? selection.times + 1 : selection.times * 2),
    });
    const changes: readonly (() => readonly Selection[])[] = [
      () => replaced(roots, target, oftener),
      () => replaced(roots, target, oftener),
      () => replaced(roots, target, (selection) => selections.again(selection)),
      () => replaced(roots, target, ({ parent }) => selections.one(parent)),
      () => replaced(roots, target, () => undefined),
      () => [...roots, selections.one(query as Selection['parent'])],
      () =>
        within ? replaced(roots, target, (one) => ({ ...one, inner: [...one.inner, selections.one(within)] })) : roots,
      () => (within ? replaced(roots, target, (one) => ({ ...one, inner: [selections.one(within)] })) : roots),
    ];
    return random.pick(changes)();
  }

  /** The fields there as often as the limits let them. */
  function filled(roots: readonly Selection[], asToken: boolean): readonly Selection[] {
    let grown = roots;
    for (const index of flattened(roots).keys()) {
      if (random.chance(50)) continue;
      for (const times of [2, 4, 8, 15, 29, 30]) {
        const target = flattened(grown)[index];
        if (!target) break;
        const next = replaced(grown, target, (selection) => ({ ...selection, times }));
        if (!allowed(next, asToken)) break;
        grown = next;
      }
    }
    return grown;
  }

  /** Of many selections the one with the field that was tried least. */
  function fresh(): Selection {
    const all = Array.from({ length: SKETCHED }, () => selections.one(query as Selection['parent']));
    const least = (one: Selection) => Math.min(...coordinatesOf([one]).map((coordinate) => seen.get(coordinate) ?? 0));
    return all.reduce((a, b) => (least(b) < least(a) ? b : a));
  }

  /** A document that was not tried yet, from scratch or from one that was kept. */
  function candidate(): Candidate | undefined {
    const from = kept.size && random.chance(75) ? random.pick([...new Set(kept.values())]) : undefined;
    const asToken = from && random.chance(95) ? from.asToken : random.chance(30);
    const roots = from ? changed(from.selections) : [fresh()];
    if (!allowed(roots, asToken)) return undefined;
    const one = allowed(random.chance(50) ? filled(roots, asToken) : roots, asToken);
    return [...kept.values()].some((tried) => tried.query === one?.query && tried.asToken === asToken)
      ? undefined
      : one;
  }

  function keep(tried: Tried): void {
    for (const coordinate of coordinatesOf(tried.selections)) {
      seen.set(coordinate, (seen.get(coordinate) ?? 0) + 1);
      for (const [index, by] of MEASURES.entries()) {
        const best = kept.get(`${index} ${coordinate}`);
        if (!best || by(tried) > by(best)) kept.set(`${index} ${coordinate}`, tried);
      }
    }
  }

  /** What is left of a document without the fields, and the repetitions, that it takes too much without. */
  async function shrunk(large: Tried): Promise<Tried> {
    for (const target of flattened(large.selections))
      for (const change of [() => undefined, (one: Selection) => ({ ...one, times: 1 })]) {
        const smaller = allowed(replaced(large.selections, target, change), large.asToken);
        if (!smaller || smaller.query.length >= large.query.length) continue;
        const tried = { ...smaller, ...(await work(smaller)) };
        if (tooMuch(tried)) return shrunk(tried);
      }
    return large;
  }

  for (let tried = 0; more(tried, found);) {
    const next = candidate();
    if (!next) continue;
    tried++;
    const one = { ...next, ...(await work(next)) };
    keep(one);
    const coordinates = new Set(coordinatesOf(one.selections));
    const known = found.some((earlier) => coordinatesOf(earlier.selections).every((field) => coordinates.has(field)));
    if (tooMuch(one) && !known) found.push(await shrunk(one));
  }
  return found;
}

/** What a document costs; undefined when it is beyond a limit. */
function costOf(
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  const document = readWithin(query);
  if (!document) return undefined;
  const measured = measure(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
  const counted = ['depth', 'aliases', 'directives', 'cost'] as const;
  if (counted.some((limit) => measured[limit] > LIMITS[limit].most)) return undefined;
  if (validate(schema, document, [MaxIntrospectionDepthRule]).length) return undefined;
  return JSON.stringify({ query, variables }).length > LIMITS.bodyBytes.most ? undefined : measured.cost;
}

function readWithin(query: string) {
  if (query.length > LIMITS.documentCharacters.most) return undefined;
  try {
    return parse(query, { maxLexicalTokens: LIMITS.tokens.most });
  } catch {
    return undefined;
  }
}
