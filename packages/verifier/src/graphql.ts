/** `@latchkey/verifier/graphql`: a verifier in front of a GraphQL server. The only part that needs the package `graphql`. */
export { edgeAuth } from './edge.js';
export { apolloPlugin, yogaPlugin } from './plugins.js';
