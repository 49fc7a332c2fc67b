import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { after, done, eventsOf, owned, refusal, type ShownKey, signsIn } from './operations.js';

const HOUR = 3_600_000;
const NOW = new Date('2030-05-05T12:00:00.000Z');

onEveryEngine('rotating a key', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());
  afterEach(() => (latchkey.clock.now = undefined));

  const rotate = async (id: string, args?: object) => done<ShownKey>(await owned(tenant).rotate(id, args), 'rotateKey');
  const refused = async (id: string, args?: object) => refusal(await owned(tenant).rotate(id, args));
  const good = (...secrets: string[]) => Promise.all(secrets.map((secret) => signsIn(latchkey, secret)));

  it('gives another secret under the same id, and ends the old one at once', async () => {
    const { id, token } = await createKey(tenant, 'Rotated');
    const rotated = await rotate(id);
    expect(rotated).toMatchObject({ id, keyName: 'Rotated', token: expect.stringMatching(/^ak_v2_/) as string });
    expect(rotated.token).not.toBe(token);
    await expect(good(token, rotated.token)).resolves.toEqual([false, true]);
  });

  it('takes nulls for what is not given', async () => {
    const { id, token } = await createKey(tenant, 'Rotated');
    const rotated = await rotate(id, { newKeyName: null, expireOldKeyAt: null });
    expect(rotated.keyName).toBe('Rotated');
    await expect(good(token, rotated.token)).resolves.toEqual([false, true]);
  });

  it('lets the old secret live until the given millisecond and no longer', async () => {
    latchkey.clock.now = NOW;
    const { id, token } = await createKey(tenant);
    const end = after(NOW, HOUR);
    const rotated = await rotate(id, { expireOldKeyAt: end });
    for (const [milliseconds, expected] of [
      [-HOUR, true],
      [-1, true],
      [0, false],
      [1, false],
    ] as const) {
      latchkey.clock.now = new Date(after(end, milliseconds));
      await expect(good(token, rotated.token)).resolves.toEqual([expected, true]);
    }
  });

  it('understands a moment with an offset', async () => {
    latchkey.clock.now = NOW;
    const { id, token } = await createKey(tenant);
    await rotate(id, { expireOldKeyAt: '2030-05-05T16:00:00+02:00' });
    latchkey.clock.now = new Date('2030-05-05T13:59:59.999Z');
    await expect(good(token)).resolves.toEqual([true]);
    latchkey.clock.now = new Date('2030-05-05T14:00:00.000Z');
    await expect(good(token)).resolves.toEqual([false]);
  });

  it('renames the key as well, when a name is given', async () => {
    const { id } = await createKey(tenant, 'Old');
    expect((await rotate(id, { newKeyName: 'New' })).keyName).toBe('New');
    expect(done<ShownKey>(await owned(tenant).read(id), 'apiKey').keyName).toBe('New');
  });

  it('leaves its end, its creation and its subgraphs as they are', async () => {
    latchkey.clock.now = NOW;
    const { id } = await createKey(tenant);
    const before = done<ShownKey>(await owned(tenant).read(id), 'apiKey');
    latchkey.clock.now = new Date(after(NOW, HOUR));
    await rotate(id);
    const now = done<ShownKey>(await owned(tenant).read(id), 'apiKey');
    expect(now).toEqual({ ...before, token: now.token });
    expect(now.token).not.toBe(before.token);
  });

  it('ends both secrets with the key', async () => {
    for (const end of ['revoke', 'remove', 'expire'] as const) {
      latchkey.clock.now = NOW;
      const { id, token } = await createKey(tenant);
      const rotated = await rotate(id, { expireOldKeyAt: after(NOW, 2 * HOUR) });
      await expect(good(token, rotated.token)).resolves.toEqual([true, true]);
      if (end === 'expire') {
        done(await owned(tenant).expire(id, after(NOW, HOUR)), 'setKeyExpiration');
        latchkey.clock.now = new Date(after(NOW, HOUR));
      } else expect((await owned(tenant)[end](id)).errors).toBeUndefined();
      await expect(good(token, rotated.token)).resolves.toEqual([false, false]);
    }
  });

  it('refuses an end of the old secret that is not in the future, and changes nothing', async () => {
    latchkey.clock.now = NOW;
    const { id, token } = await createKey(tenant);
    for (const expireOldKeyAt of [after(NOW, 0), after(NOW, -1), '1970-01-01T00:00:00Z'])
      expect(await refused(id, { expireOldKeyAt, newKeyName: 'New' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining('must be in the future') as string,
      });
    await expect(good(token)).resolves.toEqual([true]);
    expect(done<ShownKey>(await owned(tenant).read(id), 'apiKey').keyName).toBe('A key');
  });

  it('keeps the old secret for 90 days at most, and refuses more', async () => {
    latchkey.clock.now = NOW;
    const { id, token } = await createKey(tenant);
    for (const expireOldKeyAt of [after(NOW, 90 * 24 * HOUR + 1), '9999-12-31T23:59:59.999Z'])
      expect(await refused(id, { expireOldKeyAt })).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: '"expireOldKeyAt" must be within 90 days from now.',
      });
    await rotate(id, { expireOldKeyAt: after(NOW, 90 * 24 * HOUR) });
    latchkey.clock.now = new Date(after(NOW, 90 * 24 * HOUR - 1));
    await expect(good(token)).resolves.toEqual([true]);
  });

  it.each(['', 'soon', '2030-01-01', '2030-01-01T00:00:00', 1893456000, '2030-02-30T00:00:00Z', {}])(
    'refuses %j for a moment, without repeating it',
    async (expireOldKeyAt) => {
      const { id, token } = await createKey(tenant);
      const { status, data, errors } = await owned(tenant).rotate(id, { expireOldKeyAt });
      expect({ status, data: data as unknown }).toEqual({ status: 200, data: undefined });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      await expect(good(token)).resolves.toEqual([true]);
    },
  );

  it('refuses a key that is revoked or expired, and says what to do', async () => {
    latchkey.clock.now = NOW;
    const { id } = await createKey(tenant);
    done(await owned(tenant).expire(id, after(NOW, HOUR)), 'setKeyExpiration');
    latchkey.clock.now = new Date(after(NOW, HOUR));
    expect(await refused(id)).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'An expired key cannot be rotated. Give it a later end with setKeyExpiration first.',
    });
    done(await owned(tenant).revoke(id), 'revokeKey');
    expect((await refused(id)).message).toBe('A revoked key cannot be rotated. Create another.');
    done(await owned(tenant).remove(id), 'deleteKey');
    expect((await refused(id)).code).toBe('NOT_FOUND');
  });

  it('needs no room in the plan', async () => {
    const standard = await latchkey.organization({ plan: 'STANDARD' });
    const ids: string[] = [];
    for (let made = 0; made < 5; made++) ids.push((await createKey(standard)).id);
    for (const id of ids) expect((await owned(standard).rotate(id)).errors).toBeUndefined();
  });

  it('is recorded each time', async () => {
    const { id } = await createKey(tenant);
    await rotate(id, { expireOldKeyAt: after(new Date(), HOUR) });
    await rotate(id, { newKeyName: 'New', expireOldKeyAt: after(new Date(), HOUR) });
    const rotated = 'credential.rotated';
    await expect(eventsOf(latchkey, tenant, id)).resolves.toEqual([
      'credential.created',
      rotated,
      rotated,
      'credential.renamed',
    ]);
  });
});
