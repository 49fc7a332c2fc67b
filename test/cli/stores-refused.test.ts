/** Directories, databases and addresses that cannot be used, though the setting itself is well formed. */
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/services.js';
import { openEmbedded } from '../../src/storage/embedded/store.js';
import { embedded, mongodb, onEveryEngine, type Place } from '../support/engines.js';
import { expectLine, runHere, SECRET } from './in-process.js';

const BOOTSTRAP = ['bootstrap', '--organization', 'acme', '--owner', 'owner@acme.example'];
const TOKEN = ['token', '--user', 'owner@acme.example'];
const PLAN = ['plan', 'acme', 'STANDARD'];

describe('a directory that cannot be used is refused:', () => {
  let root: string;
  beforeAll(() => (root = mkdtempSync(join(tmpdir(), `latchkey-${SECRET}-`))));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const databaseOf = (directory: string, sql: string) => {
    mkdirSync(directory);
    const database = new Database(join(directory, 'latchkey.db'));
    database.exec(sql);
    database.close();
  };
  const fileOf = (directory: string, text: string) => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'latchkey.db'), text);
  };

  it.each<[string, RegExp, (at: string) => void, string?]>([
    ['a file', /is a file/, (at) => writeFileSync(at, '')],
    ['below a file', /through a file/, (at) => writeFileSync(at, ''), 'x'],
    ['a place where none can be', /cannot be created/, () => undefined, '/proc/latchkey'],
    ['a link to itself', /link|is a file/, (at) => symlinkSync(at, at)],
    ['a name that is too long', /too long/, () => undefined, 'x'.repeat(300)],
    [
      'one whose latchkey.db is a directory',
      /no database of Latchkey/,
      (at) => mkdirSync(join(at, 'latchkey.db'), { recursive: true }),
    ],
    ['one whose latchkey.db is no database', /no database of Latchkey/, (at) => fileOf(at, 'hello '.repeat(1000))],
    ['one whose latchkey.db is short', /no database of Latchkey/, (at) => fileOf(at, 'x')],
    [
      "another program's database",
      /no database of Latchkey/,
      (at) => databaseOf(at, 'CREATE TABLE documents (id); INSERT INTO documents VALUES (1)'),
    ],
  ])('%s', async (_, why, make, below = '') => {
    const at = join(root, String(readdirSync(root).length));
    make(at);
    for (const args of [[], BOOTSTRAP]) {
      const ended = await runHere(args, { LATCHKEY_DATA: below.startsWith('/') ? below : join(at, below) });
      expectLine(ended, 'LATCHKEY_DATA');
      expect(ended.err).toMatch(why);
    }
  });

  it("somebody else's", async () => {
    const shut = join(root, 'shut');
    mkdirSync(shut);
    chmodSync(shut, 0o500);
    const [mine, theirs] = [join(root, 'mine'), { LATCHKEY_DATA: shut }];
    expect((await runHere(BOOTSTRAP, { LATCHKEY_DATA: mine })).code).toBe(0);
    chmodSync(join(mine, 'latchkey.db'), 0o400);
    chmodSync(root, 0o755);
    await asSomebody(async () => {
      for (const ended of [
        await runHere(BOOTSTRAP, theirs),
        await runHere([], theirs),
        await runHere(BOOTSTRAP, { LATCHKEY_DATA: join(shut, 'below') }),
      ]) {
        expectLine(ended, 'LATCHKEY_DATA');
        expect(ended.err).toMatch(/this user may not read and write there/);
      }
    });
    expect(readdirSync(shut)).toEqual([]);
  });

  /** Runs as a user without rights: root may write everywhere. */
  async function asSomebody(act: () => Promise<void>): Promise<void> {
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      await act();
    } finally {
      if (root) process.seteuid?.(0);
    }
  }
});

describe('a database that cannot be used is refused:', () => {
  it('by a host that nobody knows', async () => {
    const ended = await runHere([], { MONGODB_URI: `mongodb://me:${SECRET}@latchkey-${SECRET}.invalid/latchkey` });
    expectLine(ended, 'MONGODB_URI');
    expect(ended.err).toMatch(/no such host/);
  });
});

