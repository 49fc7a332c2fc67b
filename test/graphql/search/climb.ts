/** Looks for the dearest document within the limits: keeps those that took most, changes them and keeps what is dearer. */
import { type GraphQLSchema, MaxIntrospectionDepthRule, type OperationDefinitionNode, parse, validate } from 'graphql';
import { measure } from '../../../src/graphql/cost.js';
import { LIMITS } from '../../../src/graphql/limits.js';
import type { Work } from '../../support/work.js';
import type { Arguments } from './arguments.js';
import type { Random } from './random.js';
import { flattened, printed, replaced, type Selection, selectionsOf, used } from './selections.js';

/** A document that may be sent. */
export interface Candidate {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Sent with an access token, not with that of the owner. */
  readonly asToken: boolean;
  readonly cost: number;
}

interface Tried extends Candidate {
  readonly selections: readonly Selection[];
  readonly work: Work;
}

export interface SearchOptions {
  readonly schema: GraphQLSchema;
  readonly given: Arguments;
  readonly random: Random;
  /** What a document takes. */
  readonly work: (candidate: Candidate) => Promise<Work>;
  /** Whether to try one more, after `tried` documents. */
  readonly more: (tried: number) => boolean;
}

/** How many documents are kept by each measure. */
const KEPT = 6;
const MOST_TIMES = 30;

/** What a document is kept for. */
const MEASURES: readonly ((tried: Tried) => number)[] = [
  ({ work }) => work.cpu,
  ({ work }) => work.allocated,
  ({ work, cost }) => work.cpu / (cost + 1000),
  ({ work, cost }) => work.allocated / (cost + 1000),
];

/** Searches as long as there are `more`, and gives how many documents it tried. */
export async function search({ schema, given, random, work, more }: SearchOptions): Promise<number> {
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');
  const selections = selectionsOf(schema, given, random);
  let kept: readonly Tried[] = [];
  let tried = 0;

  /** The document, unless it is beyond a limit. */
  function allowed(roots: readonly Selection[], asToken: boolean): Candidate | undefined {
    if (!roots.length) return undefined;
    const text = printed(roots, given);
    const variables = Object.fromEntries(
      used(text, given.variables).map((name) => [name, given.variables[name]?.value]),
    );
    const cost = costOf(schema, text, variables);
    return cost === undefined ? undefined : { query: text, variables, asToken, cost };
  }

  function changed(roots: readonly Selection[]): readonly Selection[] {
    const target = random.pick(flattened(roots));
    const within = selections.within(target);
    const more = (selection: Selection) => ({
      ...selection,
      times: Math.min(MOST_TIMES, random.chance(50) ? selection.times + 1 : selection.times * 2),
    });
    const changes: readonly (() => readonly Selection[])[] = [
      () => replaced(roots, target, more),
      () => replaced(roots, target, more),
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

  while (more(tried)) {
    const from = kept.length && random.chance(75) ? random.pick(kept) : undefined;
    const asToken = from && random.chance(95) ? from.asToken : random.chance(30);
    const roots = from ? changed(from.selections) : [selections.one(query)];
    if (!allowed(roots, asToken)) continue;
    const grown = random.chance(50) ? filled(roots, asToken) : roots;
    const candidate = allowed(grown, asToken);
    if (!candidate || kept.some((one) => one.query === candidate.query && one.asToken === asToken)) continue;
    tried++;
    const found = [...kept, { ...candidate, selections: grown, work: await work(candidate) }];
    const best = MEASURES.flatMap((by) => found.toSorted((a, b) => by(b) - by(a)).slice(0, KEPT));
    kept = [...new Set(best)];
  }
  return tried;
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
