/** Authenticates the caller again for each field that writes. */
import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Context } from './context.js';

/** Whether a type's fields write: `Mutation` and the namespaces below it, as `OrganizationMutation`. */
const isMutation = (type: GraphQLNamedType | undefined): boolean => type?.name.endsWith('Mutation') ?? false;

/** Whether a field of `parent` with the type `type` writes. One that leads to a namespace of mutations does not. */
const isWriting = (parent: GraphQLNamedType | undefined, type: GraphQLNamedType | undefined): boolean =>
  isMutation(parent) && !isMutation(type);

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Makes every field of a mutation read the credential, membership and role again when it begins, whether the fields of the
 * document run one after another or at once. So a request whose credential is revoked while it runs writes nothing in the
 * fields that begin after that. The selections below a field use the authentication of that field.
 */
export function authenticateEachWrite(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !isMutation(type)) continue;
    for (const field of Object.values(type.getFields()))
      field.resolve = authenticated(field.resolve as Resolve, isWriting(type, getNamedType(field.type))) as never;
  }
  return schema;
}

const authenticated =
  (resolve: Resolve = defaultFieldResolver, writing: boolean): Resolve =>
  async (source, args, context, info) => {
    context.authenticateAnew();
    const result: unknown = await resolve(source, args, context, info);
    if (writing) context.noteWrite();
    return result;
  };
