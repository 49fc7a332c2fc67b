import { randomUUID } from 'node:crypto';
import { getNamedType, GraphQLID, isInputObjectType, isObjectType } from 'graphql';
import { validate as isUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials } from '../../src/credentials/credential.js';
import { schema } from '../support/schema.js';
import { createToken } from '../organization-access-tokens/fixtures/tokens.js';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { createProjectToken } from '../project-access-tokens/project-tokens.js';
import { createRegistryToken } from '../registry-tokens/registry.js';
import { createUserToken } from '../user-access-tokens/user-tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY, createKey, member } from '../support/operations.js';
import { createProject, operatorKey, TARGET } from './operations.js';
import { key, WAYS } from './ways.js';
import type { Foreign } from './way.js';

const SOAK = process.env.LATCHKEY_SOAK === '1';

const shown = ({ status, data, errors }: Answer) => JSON.stringify({ status, data: data as unknown, errors });

onEveryEngine('what belongs to another organization', (engine) => {
  let latchkey: Latchkey;
  let own: Tenant;
  let foreign: Foreign;
  let callers: Record<string, Send>;
  const stored = () =>
    Promise.all([
      latchkey.services.collections.organizations.get(foreign.organization.id),
      latchkey.services.collections.projects.count({ organizationId: foreign.organization.id, state: 'LIVE' }),
      latchkey.store
        .collection(credentials)
        .getMany([
          foreign.keyId,
          foreign.tokenId,
          foreign.personalTokenId,
          foreign.projectTokenId,
          foreign.registryTokenId,
          foreign.userTokenId,
        ]),
    ]);
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    own = await latchkey.organization();
    const organization = await latchkey.organization();
    const project = await createProject(organization, 'only-there');
    foreign = {
      organization,
      project: { id: project.id, slug: 'only-there' },
      target: project.targets[2] ?? { id: '', slug: '' },
      keyId: (await createKey(organization)).id,
      tokenId: (await createToken(organization)).id,
      personalTokenId: (await createPersonalToken(organization, organization.owner)).id,
      projectTokenId: (await createProjectToken(organization)).id,
      registryTokenId: (await createRegistryToken(organization)).id,
      userTokenId: (await createUserToken([organization], organization.owner)).id,
      userId: (await organization.owner('{ me { id } }')).data.me.id as string,
    };
    callers = {
      'an Org Admin': own.owner,
      nobody: latchkey.as(),
    };
    // What a caller may see does not depend on the engine: the slow one is asked by two of them.
    if (engine.name === 'mongodb' && !SOAK) return;
    callers = {
      ...callers,
      'a Graph Admin': (await member(latchkey, own, 'GRAPH_ADMIN')).send,
      'a member': (await member(latchkey, own, 'MEMBER')).send,
      'a subgraph key': latchkey.as((await createKey(own)).token),
      'an operator key': latchkey.as(await operatorKey(own)),
    };
  });
  afterAll(() => latchkey.close());

  describe.each([...new Set(WAYS.map(({ argument }) => argument))])('through %s', (argument) => {
    it('answers as what does not exist, to everybody', async () => {
      for (const way of WAYS.filter((one) => one.argument === argument))
        for (const [who, send] of Object.entries(callers)) {
          const ask = async (value: string) => send(way.query, way.variables(value, own));
          const value = way.foreign(foreign);
          const there = await ask(value);
          const nothing = await ask(isUuid(value) ? randomUUID() : 'no-such-thing');
          expect(shown(there), who).toBe(shown(nothing));
          expect(shown(there)).not.toContain('INTERNAL_SERVER_ERROR');
          // Nobody of another organization is told anything but that.
          for (const told of [
            foreign.organization.id,
            foreign.organization.slug,
            foreign.project.id,
            foreign.keyId,
            foreign.tokenId,
          ])
            expect(shown(there)).not.toContain(told);
        }
    });
  });

  it('is unchanged after all of these attempts', async () => {
    const before = await stored();
    for (const { query, foreign: value, variables } of WAYS) await own.owner(query, variables(value(foreign), own));
    expect(await stored()).toEqual(before);
  });

  it('is there for its own Org Admin', async () => {
    const seen = await foreign.organization.owner(TARGET, { reference: { byId: foreign.target.id } });
    expect(seen.data).toMatchObject({ target: { id: foreign.target.id, project: { id: foreign.project.id } } });
  });

  it('a target of another project of the same organization is no target of this one', async () => {
    const { id: sibling, targets } = await createProject(own, 'sibling');
    const ask = (variantName: string | undefined) =>
      own.owner(CREATE_KEY, key({ graphId: 'my-project', variantName, subgraphName: 'users' }, own));
    const answer = await ask(targets[0]?.id);
    expect(shown(answer)).toBe(shown(await ask(randomUUID())));
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const both = key({ graphId: sibling, variantName: targets[0]?.id, subgraphName: 'users' }, own);
    expect((await own.owner(CREATE_KEY, both)).errors).toBeUndefined();
  });
});

it('every argument that names something by id or slug is in the matrix', () => {
  const names = (name: string, type: unknown) => type === GraphQLID || /(Id|Slug|variantName)$/.test(name);
  const found = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type))
      return Object.values(type.getFields())
        .filter((field) => names(field.name, getNamedType(field.type)))
        .map((field) => `${type.name}.${field.name}`);
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter((argument) => names(argument.name, getNamedType(argument.type)))
        .map((argument) => `${type.name}.${field.name}.${argument.name}`),
    );
  });
  // Gateways are not supported: whatever names one is refused. Permissions belong to nobody.
  const others = ['GatewayIdentifierInput.gatewayId', 'Query.explainAccess.permission'];
  const known = [...WAYS.map(({ argument }) => argument), ...others];
  expect([...new Set(found)].sort()).toEqual([...new Set(known)].sort());
});
