/** Which fields write, and that the caller is authenticated anew for each of them. */
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

/** Whether a field of `parent` that answers `type` writes. One that leads to a namespace of mutations does not. */
const isWriting = (parent: GraphQLNamedType | undefined, type: GraphQLNamedType | undefined): boolean =>
  isMutation(parent) && !isMutation(type);

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Wraps every field of a mutation: credential, membership and role are read anew when it begins, whether the fields of
 * the document run one after another or at once. A request whose credential is revoked while it runs so writes nothing
 * in the fields that begin after that. What is selected below a field is judged as the field was.
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
