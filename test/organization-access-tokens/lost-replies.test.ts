import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Credential } from '../../src/credentials/credential.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { Committing } from './fixtures/committing.js';
import * as f from './fixtures/tokens.js';

onEveryEngine('a reply that is lost after the commit', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let endpoint: string;
  const committing = new Committing();
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { wrap: committing.wrap });
    tenant = await latchkey.organization();
    endpoint = `${await latchkey.app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  });
  afterAll(() => latchkey.close());

  /** Sends a mutation over a connection that breaks once it has written a credential that is `awaited`. */
  async function sendAndLose(query: string, variables: object, awaited: (row: Credential) => boolean): Promise<void> {
    const lost = new AbortController();
    let committed = false;
    committing.committed = async (row) => {
      // The relay writes too, for earlier events.
      if (committed || !awaited(row as Credential)) return;
      committed = true;
      lost.abort();
    };
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tenant.ownerSecret}` };
    const body = JSON.stringify({ query, variables });
    const reply = fetch(endpoint, { method: 'POST', headers, body, signal: lost.signal });
    await expect(reply).rejects.toThrow(/abort/);
    committing.committed = undefined;
    expect(committed).toBe(true);
  }

  it('to a rotation ends nothing: the old secret goes on through the overlap, and another rotation helps', async () => {
    const { id, secret } = await f.createToken(tenant);
    const isRotated = (row: Credential) => row.id === id && row.secrets.length === 2;
    await sendAndLose(f.ROTATE, { id, overlapDays: 1 }, isRotated);
    expect(await f.signsIn(latchkey, secret)).toBe(true);
    const { data } = await tenant.owner(f.ROTATE, { id, overlapDays: 1 });
    expect(await f.signsIn(latchkey, data.rotateAccessToken.ok.privateAccessKey)).toBe(true);
  });

  it('to a creation leaves one token, which stands in the list and can be ended', async () => {
    const input = { organization: { byId: tenant.id }, title: 'Lost', permissions: [], resources: f.ALL };
    await sendAndLose(f.CREATE, { input }, ({ title }) => title === 'Lost');
    const { data } = await tenant.owner(f.LIST, { organization: tenant.id });
    const found = data.organization.accessTokens.edges.filter(
      ({ node }: { node: { title: string } }) => node.title === 'Lost',
    );
    expect(found).toHaveLength(1);
    const deleted = await tenant.owner(f.DELETE, { id: found[0].node.id });
    expect(deleted.data.deleteAccessToken.error).toBeNull();
  });
});
