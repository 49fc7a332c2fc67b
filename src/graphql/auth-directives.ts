/**
 * The scopes of fields: `@authenticated` and `@requiresScopes` in schema/. A gateway that enforces them refuses a request
 * before it reaches Latchkey. Services check in any case, and more exactly: a scope says that a credential holds a
 * permission at some place, a service checks the place.
 */
import { type DocumentNode, visit } from 'graphql';

const NAMES = ['authenticated', 'requiresScopes'];

/**
 * The SDL without these directives and without their import, for routers that do not authenticate: they would refuse every
 * field that has one.
 */
export const withoutAuthDirectives = (sdl: DocumentNode): DocumentNode =>
  visit(sdl, {
    Directive: ({ name }) => (NAMES.includes(name.value) ? null : undefined),
    // An import of `@link`.
    StringValue: ({ value }) => (NAMES.includes(value.replace(/^@/, '')) ? null : undefined),
  });
