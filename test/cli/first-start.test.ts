import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Place } from '../support/engines.js';
import { ANNOUNCED, type ServerProcess, startServer } from '../support/process.js';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}';
const READY = /^Latchkey is ready at http:\/\/127\.0\.0\.1:\d+\/graphql\n$/;
const ME = '{ me { __typename id } }';

describe('a first start, on embedded', () => {
  let place: Place;
  let server: ServerProcess;
  let announced: RegExpExecArray;
  beforeAll(async () => {
    const engine = ENGINES.find(({ name }) => name === 'embedded');
    if (!engine) throw new Error('there is no such engine');
    place = engine.place();
    server = await startServer({ ...place.environment, LOG_LEVEL: 'trace' });
    announced = await server.line(ANNOUNCED);
  });
  afterAll(() => place.remove());

  it('prints where it is, what it created, and the secret of the owner', () => {
    const [ready, organization, project, token, ...rest] = server.out().split('\n');
    expect(`${ready}\n`).toMatch(READY);
    expect(organization).toMatch(new RegExp(`^Organization: ${UUID} \\(my-organization\\)$`));
    expect(project).toMatch(new RegExp(`^Project: ${UUID} \\(my-project\\)$`));
    expect(token).toMatch(/^Owner's token, shown once: lku_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
    expect(rest.slice(0, 4)).toEqual(['', 'Create a subgraph key:', '', `curl '${server.endpoint}' \\`]);
  });

  it('makes an Org Admin of the owner, and a project with three targets', async () => {
    const [, id, , projectId, , secret] = announced;
    const { data } = await server.as(secret)(
      `query ($id: ID!) { organization(id: $id) {
        members { nodes { role } }
        projects { nodes { id targets { nodes { slug } } } }
      } }`,
      { id },
    );
    const [project] = data.organization.projects.nodes;
    expect(data.organization.members.nodes).toEqual([{ role: 'ORG_ADMIN' }]);
    expect(project.id).toBe(projectId);
    expect(project.targets.nodes.map((target: { slug: string }) => target.slug).toSorted()).toEqual([
      'development',
      'production',
      'staging',
    ]);
  });

  it('prints a curl that works when pasted; a restart keeps its key, and shows no secret', async () => {
    const [, , , projectId, , , curl = ''] = announced;
    const { stdout } = await promisify(execFile)('sh', ['-c', curl]);
    const { token } = JSON.parse(stdout).data.organization.createKey as { token: string };
    expect(token).toMatch(/^ak_v2_/);
    const graph = { me: { __typename: 'Graph', id: projectId } };
    expect((await server.as(token)(ME)).data).toEqual(graph);

    const first = await server.end('SIGTERM');
    expect(first.code).toBe(0);
    expect(first.err).toContain('answered');
    expect(first.err).not.toMatch(/ak_v2_\w{20}|lku_\w{20}/);

    const again = await startServer(place.environment);
    expect((await again.as(token)(ME)).data).toEqual(graph);
    const second = await again.end('SIGTERM');
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toMatch(READY);
  });
});
