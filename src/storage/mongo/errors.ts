import mongoose from 'mongoose';
import { DuplicateKey, pause, StoreUnavailable } from '../collection.js';

/** MongoDB's code for a duplicate key. */
export const DUPLICATE = 11000;
/** "Deadlock detected", from the DocumentDB extension of PostgreSQL, as in FerretDB: nothing was written, so it may be repeated. */
const DEADLOCK = 16908292;

/** The code of an error of MongoDB, if it has one. */
export const codeOf = (error: unknown): number | undefined => (error as { code?: number } | null)?.code;

/** The longest time of one operation, in milliseconds: selecting a server, and then waiting for its response. */
const OPERATION_MS = 13_000;

/** Runs `fn`, and repeats it after a deadlock. Turns errors of reaching a server into {@link StoreUnavailable}. */
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

/** As {@link reaching}, for a write: turns a duplicate key into {@link DuplicateKey}, which names the fields and not their values. */
export async function reachingUnlessTaken<R>(kind: string, write: () => Promise<R>): Promise<R> {
  try {
    return await reaching(write);
  } catch (error) {
    if (codeOf(error) !== DUPLICATE) throw error;
    const fields = /index:? '?unique ([\w+]+)/i.exec((error as Error).message)?.[1] ?? 'id';
    throw new DuplicateKey(kind, fields.split('+'));
  }
}

/** The positions of the writes of a bulk that failed with a duplicate key. @throws `error` if it is any other failure. */
export function duplicatesOf(error: unknown): number[] {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
  const errors = [error.writeErrors].flat();
  if (errors.length === 0 || errors.some(({ code }) => code !== DUPLICATE)) throw error;
  return errors.map(({ index }) => index);
}

/** Rejects after {@link OPERATION_MS}: the driver may wait for ever for a socket that was closed while it wrote. */
async function inTime<R>(result: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('the database does not answer in time')), OPERATION_MS);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

/** Whether an error is a deadlock. The creation of an index reports it under another code. */
const isDeadlock = (error: unknown): boolean =>
  codeOf(error) === DEADLOCK || (error instanceof Error && error.message.includes('deadlock detected'));

/** Codes of closed sockets, which the driver sometimes passes on unchanged. */
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
