import {
  type DocumentNode,
  type GraphQLError,
  Kind,
  KnownTypeNamesRule,
  PossibleTypeExtensionsRule,
  visit,
  visitInParallel,
} from 'graphql';
import { specifiedSDLRules } from 'graphql/validation/specifiedRules.js';
import { SDLValidationContext } from 'graphql/validation/ValidationContext.js';
import { federationOf } from './federation.js';
import { MAX_PROBLEMS, problemOf, type SdlProblem } from './problem.js';

/**
 * How complete definitions must be: a `SCHEMA` is complete; Apollo Federation and other subgraphs add to a `SUBGRAPH`; the
 * types and directives that a `PART` uses may be defined elsewhere.
 */
export type Extent = 'SCHEMA' | 'SUBGRAPH' | 'PART';

const RULES: Readonly<Record<Extent, typeof specifiedSDLRules>> = {
  SCHEMA: specifiedSDLRules,
  SUBGRAPH: specifiedSDLRules.filter((rule) => rule !== PossibleTypeExtensionsRule),
  PART: specifiedSDLRules.filter((rule) => rule !== KnownTypeNamesRule && rule !== PossibleTypeExtensionsRule),
};

/** Thrown to end a search for errors. */
class Enough extends Error {}

/**
 * What is wrong with definitions, at most {@link MAX_PROBLEMS} problems: names that are undefined or defined twice, directives
 * in wrong places or with wrong arguments. `validateSDL` of graphql-js is not used: it searches for all errors, with a line
 * and similar names for each, so its time grows with the square of the length of the text.
 */
export function problemsWith(document: DocumentNode, extent: Extent): SdlProblem[] {
  const errors: GraphQLError[] = [];
  const context = new SDLValidationContext(definedHere(document, extent), null, (error) => {
    errors.push(error);
    if (errors.length === MAX_PROBLEMS) throw new Enough();
  });
  try {
    visit(context.getDocument(), visitInParallel(RULES[extent].map((rule) => rule(context))));
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return errors.map((error) => problemOf(error));
}

/** A document without the directives that are defined elsewhere, and with the types that Apollo Federation defines. */
function definedHere(document: DocumentNode, extent: Extent): DocumentNode {
  if (extent === 'SCHEMA') return document;
  const here = new Set(['deprecated', 'specifiedBy', 'oneOf']);
  for (const one of document.definitions) if (one.kind === Kind.DIRECTIVE_DEFINITION) here.add(one.name.value);
  const federation = extent === 'SUBGRAPH' ? federationOf(document) : undefined;
  const isElsewhere = (name: string): boolean =>
    !here.has(name) && (federation === undefined || federation.definesDirective(name));
  const { definitions } = visit(document, {
    Directive: ({ name }) => (isElsewhere(name.value) ? null : undefined),
  });
  return { ...document, definitions: [...definitions, ...(federation?.types ?? [])] };
}
