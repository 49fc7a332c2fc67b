/** `latchkey start`: a server, until a signal ends it. */
import type { AddressInfo } from 'node:net';
import { announcement, endpointOf } from './announcement.js';
import { bootstrap, isEmpty } from './bootstrap.js';
import { type Io, openServices } from './open.js';
import type { Environment } from '../config/environment.js';

const SHUTDOWN_MS = 9500;

/** Starts the server. Resolves when it listens; closes everything and rejects when it cannot listen on the port or address. */
export async function serve(environment: Environment, io: Io): Promise<void> {
  const say = (text: string): void => io.out(`${text}\n`);
  const { createServer } = await import('../http/server.js');
  const { logger, services } = await openServices(environment, io, { create: true, serving: true });
  const app = await createServer(services, {
    logger,
    trustProxy: environment.TRUST_PROXY ?? false,
    production: environment.NODE_ENV === 'production',
    routerSecret: environment.LATCHKEY_ROUTER_SECRET,
  });
  const close = () => app.close().then(() => services.store.close());
  try {
    await app.listen({ port: environment.PORT, host: environment.HOST });
  } catch (error) {
    await close();
    throw error;
  }
  const stop = (signal: string): void => {
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const { port } = app.server.address() as AddressInfo;
  say(`Latchkey is ready at ${endpointOf(environment.HOST, port)}`);
  if (!(await isEmpty(services))) return;
  if (environment.MONGODB_URI === undefined) {
    const first = { slug: 'my-organization', owner: 'owner@example.com', plan: environment.LATCHKEY_DEFAULT_PLAN };
    say(announcement(await bootstrap(services, first), environment, port));
    services.relay.wake();
  } else
    say(
      'The database is empty. Create an organization and its owner, beside this server:\n' +
        '  npx --no -- latchkey bootstrap --organization SLUG --owner EMAIL',
    );
}
