import type mongoose from 'mongoose';
import { pause } from '../collection.js';

/** How long a look at the server may take until it is known to be lost, in milliseconds; the driver gives up sooner. */
const PATIENCE_MS = 6000;

/**
 * Opens the connection anew whenever the driver has stopped looking after a server: when a heartbeat that it began has
 * neither succeeded nor failed. That happens when a database is killed under load: the driver may write to a socket in
 * the moment of its end, waits for its `drain` for ever, and would take the server for lost as long.
 * Answers how to stop; nothing is opened anew after that.
 */
export function keepWatched(connection: mongoose.Connection, open: () => Promise<unknown>): () => void {
  let stop = watch();
  let stopped = false;
  const isStopped = () => stopped;

  function watch(): () => void {
    const timers = new Map<string, NodeJS.Timeout>();
    const ended = ({ connectionId }: { connectionId: string }) => clearTimeout(timers.get(connectionId));
    const began = ({ connectionId }: { connectionId: string }) => {
      clearTimeout(timers.get(connectionId));
      timers.set(connectionId, setTimeout(() => void reopen(), PATIENCE_MS).unref());
    };
    const closed = ({ address }: { address: string }) => clearTimeout(timers.get(address));
    const client = connection.getClient();
    client.on('serverHeartbeatStarted', began).on('serverClosed', closed);
    client.on('serverHeartbeatSucceeded', ended).on('serverHeartbeatFailed', ended);
    return () => {
      client.off('serverHeartbeatStarted', began).off('serverClosed', closed);
      client.off('serverHeartbeatSucceeded', ended).off('serverHeartbeatFailed', ended);
      timers.forEach(clearTimeout);
    };
  }

  async function reopen(): Promise<void> {
    stop();
    // Not by force: mongoose would refuse to open it again.
    await connection.close().catch(() => undefined);
    for (let attempt = 0; !isStopped(); attempt++)
      try {
        await open();
        // Whoever stopped this meanwhile has closed what was there before.
        if (isStopped()) await connection.close();
        else stop = watch();
        return;
      } catch {
        await pause(attempt);
      }
  }

  return () => {
    stopped = true;
    stop();
  };
}
