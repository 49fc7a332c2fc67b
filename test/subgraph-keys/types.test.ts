import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../support/schema.js';

/** What clients of GraphOS' Platform API rely on: fields with their arguments and types. */
const CONTRACT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Query: { me: 'Identity' },
  Mutation: {
    organization: '(id: ID!): OrganizationMutation',
    createKey: '(input: CreateKeyInput!): CreateKeyResult!',
  },
  OrganizationMutation: {
    createKey:
      '(ipAllowlist: [String!], name: String!, resources: ApiKeyResourceInput, type: GraphOsKeyType!): GraphOsKey!',
    deleteKey: '(keyId: ID!): ID!',
    renameKey: '(keyId: ID!, name: String!): GraphOsKey!',
    revokeKey: '(keyId: ID!): ID!',
    rotateKey: '(expireOldKeyAt: Timestamp, keyId: ID!, newKeyName: String): GraphOsKey!',
    setKeyIpAllowlist: '(ipAllowlist: [String!], keyId: ID!): GraphOsKey!',
    setKeyExpiration: '(expiration: Timestamp!, keyId: ID!): GraphOsKey!',
  },
  Organization: {
    apiKey: '(keyId: ID!): GraphOsKey',
    apiKeys:
      '(after: String, before: String, expiresBefore: Timestamp, filter: ApiKeyFilterInput, first: Int, last: Int): GraphOsKeyConnection!',
  },
  GraphOsKey: {
    id: 'ID!',
    keyName: 'String',
    token: 'String!',
    createdAt: 'Timestamp!',
    createdBy: 'Actor!',
    expiresAt: 'Timestamp',
    keyType: 'GraphOsKeyType',
    lastUsed: 'Timestamp',
    resources: '[ApiKeyResource!]!',
    revokedAt: 'Timestamp',
    revokedBy: 'Actor',
  },
  ApiKeyResource: { resourceId: 'ID!', resourceType: 'ApiKeyResourceType!' },
  GraphOsKeyConnection: {
    edges: '[GraphOsKeyEdge!]!',
    nodes: '[GraphOsKey!]!',
    pageInfo: 'PageInfo!',
    totalCount: 'Int!',
  },
  GraphOsKeyEdge: { cursor: 'String!', node: 'GraphOsKey!' },
  Actor: { actorId: 'ID!', type: 'ActorType!' },
  Identity: { id: 'ID!', name: 'String!', asActor: 'Actor!' },
  User: { id: 'ID!', name: 'String!', asActor: 'Actor!' },
  Graph: { id: 'ID!', name: 'String!', asActor: 'Actor!', title: 'String!' },
  ServiceAccount: { id: 'ID!', name: 'String!', asActor: 'Actor!' },
  ApiKeyResourceInput: { subgraphs: '[SubgraphIdentifierInput!]', gateways: '[GatewayIdentifierInput!]' },
  SubgraphIdentifierInput: { graphId: 'String!', subgraphName: 'String!', variantName: 'String!' },
  GatewayIdentifierInput: { gatewayId: 'String!' },
  ApiKeyFilterInput: { apiKeyStatus: 'ApiKeyStatus = "ACTIVE"', apiKeyType: 'ApiKeyType' },
  CreateKeyOk: { id: 'ID!', key: 'GraphOsKey!', token: 'String!' },
  CreateKeyError: { code: 'CreateKeyErrorCode!', message: 'String!', field: 'String' },
};

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  GraphOsKeyType: ['GATEWAY', 'OPERATOR', 'ROUTER', 'SCIM', 'SUBGRAPH'],
  ApiKeyStatus: ['ACTIVE', 'ALL', 'EXPIRED', 'REVOKED'],
  ApiKeyType: ['GATEWAY', 'OPERATOR', 'SCIM', 'SUBGRAPH'],
  ActorType: ['GRAPH', 'SERVICE_ACCOUNT', 'SYSTEM', 'USER'],
};

/** A field as `(argument: Type): Type`, its arguments by name; an input field with its default. */
function shapeOf(typeName: string, fieldName: string): string | undefined {
  const type = schema.getType(typeName);
  if (isInputObjectType(type)) {
    const field = type.getFields()[fieldName];
    return (
      field && `${field.type}${field.defaultValue === undefined ? '' : ` = ${JSON.stringify(field.defaultValue)}`}`
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[fieldName];
  if (!field) return undefined;
  const args = field.args.map((arg) => `${arg.name}: ${arg.type}`).sort();
  return args.length === 0 ? String(field.type) : `(${args.join(', ')}): ${field.type}`;
}

describe('the types of keys', () => {
  it.each(Object.entries(CONTRACT))('gives %s the fields that clients rely on', (type, fields) => {
    const found = Object.keys(fields).map((field) => [field, shapeOf(type, field)]);
    expect(Object.fromEntries(found)).toEqual(fields);
  });

  it.each(Object.entries(ENUMS))('gives %s its values', (name, values) => {
    const type = schema.getType(name);
    const found = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    expect(found.sort()).toEqual(values);
  });

  it('names a moment Timestamp, as text', () => {
    const type = schema.getType('Timestamp') as unknown as { serialize: (value: unknown) => unknown };
    expect(type.serialize(new Date(0))).toEqual(new Date(0));
    expect(JSON.stringify(type.serialize(new Date(0)))).toBe('"1970-01-01T00:00:00.000Z"');
  });

  it('has a field for a secret in what creates and rotates alone, and in GraphOsKey, which masks it elsewhere', () => {
    const carriers = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isIntrospectionType(type) || (!isObjectType(type) && !isInterfaceType(type))) return [];
      return Object.values(type.getFields())
        .filter((field) => /token|secret|password|private|hash|digest/i.test(field.name))
        .filter((field) => getNamedType(field.type).name === 'String')
        .map((field) => `${type.name}.${field.name}`);
    });
    expect(carriers.sort()).toEqual([
      'CreateKeyOk.token',
      'CreateOrganizationAccessTokenResultOk.privateAccessKey',
      'CreatePersonalAccessTokenResultOk.privateAccessKey',
      'CreateProjectAccessTokenResultOk.privateAccessKey',
      'CreateTokenOk.secret',
      'CreateUserAccessTokenResultOk.privateAccessKey',
      'GraphOsKey.token',
      'RotateAccessTokenResultOk.privateAccessKey',
    ]);
  });
});
