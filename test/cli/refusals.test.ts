/** What the command line and the settings refuse: one clear line on standard error, and exit code 1. */
import { join } from 'node:path';
import Database from 'libsql';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/services.js';
import { STORE_VERSION } from '../../src/storage/migrations/index.js';
import { bootstrapped } from '../support/beside.js';
import { ENGINES, onEveryEngine, type Place } from '../support/engines.js';
import { run } from '../support/process.js';
import { runHere } from './in-process.js';

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
    await bootstrapped(place, 'acme');
  });
  afterAll(() => place.remove());

  it.concurrent.each<[string, string, RegExp]>([
    ['an unknown command', 'bootstarp', /error: unknown command 'bootstarp'\n\(Did you mean bootstrap\?\)/],
    ['a missing option', 'bootstrap --owner a@b.example', /error: required option '--organization <slug>' not .*/],
    ['a bad slug', 'bootstrap --organization A_b --owner a@b.example', /Slug can only contain lowercase .*/],
    ['a taken slug', 'bootstrap --organization acme --owner a@b.example', /Organization slug is already taken/],
    ['a bad e-mail address', 'bootstrap --organization other --owner me', /This is not an e-mail address\. .*/],
    ['an unknown plan', 'bootstrap --organization o-2 --owner a@b.example --plan GOLD', /.*STANDARD, ENTERPRISE\./],
    ['an unknown plan to set', 'plan acme GOLD', /.*STANDARD, ENTERPRISE\./],
    ['an unknown organization', 'plan nowhere STANDARD', /No organization has this id or slug\./],
    ['a lifetime of no length', 'token --user owner@acme.example --expires-in 0d', /--expires-in takes a number of .*/],
    ['a lifetime below none', 'token --user owner@acme.example --expires-in -P1D', /.*--expires-in.*/],
    [
      'a lifetime without a unit',
      'token --user owner@acme.example --expires-in 90',
      /--expires-in takes a number of .*/,
    ],
    [
      'a lifetime of unclear minutes or months',
      'token --user owner@acme.example --expires-in 5m',
      /--expires-in takes .*/,
    ],
    [
      'a lifetime in words',
      'token --user owner@acme.example --expires-in tomorrow',
      /--expires-in takes a number of .*/,
    ],
    [
      'a lifetime of centuries',
      'token --user owner@acme.example --expires-in P101Y',
      /--expires-in takes a number of .*/,
    ],
    ['an empty duration', 'token --user owner@acme.example --expires-in P', /--expires-in takes a number of .*/],
    [
      '--raw with --json',
      'token --user owner@acme.example --raw --json',
      /error: option '--raw' cannot be used with .*/,
    ],
    ['an unknown user', 'token --user nobody@acme.example', /No organization has a member with this e-mail address\./],
  ])('%s', async (_, command, message) => {
    expect(await runHere(command.split(' '), place.environment)).toMatchObject(refused(message));
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
});

onEveryEngine('a store of a later version', (engine) => {
  it('is refused', async () => {
    const place = engine.place();
    await (await place.open(KINDS)).close();
    await raiseVersion(place);
    const ended = await runHere([], { ...place.environment, PORT: '0' });
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
