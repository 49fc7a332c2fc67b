/** Explains why the database of MONGODB_URI cannot be used, in messages that repeat no part of the URI. */
import mongoose from 'mongoose';
import { type OpenOptions, StoreUnusable } from '../opening.js';
import { codeOf, reaching } from './errors.js';

const UNAUTHORIZED = 13;
const AUTHENTICATION_FAILED = 18;
const INVALID_NAMESPACE = 73;
const ATLAS_ERROR = 8000;

const login = () =>
  new StoreUnusable(
    'the database refuses this user name and password; correct them, or name their database as authSource',
  );

const BY_CODE: Readonly<Record<string, () => StoreUnusable>> = {
  [AUTHENTICATION_FAILED]: login,
  [ATLAS_ERROR]: login,
  [UNAUTHORIZED]: () => new StoreUnusable('its user may not read and write this database; give it the role readWrite'),
  [INVALID_NAMESPACE]: () =>
    new StoreUnusable('the database refuses the name of the database in its path; give another'),
  // From the DNS lookup of mongodb+srv.
  ENOTFOUND: unknownHost,
  ENODATA: unknownHost,
  EAI_AGAIN: unknownHost,
  ENOENT: () => new StoreUnusable('a file that it names, of a certificate or a key, is not there; correct its path'),
};

function unknownHost(): StoreUnusable {
  return new StoreUnusable('no such host is known; correct its name');
}

/** The driver's messages about a password with characters that must be percent-encoded. */
const UNESCAPED = /unescaped|malformed|Invalid connection string|empty userinfo/i;

/**
 * Turns an error of opening a database into one that says what to do about MONGODB_URI. Leaves {@link StoreUnavailable}, of a
 * server that does not answer, and internal errors unchanged.
 */
export function explained(error: unknown): unknown {
  const known = BY_CODE[String(codeOf(error))]?.();
  if (known) return known;
  const { name = '', message = '', cause } = error instanceof Error ? error : {};
  if (hosts(cause).some(({ error: failure }) => isUnknownHost(failure))) return unknownHost();
  if (name === 'MongoCompatibilityError')
    return new StoreUnusable(
      'the server cannot do what its options ask for, or is too old; correct them, or name another',
    );
  if (!/^Mongo(Parse|API|Runtime|InvalidArgument|MissingDependency|MissingCredentials)Error$/.test(name)) return error;
  return new StoreUnusable(
    UNESCAPED.test(message)
      ? 'its user name or password holds a character that must be written in percent-encoding, like %2F for / and %40 for @'
      : 'a host, a port or an option in it cannot be used; correct it, and see the manual of MongoDB on connection strings',
  );
}

/** The driver's description of each server that it tried; mongoose's types lack it. */
const hosts = (error: unknown): { error?: unknown }[] =>
  error instanceof mongoose.Error.MongooseServerSelectionError
    ? [...((error as { reason?: { servers: Map<string, { error?: unknown }> } }).reason?.servers.values() ?? [])]
    : [];

const isUnknownHost = (failure: unknown): boolean => {
  const { message = '' } = failure instanceof Error ? failure : {};
  return /\b(ENOTFOUND|EAI_AGAIN)\b/.test(message);
};

/**
 * Ensures that the database contains a store of Latchkey, or is empty.
 * @throws StoreUnusable when it contains something else, or is empty and `create` is false.
 */
export async function prepare(connection: mongoose.Connection, { create = true }: OpenOptions): Promise<void> {
  const isStore = async () => (await connection.collection('store').findOne({})) !== null;
  await reaching(async () => {
    if (await isStore()) return;
    const filled = await isFilled(connection);
    // Checked again: another process may have created the store in the meantime, whose version is written first.
    if (await isStore()) return;
    if (filled) throw new StoreUnusable('this database holds documents that are not of Latchkey; name an empty one');
    if (create) return;
    throw new StoreUnusable(
      'there is no store in this database; create one by `latchkey bootstrap`, or name another in its path',
    );
  });
}

/** Whether a collection of the database holds any document. */
async function isFilled(connection: mongoose.Connection): Promise<boolean> {
  for (const { name } of await connection.listCollections())
    if (!name.startsWith('system.') && (await connection.collection(name).findOne({}))) return true;
  return false;
}
