/** `_entities` of access tokens that belong to a project or to a person. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPersonalToken } from '../personal-access-tokens/personal-tokens.js';
import { createProjectToken } from '../project-access-tokens/project-tokens.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { member } from '../support/operations.js';

const TOKENS = ['OrganizationAccessToken', 'ProjectAccessToken', 'PersonalAccessToken'];
const ENTITIES = `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ... on AccessToken { id } }
  }`;

onEveryEngine('access tokens as entities', (engine) => {
  let latchkey: Latchkey;
  let own: Tenant;
  let foreign: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    own = await latchkey.organization();
    foreign = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('of projects and of people are answered to who manages them, until they are deleted, and to nobody else', async () => {
    const { send } = await member(latchkey, own, 'GRAPH_ADMIN');
    const { id: ofProject } = await createProjectToken(own);
    const { id: personal } = await createPersonalToken(own, send, { permissions: ['project:describe'] });
    const ids = [ofProject, personal];
    const representations = ids.flatMap((id) => TOKENS.map((__typename) => ({ __typename, id })));
    const found = async (as: Send) =>
      (
        (await as(ENTITIES, { representations })).data._entities as ({ __typename: string; id: string } | null)[]
      ).flatMap((one) => (one ? [`${one.__typename} ${one.id === personal ? 'personal' : 'of the project'}`] : []));
    const both = ['ProjectAccessToken of the project', 'PersonalAccessToken personal'];
    expect(await found(own.owner)).toEqual(both);
    expect(await found(send)).toContain('PersonalAccessToken personal');
    expect(await found((await member(latchkey, own, 'MEMBER')).send)).toEqual([]);
    expect(await found(foreign.owner)).toEqual([]);
    for (const byId of ids)
      await own.owner(
        'mutation ($id: ID!) { deleteAccessToken(input: { accessToken: { byId: $id } }) { ok { __typename } } }',
        {
          id: byId,
        },
      );
    expect(await found(own.owner)).toEqual([]);
  });
});
