import type mongoose from 'mongoose';
import { pause } from '../collection.js';

/** How long a heartbeat may take until the driver counts as hung, in milliseconds. A working driver gives up sooner. */
const PATIENCE_MS = 6000;

/**
 * Reopens the connection when the driver has stopped monitoring a server: when a heartbeat has neither succeeded nor failed.
 * That happens when a database is killed under load. The driver then may wait for ever for the `drain` event of a socket that
 * was closed while it wrote, and report the server as unavailable all that time.
 * Returns a function that stops the watch; after that nothing is reopened.
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
    // Without `force`: mongoose would refuse to open a connection again that was closed with it.
    await connection.close().catch(() => undefined);
    for (let attempt = 0; !isStopped(); attempt++)
      try {
        await open();
        // If the watch was stopped in the meantime, the caller has closed only the former connection.
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
