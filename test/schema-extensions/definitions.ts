/** What frameworks define by themselves, and schemas use without a definition. */

/** Of @graphql-tools/stitching-directives. */
export const STITCHING = `directive @merge(
  argsExpr: String
  keyArg: String
  keyField: String
  key: [String!]
  additionalArgs: String
) on FIELD_DEFINITION
directive @key(selectionSet: String!) on OBJECT
directive @computed(selectionSet: String!) on FIELD_DEFINITION
directive @canonical on OBJECT | INTERFACE | INPUT_OBJECT | UNION | ENUM | SCALAR | FIELD_DEFINITION | INPUT_FIELD_DEFINITION
`;

/** Two services of a stitched gateway. */
export const STITCHED_SERVICES = [
  `type User @key(selectionSet: "{ id }") {
  id: ID!
  email: String! @canonical
}
type Query {
  users(ids: [ID!]!): [User]! @merge(keyField: "id")
}`,
  `type User {
  id: ID!
  email: String!
  posts: [Post] @computed(selectionSet: "{ email }")
}
type Post {
  id: ID!
}
type Query {
  post(id: ID!): Post
  _users(keys: [ID!]!): [User]! @merge(keyArg: "keys")
}`,
] as const;

/** Of AWS AppSync. */
export const APPSYNC = `scalar AWSDate
scalar AWSTime
scalar AWSDateTime
scalar AWSTimestamp
scalar AWSEmail
scalar AWSJSON
scalar AWSURL
scalar AWSPhone
scalar AWSIPAddress
directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
directive @aws_auth(cognito_groups: [String!]!) on FIELD_DEFINITION
directive @aws_api_key on FIELD_DEFINITION | OBJECT
directive @aws_iam on FIELD_DEFINITION | OBJECT
directive @aws_oidc on FIELD_DEFINITION | OBJECT
directive @aws_lambda on FIELD_DEFINITION | OBJECT
directive @aws_cognito_user_pools(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT
`;

/** A schema of AppSync's console. */
export const APPSYNC_SCHEMA = `type Todo @aws_api_key @aws_cognito_user_pools(cognito_groups: ["editors"]) {
  id: ID!
  due: AWSDateTime
  notify: AWSEmail @aws_auth(cognito_groups: ["owners"])
}
type Query {
  todos: [Todo!]! @aws_iam
}
type Mutation {
  addTodo(due: AWSDateTime, meta: AWSJSON): Todo @aws_lambda
}
type Subscription {
  added: Todo @aws_subscribe(mutations: ["addTodo"])
}`;
