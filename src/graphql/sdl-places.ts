/** Finds the values of a request that are an SDL, which may be longer than other texts. */
import {
  type ASTNode,
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The arguments, and the fields of input types, that take an SDL. */
const COORDINATES: ReadonlySet<string> = new Set(['Target.mergedSchema.sdl', 'UpdateBaseSchemaInput.newBase']);

export interface SdlPlaces {
  /** The values of the document that are given as an SDL. */
  readonly literals: ReadonlySet<ASTNode>;
  /** The variables that are given as an SDL and as nothing else, by name; and their fields, as `input.newBase`. */
  readonly variables: ReadonlySet<string>;
}

/** The values of a valid document, and its variables, that are given where an SDL is expected. */
export function sdlPlaces(schema: GraphQLSchema, document: DocumentNode): SdlPlaces {
  const literals = new Set<ASTNode>();
  const variables = new Set<string>();
  const others = new Set<string>();
  const types = new TypeInfo(schema);
  const takesSdl = (parent: ASTNode): boolean => {
    if (parent.kind === Kind.ARGUMENT)
      return COORDINATES.has(`${types.getParentType()?.name}.${types.getFieldDef()?.name}.${parent.name.value}`);
    if (parent.kind !== Kind.OBJECT_FIELD) return false;
    const type = types.getParentInputType();
    return type ? COORDINATES.has(`${getNamedType(type).name}.${parent.name.value}`) : false;
  };
  const isNode = (one: unknown): one is ASTNode => typeof one === 'object' && one !== null && 'kind' in one;
  visit(
    document,
    visitWithTypeInfo(types, {
      StringValue: (node, _, parent) => void (isNode(parent) && takesSdl(parent) && literals.add(node)),
      Variable({ name }, _, parent) {
        if (isNode(parent) && parent.kind !== Kind.VARIABLE_DEFINITION)
          (takesSdl(parent) ? variables : others).add(name.value);
      },
      VariableDefinition({ variable }) {
        const type = getNamedType(types.getInputType());
        if (!isInputObjectType(type)) return;
        for (const field of Object.keys(type.getFields()))
          if (COORDINATES.has(`${type.name}.${field}`)) variables.add(`${variable.name.value}.${field}`);
      },
    }),
  );
  for (const name of others) variables.delete(name);
  return { literals, variables };
}
