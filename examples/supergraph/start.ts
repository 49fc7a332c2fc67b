/** `npm run supergraph`: Latchkey on an empty store, a neighbour, and a gateway in front of both, on free ports. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { bootstrap } from '../../src/cli/bootstrap.js';
import { createServer } from '../../src/http/server.js';
import { createServices, KINDS } from '../../src/services.js';
import { openEmbedded } from '../../src/storage/embedded/store.js';
import { compose, sdlOf } from './compose.js';
import { startHiveGateway } from './hive-gateway.js';
import { startNeighbour } from './neighbour.js';

const directory = mkdtempSync(join(tmpdir(), 'latchkey-supergraph-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

const store = await openEmbedded(directory, KINDS);
const logger = pino({ level: 'warn' }, pino.destination({ fd: 2, sync: true }));
const services = createServices(store, {
  clock: () => new Date(),
  defaultPlan: 'ENTERPRISE',
  onError: (error) => logger.error({ err: error }, 'something failed in the background'),
});
const { organization, secret } = await bootstrap(services, {
  slug: 'my-organization',
  owner: 'owner@example.com',
  plan: 'ENTERPRISE',
});
const app = await createServer(services, { logger, trustProxy: false, production: false, routerSecret: undefined });
const latchkey = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
const neighbour = await startNeighbour();
const supergraph = compose([
  { name: 'latchkey', url: latchkey, sdl: await sdlOf(latchkey) },
  { name: 'neighbour', url: neighbour.url, sdl: await sdlOf(neighbour.url) },
]);
const gateway = await startHiveGateway(supergraph);

const query = `{ organization(id: "${organization.slug}") { slug dashboard projects { nodes { slug targets { nodes { slug dashboard } } } } } }`;
process.stdout.write(
  [
    `Latchkey: ${latchkey}`,
    `Neighbour: ${neighbour.url}`,
    `Gateway: ${gateway.url}`,
    '',
    'Ask both at once:',
    '',
    // On curl's standard input, because other users of the machine can read the arguments of a command.
    `curl ${gateway.url} \\`,
    `  --data '${JSON.stringify({ query })}' \\`,
    '  --header @- <<END',
    'content-type: application/json',
    `authorization: Bearer ${secret.reveal()}`,
    'END',
    '',
    'Stop with Ctrl+C.',
    '',
  ].join('\n'),
);

const stop = async () => {
  await gateway.stop();
  await neighbour.stop();
  await app.close();
  await store.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop());
