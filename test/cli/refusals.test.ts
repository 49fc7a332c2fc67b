/** What the command line and the settings refuse: one clear line on standard error, and exit code 1. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/services.js';
import { STORE_VERSION } from '../../src/storage/migrations/index.js';
import { ENGINES, onEveryEngine, type Place } from '../support/engines.js';
import { bootstrapped, run } from '../support/process.js';

const LATER = STORE_VERSION + 1;

const embedded = (): Place => {
  const engine = ENGINES.find(({ name }) => name === 'embedded');
  if (!engine) throw new Error('there is no such engine');
  return engine.place();
};

/** One line that says `message`, and nothing else. */
const refused = (message: RegExp) => ({
  code: 1,
  out: '',
  err: expect.stringMatching(new RegExp(`^${message.source}\n$`)) as string,
});

describe('the command line refuses', () => {
  let place: Place;
  beforeAll(async () => {
    place = embedded();
    await bootstrapped(place.environment, 'acme');
  });
  afterAll(() => place.remove());

  it.concurrent.each<[string, string, RegExp]>([
    ['an unknown command', 'bootstarp', /error: unknown command 'bootstarp'\n\(Did you mean bootstrap\?\)/],
    ['a missing option', 'bootstrap --owner a@b.example', /error: required option '--organization <slug>' not .*/],
    ['a bad slug', 'bootstrap --organization A_b --owner a@b.example', /Slug can only contain lowercase .*/],
    ['a taken slug', 'bootstrap --organization acme --owner a@b.example', /Organization slug is already taken/],
    ['a bad e-mail address', 'bootstrap --organization other --owner me', /This is no e-mail address\. .*/],
    ['an unknown plan', 'bootstrap --organization o-2 --owner a@b.example --plan GOLD', /.*STANDARD, ENTERPRISE\./],
    ['an unknown plan to set', 'plan acme GOLD', /.*STANDARD, ENTERPRISE\./],
    ['an unknown organization', 'plan nowhere STANDARD', /No organization has this id or slug\./],
    ['an unknown user', 'token --user nobody@acme.example', /No organization has a member with this e-mail address\./],
  ])('%s', async (_, command, message) => {
    expect(await run(command.split(' '), place.environment)).toMatchObject(refused(message));
  });
});

describe('a start is refused', () => {
  it.concurrent.each([
    ['PORT', 'eighty'],
    ['MONGODB_URI', 'postgres://user:hunter2@host/db'],
  ])('for %s=%s, which is named and not repeated', async (name, value) => {
    const ended = await run([], { [name]: value });
    expect(ended).toMatchObject(refused(new RegExp(`A setting cannot be used\\. ${name}: .*`)));
    expect(ended.err).not.toContain(value);
  });

  it('for a port in use', async () => {
    const place = embedded();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ended = await run([], { ...place.environment, PORT: String(port), LOG_LEVEL: 'warn' });
    expect(ended).toMatchObject(refused(new RegExp(`Port ${port} is in use\\. Set PORT to another\\.`)));
    other.close();
    await place.remove();
  });
});

onEveryEngine('a store of a later version', (engine) => {
  it('is refused', async () => {
    const place = engine.place();
    await (await place.open(KINDS)).close();
    await raiseVersion(place);
    const ended = await run([], { ...place.environment, PORT: '0' });
    expect(ended).toMatchObject(
      refused(new RegExp(`The store has version ${LATER}, this Latchkey reads version ${STORE_VERSION}\\. .*`)),
    );
    await place.remove();
  });
});

/** Makes a store look as if a later release had written it. */
async function raiseVersion({ environment: { LATCHKEY_DATA, MONGODB_URI = '' } }: Place): Promise<void> {
  if (LATCHKEY_DATA !== undefined) {
    const database = new Database(join(LATCHKEY_DATA, 'latchkey.db'));
    database.exec(`PRAGMA user_version = ${LATER}`);
    database.close();
    return;
  }
  const connection = await mongoose.createConnection(MONGODB_URI).asPromise();
  await connection.collection('store').updateOne({}, { $set: { version: LATER } });
  await connection.close();
}
