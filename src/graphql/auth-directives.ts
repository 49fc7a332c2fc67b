/**
 * The scopes of fields: `@authenticated` and `@requiresScopes` in schema/. A gateway that enforces them refuses a request
 * before it reaches Latchkey. The resolvers check in any case, and more closely: a scope says that a credential holds a
 * permission somewhere, not where.
 */
import { type DocumentNode, visit } from 'graphql';

const NAMES = ['authenticated', 'requiresScopes'];

/**
 * The SDL without the directives and without their import: for routers that do not authenticate, which would refuse
 * every field that has one.
 */
export const withoutAuthDirectives = (sdl: DocumentNode): DocumentNode =>
  visit(sdl, {
    Directive: ({ name }) => (NAMES.includes(name.value) ? null : undefined),
    // An import of `@link`.
    StringValue: ({ value }) => (NAMES.includes(value.replace(/^@/, '')) ? null : undefined),
  });
