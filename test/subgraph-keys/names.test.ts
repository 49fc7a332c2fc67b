import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mint } from '../../src/secrets/secret.js';
import { onAnyEngine, runs } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, USERS } from '../support/operations.js';
import { done, owned, refusal, type ShownKey } from './operations.js';
import { anyText } from '../support/text.js';

const RULE = "A key's name has 1 to 100 characters of any kind, without control characters and without a secret.";

const GOOD = [
  'x',
  'a'.repeat(100),
  'ü'.repeat(100),
  '🔑'.repeat(100),
  '名前',
  'CI/CD: "publish" <main> & \'more\'',
  '=HYPERLINK("x")',
  '{"$ne":null}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
];

const BAD: readonly [what: string, name: string][] = [
  ['nothing', ''],
  ['blanks', '   '],
  ['blanks of other kinds', '\u00a0\u2003'],
  ['101 letters', 'a'.repeat(101)],
  ['101 emoji', '🔑'.repeat(101)],
  ['4,096 letters', 'a'.repeat(4096)],
  ['a line break', 'a\nb'],
  ['a carriage return', 'a\r\nBcc: b'],
  ['a tab', 'a\tb'],
  ['a NUL', 'a\u0000b'],
  ['an escape', 'a\u001b[31mb'],
  ['a delete', 'a\u007fb'],
  ['a control character of Latin-1', 'a\u0085b'],
  ['a line separator', 'a\u2028b'],
  ['a high surrogate alone', 'a\ud800b'],
  ['a low surrogate alone', 'a\udc00'],
  ['an override of the direction', 'a\u202eb'],
  ['an isolate of the direction', 'a\u2067b'],
  ['a secret of any credential', mint('lko_', uuid()).secret.reveal()],
  ['a secret between words', `CI ${mint('ak_v2_', uuid()).secret.reveal()}x`],
];

onAnyEngine("a key's name", (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let keyId: string;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    keyId = (await createKey(tenant, 'Unchanged')).id;
  });
  afterAll(() => latchkey.close());

  const create = (name: unknown) => owned(tenant).create({ name, type: 'SUBGRAPH', resources: { subgraphs: [USERS] } });
  const nameOf = async (id: string) => done<ShownKey>(await owned(tenant).read(id), 'apiKey').keyName;

  it.each(GOOD)('can be %s, on creating, renaming and rotating', async (name) => {
    const { id } = done<ShownKey>(await create(name), 'createKey');
    await expect(nameOf(id)).resolves.toBe(name);
    expect(done<ShownKey>(await owned(tenant).rename(keyId, name), 'renameKey').keyName).toBe(name);
    done(await owned(tenant).rename(keyId, 'Unchanged'), 'renameKey');
    done(await owned(tenant).rename(id, 'Unchanged'), 'renameKey');
    expect(done<ShownKey>(await owned(tenant).rotate(id, { newKeyName: name }), 'rotateKey').keyName).toBe(name);
  });

  it.each(BAD)('cannot be %s, on creating, renaming and rotating', async (_, name) => {
    const problem = { message: RULE, code: 'BAD_USER_INPUT' };
    expect(refusal(await create(name))).toMatchObject(problem);
    expect(refusal(await owned(tenant).rename(keyId, name))).toMatchObject(problem);
    expect(refusal(await owned(tenant).rotate(keyId, { newKeyName: name }))).toMatchObject(problem);
    await expect(nameOf(keyId)).resolves.toBe('Unchanged');
  });

  it('loses the blanks around it', async () => {
    expect(done<ShownKey>(await create('  Padded '), 'createKey').keyName).toBe('Padded');
    expect(done<ShownKey>(await owned(tenant).rename(keyId, '\tUnchanged\n'), 'renameKey').keyName).toBe('Unchanged');
  });

  it.each([null, undefined, 1, true, ['x'], { $ne: null }])('cannot be of another type, as %j', async (name) => {
    const { status, data, errors } = await create(name);
    expect({ status, data: data as unknown }).toEqual({ status: 200, data: undefined });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is kept letter by letter or refused, whatever it is', async () => {
    const { id } = await createKey(tenant);
    await fc.assert(
      fc.asyncProperty(anyText({ maxLength: 110 }), async (name) => {
        const answer = await owned(tenant).rename(id, name);
        if (answer.errors) expect(refusal(answer).message).toBe(RULE);
        else await expect(nameOf(id)).resolves.toBe(name.trim());
      }),
      { numRuns: runs(engine, 40) },
    );
  });
});