onEveryEngine('a store', (engine) => {
  let place: Place;
  beforeAll(() => (place = engine.place()));
  afterAll(() => place.remove());
  const NAME = engine.name === 'embedded' ? 'LATCHKEY_DATA' : 'MONGODB_URI';

  it.each([
    ['token', TOKEN],
    ['plan', PLAN],
  ])('is not created by `%s`', async (_, args) => {
    const ended = await runHere(args, place.environment);
    expectLine(ended, NAME);
    expect(ended.err).toMatch(/there is no store in this/);
    if (place.environment.LATCHKEY_DATA) expect(readdirSync(place.environment.LATCHKEY_DATA)).toEqual([]);
  });

  it('is created by `bootstrap`', async () => {
    expect(await runHere(BOOTSTRAP, place.environment)).toMatchObject({ code: 0, err: '' });
    expect(await runHere(PLAN, place.environment)).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['HOST', { HOST: '192.0.2.1' }, /no address of this machine/],
    ['HOST', { HOST: `latchkey-${SECRET}.invalid` }, /no such host/],
    ['HOST', { HOST: 'fe80::1' }, /HOST/],
  ])('is closed again after a start that %s ends: %j', async (name, wrong, why) => {
    const ended = await runHere([], { ...place.environment, PORT: '0', ...wrong });
    expectLine(ended, name);
    expect(ended.err).toMatch(why);
  });

  it('is closed again after a start on a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    for (const _ of [1, 2]) {
      const ended = await runHere([], { ...place.environment, PORT: String(port), LOG_LEVEL: 'warn' });
      expectLine(ended, 'PORT');
      expect(ended.err).not.toContain(String(port));
    }
    other.close();
  });
});

onEveryEngine('somebody else', (engine) => {
  it.runIf(engine.name === 'mongodb')('keeps a database that holds something else', async () => {
    const place = mongodb.place();
    const connection = await mongoose.createConnection(place.environment.MONGODB_URI ?? '').asPromise();
    await connection.collection('users').insertOne({ email: 'me@example.com' });
    for (const args of [[], BOOTSTRAP, PLAN]) {
      const ended = await runHere(args, place.environment);
      expectLine(ended, 'MONGODB_URI');
      expect(ended.err).toMatch(/holds documents that are not of Latchkey/);
    }
    expect((await connection.listCollections()).map(({ name }) => name)).toEqual(['users']);
    await connection.close();
    await place.remove();
  });

  it.runIf(engine.name === 'mongodb')(
    'is told that the login is refused, of which nothing is printed, at LOG_LEVEL trace too',
    async () => {
      const place = mongodb.place();
      const uri = new URL(place.environment.MONGODB_URI ?? '');
      for (const password of [SECRET, encodeURIComponent(`${SECRET}@/:%${SECRET}`)]) {
        const ended = await runHere([], {
          MONGODB_URI: `mongodb://me:${password}@${uri.host}${uri.pathname}`,
          LOG_LEVEL: 'trace',
        });
        expectLine(ended, 'MONGODB_URI');
        expect(ended.err).toMatch(/refuses this user name and password/);
      }
    },
  );

  it.runIf(engine.name === 'mongodb')('is told that the server cannot do what an option asks for', async () => {
    const place = mongodb.place();
    const uri = new URL(place.environment.MONGODB_URI ?? '');
    uri.search = 'loadBalanced=true';
    expectLine(await runHere([], { MONGODB_URI: uri.href }), 'MONGODB_URI');
    await place.remove();
  });

  it.runIf(engine.name === 'embedded')(
    'may not read the files of a store, those that were open to all included',
    async () => {
      const place = embedded.place();
      const directory = place.environment.LATCHKEY_DATA ?? '';
      const umask = process.umask(0);
      const store = await place.open(KINDS);
      const wide = () => readdirSync(directory).filter((file) => (statSync(join(directory, file)).mode & 0o077) !== 0);
      expect(readdirSync(directory)).toEqual(
        expect.arrayContaining(['latchkey.db', 'latchkey.db-shm', 'latchkey.db-wal']),
      );
      expect(wide()).toEqual([]);
      for (const file of readdirSync(directory)) chmodSync(join(directory, file), 0o666);
      const again = await place.open(KINDS);
      expect(wide()).toEqual([]);
      const above = join(directory, 'above');
      await (await openEmbedded(join(above, 'new'), KINDS)).close();
      expect([above, join(above, 'new')].map((created) => statSync(created).mode & 0o777)).toEqual([0o700, 0o700]);
      process.umask(umask);
      await again.close();
      await store.close();
      expect(existsSync(join(directory, 'latchkey.db'))).toBe(true);
      await place.remove();
    },
  );
});
