import mongoose from 'mongoose';
import { DuplicateKey, pause, StoreUnavailable } from '../collection.js';

/** The server's code for a unique key that is taken. */
export const DUPLICATE = 11000;
/** "Deadlock detected", from DocumentDB, which FerretDB and others run: nothing happened, and one may try again. */
const DEADLOCK = 16908292;

/** The server's code of an error, if it has one. */
export const codeOf = (error: unknown): number | undefined => (error as { code?: number } | null)?.code;

/** The longest that one operation may take, in milliseconds: a server is looked for, and then keeps silent. */
const OPERATION_MS = 13_000;

/** Runs `fn`, again after a deadlock, and turns the driver's failures to reach a server into {@link StoreUnavailable}. */
export async function reaching<R>(fn: () => Promise<R>): Promise<R> {
  for (let attempt = 0; ; attempt++)
    try {
      return await inTime(fn());
    } catch (error) {
      if (isDeadlock(error) && attempt < 60) await pause(attempt);
      else if (isUnreachable(error)) throw new StoreUnavailable('the database does not answer', { cause: error });
      else throw error;
    }
}

/** {@link reaching} for a write; a refusal for a taken key names the fields, never the value as the server's own message does. */
export async function reachingUnlessTaken<R>(kind: string, write: () => Promise<R>): Promise<R> {
  try {
    return await reaching(write);
  } catch (error) {
    if (codeOf(error) !== DUPLICATE) throw error;
    const fields = /index:? '?unique ([\w+]+)/i.exec((error as Error).message)?.[1] ?? 'id';
    throw new DuplicateKey(kind, fields.split('+'));
  }
}

/** The indexes of those writes of a bulk that were refused for a taken key. @throws `error` when it is of any other failure. */
export function duplicatesOf(error: unknown): number[] {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
  const errors = [error.writeErrors].flat();
  if (errors.length === 0 || errors.some(({ code }) => code !== DUPLICATE)) throw error;
  return errors.map(({ index }) => index);
}

/** The driver itself may wait for ever, for a socket that ended while it was written to. */
async function inTime<R>(result: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('the database does not answer in time')), OPERATION_MS);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

/** Index creation reports one under another code. */
const isDeadlock = (error: unknown): boolean =>
  codeOf(error) === DEADLOCK || (error instanceof Error && error.message.includes('deadlock detected'));

/** Codes of sockets that were lost, which the driver at times passes on as they are. */
const LOST = new Set<string | undefined>(['ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED']);

function isUnreachable(error: unknown): boolean {
  const {
    MongoBulkWriteError,
    MongoNetworkError,
    MongoServerSelectionError,
    MongoNotConnectedError,
    MongoTopologyClosedError,
  } = mongoose.mongo;
  return (
    LOST.has((error as NodeJS.ErrnoException | null)?.code) ||
    (error instanceof MongoBulkWriteError && isUnreachable(error.errorResponse)) ||
    (error instanceof mongoose.Error && error.message.includes('before initial connection is complete')) ||
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoTopologyClosedError ||
    (error as Error | null)?.name === 'MongoWaitQueueTimeoutError' ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    (error instanceof mongoose.mongo.MongoServerError && error.hasErrorLabel('RetryableWriteError'))
  );
}
