import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { done, eventsOf, namesIn, owned, refusal, type ShownKey, signsIn } from './operations.js';

onEveryEngine('ending a key', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const read = async (id: string) => done<ShownKey | null>(await owned(tenant).read(id), 'apiKey');
  const revoke = async (id: string) => done<string>(await owned(tenant).revoke(id), 'revokeKey');
  const remove = async (id: string) => done<string>(await owned(tenant).remove(id), 'deleteKey');
  const listed = async (apiKeyStatus: string) => namesIn(await owned(tenant).list({ filter: { apiKeyStatus } }));

  it('by revoking refuses it from the next request on', async () => {
    const { id, token } = await createKey(tenant);
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
    expect(await revoke(id)).toBe(id);
    await expect(signsIn(latchkey, token)).resolves.toBe(false);
  });

  it('by revoking keeps it in the lists, with when and by whom', async () => {
    const { id } = await createKey(tenant, 'Revoked');
    expect(await read(id)).toMatchObject({ revokedAt: null, revokedBy: null });
    latchkey.clock.now = new Date();
    const now = latchkey.clock.now.toISOString();
    await revoke(id);
    const me = (await tenant.owner('{ me { id } }')).data.me.id as string;
    expect(await read(id)).toMatchObject({ revokedAt: now, revokedBy: { type: 'USER', actorId: me } });
    await expect(listed('REVOKED')).resolves.toContain('Revoked');
    await expect(listed('ALL')).resolves.toContain('Revoked');
    await expect(listed('ACTIVE')).resolves.not.toContain('Revoked');
    await expect(listed('EXPIRED')).resolves.not.toContain('Revoked');
  });

  it('by revoking again answers the same, and records nothing more', async () => {
    const { id } = await createKey(tenant);
    await revoke(id);
    const first = await read(id);
    expect(await revoke(id)).toBe(id);
    expect(await read(id)).toEqual(first);
    await expect(eventsOf(latchkey, tenant, id)).resolves.toEqual(['credential.created', 'credential.revoked']);
  });

  it('by revoking forbids what would bring it back, and still lets it be renamed', async () => {
    const { id, token } = await createKey(tenant);
    await revoke(id);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(refusal(await owned(tenant).expire(id, tomorrow)).message).toBe(
      'A revoked key stays revoked. Create another.',
    );
    expect(refusal(await owned(tenant).rotate(id)).message).toBe('A revoked key cannot be rotated. Create another.');
    expect((await owned(tenant).rename(id, 'Old key')).errors).toBeUndefined();
    expect(await read(id)).toMatchObject({ keyName: 'Old key', revokedAt: expect.any(String) as string });
    await expect(signsIn(latchkey, token)).resolves.toBe(false);
  });

  it.each([
    ['an active', () => Promise.resolve()],
    ['a revoked', (id: string) => revoke(id)],
  ])('by deleting takes %s key from every list and read', async (_, first) => {
    const { id, token } = await createKey(tenant, `Deleted ${id36()}`);
    await first(id);
    const name = (await read(id))?.keyName ?? '';
    expect(await remove(id)).toBe(id);
    await expect(signsIn(latchkey, token)).resolves.toBe(false);
    expect(await read(id)).toBeNull();
    for (const status of ['ACTIVE', 'ALL', 'EXPIRED', 'REVOKED'])
      await expect(listed(status)).resolves.not.toContain(name);
  });

  it('by deleting again answers the id again, and records nothing more', async () => {
    const { id } = await createKey(tenant);
    for (let times = 0; times < 3; times++) expect(await remove(id)).toBe(id);
    await expect(eventsOf(latchkey, tenant, id)).resolves.toEqual(['credential.created', 'credential.deleted']);
  });

  it('by deleting makes every other operation answer that there is no such key', async () => {
    const { id } = await createKey(tenant);
    await remove(id);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const keys = owned(tenant);
    for (const answer of [
      await keys.rename(id, 'x'),
      await keys.rotate(id),
      await keys.revoke(id),
      await keys.expire(id, tomorrow),
    ])
      expect(refusal(answer)).toMatchObject({
        code: 'NOT_FOUND',
        message: 'The key does not exist in this organization.',
      });
  });

  it('by deleting keeps no digest of its secrets', async () => {
    const { id } = await createKey(tenant);
    await owned(tenant).rotate(id, { expireOldKeyAt: new Date(Date.now() + 86_400_000).toISOString() });
    const stored = () => latchkey.services.collections.credentials.get(id);
    expect((await stored())?.secrets).toHaveLength(2);
    await remove(id);
    expect((await stored())?.secrets).toEqual([]);
  });

  it.each(['revoke', 'remove'] as const)('makes room in a limited plan: %s', async (end) => {
    const standard = await latchkey.organization({ plan: 'STANDARD' });
    const ids: string[] = [];
    for (let made = 0; made < 5; made++) ids.push((await createKey(standard)).id);
    await expect(createKey(standard)).rejects.toThrow('allows 5 live subgraph keys');
    expect((await owned(standard)[end](ids[2] ?? '')).errors).toBeUndefined();
    await expect(createKey(standard)).resolves.toBeDefined();
    await expect(createKey(standard)).rejects.toThrow('allows 5 live subgraph keys');
  });

  it('does not happen by renaming, and a name that stays the same is not recorded', async () => {
    const { id, token } = await createKey(tenant, 'One');
    const before = await read(id);
    const renamed = done<ShownKey>(await owned(tenant).rename(id, 'Two'), 'renameKey');
    expect(renamed).toEqual({ ...before, keyName: 'Two' });
    await owned(tenant).rename(id, 'Two');
    await expect(signsIn(latchkey, token)).resolves.toBe(true);
    await expect(eventsOf(latchkey, tenant, id)).resolves.toEqual(['credential.created', 'credential.renamed']);
  });
});

let names = 0;
const id36 = () => (++names).toString(36);
