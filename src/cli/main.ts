#!/usr/bin/env node
/** Reads the environment and the command line, opens a store, and serves or does what the operator asks. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { pino } from 'pino';
import { announcement, bootstrap, isEmpty, setPlan, tokenFor } from './bootstrap.js';
import { BadSetting, type Environment, readEnvironment } from '../config/environment.js';
import { ClientError } from '../errors.js';
import { withoutSecrets } from '../secrets/redact.js';
import { type Plan, PLANS } from '../config/plans.js';
import { createServices, KINDS, type Services } from '../services.js';
import { MigrationFailed, type Store, StoreUnavailable, StoreVersionMismatch } from '../storage/collection.js';

const SHUTDOWN_MS = 9500;
/** The exit code of `migrate --check` when opening the store would change it. */
const CHANGES_ARE_DUE = 2;

/** Standard output is for people; the log goes to standard error. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const createLogger = ({ LOG_LEVEL }: Environment) =>
  pino(
    { level: LOG_LEVEL, base: null, hooks: { streamWrite: withoutSecrets } },
    pino.destination({ fd: 2, sync: true }),
  );

// Engines and the server are loaded when they are wanted: a command starts several times faster without.
const openStore = async (
  { MONGODB_URI, LATCHKEY_DATA }: Environment,
  report: (line: string) => void,
): Promise<Store> =>
  MONGODB_URI === undefined
    ? (await import('../storage/embedded/store.js')).openEmbedded(LATCHKEY_DATA, KINDS, { report })
    : (await import('../storage/mongo/store.js')).openMongo(MONGODB_URI, KINDS, { report });

const plannedChanges = async ({ MONGODB_URI, LATCHKEY_DATA }: Environment): Promise<string[]> =>
  MONGODB_URI === undefined
    ? (await import('../storage/embedded/store.js')).checkEmbedded(LATCHKEY_DATA, KINDS)
    : (await import('../storage/mongo/store.js')).checkMongo(MONGODB_URI, KINDS);

async function openServices(environment: Environment) {
  const logger = createLogger(environment);
  const services = createServices(await openStore(environment, (line) => logger.info(line)), {
    clock: () => new Date(),
    defaultPlan: environment.LATCHKEY_DEFAULT_PLAN,
    onError: (error) => logger.error({ err: error }, 'something failed in the background'),
  });
  return { logger, services };
}

async function serve(environment: Environment): Promise<void> {
  const { createServer } = await import('../http/server.js');
  const { logger, services } = await openServices(environment);
  const app = await createServer(services, {
    logger,
    trustProxy: environment.TRUST_PROXY ?? false,
    production: environment.NODE_ENV === 'production',
    routerSecret: environment.LATCHKEY_ROUTER_SECRET,
  });
  const stop = (signal: string): void => {
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    app
      .close()
      .then(() => services.store.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const address = await app.listen({ port: environment.PORT, host: environment.HOST });
  const endpoint = `${address}/graphql`;
  say(`Latchkey is ready at ${endpoint}`);
  if (!(await isEmpty(services))) return;
  if (environment.MONGODB_URI === undefined) {
    const first = { slug: 'my-organization', owner: 'owner@example.com', plan: environment.LATCHKEY_DEFAULT_PLAN };
    say(announcement(await bootstrap(services, first), endpoint));
    services.relay.wake();
  } else
    say(
      'The database is empty. Create an organization and its owner, beside this server:\n' +
        '  npx --no latchkey bootstrap --organization SLUG --owner EMAIL',
    );
}

/** Does one thing on the store that the environment names, and sees its events into the audit trail. */
async function once(environment: Environment, act: (services: Services) => Promise<string>): Promise<void> {
  const { services } = await openServices(environment);
  try {
    say(await act(services));
    await services.relay.drain();
  } finally {
    await services.store.close();
  }
}

/** Brings the store up to date; with `check`, says what that would change and exits with 2 when there is something. */
async function migrate(environment: Environment, { check = false }: { check?: boolean }): Promise<void> {
  const changes = check ? await plannedChanges(environment) : [];
  if (!check) await (await openStore(environment, say)).close();
  if (changes.length === 0) say('The store is up to date.');
  else {
    say(`Opening the store would:\n${changes.map((change) => `  ${change}`).join('\n')}`);
    process.exitCode = CHANGES_ARE_DUE;
  }
}

function program(environment: Environment): Command {
  const plan = (description: string) => new Option('--plan <plan>', description).choices(PLANS);
  const latchkey = new Command('latchkey')
    .description(
      'The access-token service of a GraphQL platform. Settings are environment variables: docs/environment.md.',
    )
    .exitOverride();
  latchkey
    .command('start', { isDefault: process.argv.length === 2 })
    .description('serve GraphQL (what `npm start` does)')
    .action(() => serve(environment));
  latchkey
    .command('bootstrap')
    .description('create an organization, its owner, and a first project')
    .requiredOption('--organization <slug>', 'the slug of the organization')
    .requiredOption('--owner <email>', 'the e-mail address of its first Org Admin')
    .addOption(plan('its plan').default(environment.LATCHKEY_DEFAULT_PLAN))
    .action((options: { organization: string; owner: string; plan: Plan }) =>
      once(environment, async (services) => {
        const created = await bootstrap(services, { ...options, slug: options.organization });
        return announcement(created, `http://127.0.0.1:${environment.PORT}/graphql`);
      }),
    );
  latchkey
    .command('token')
    .description('give a user a first or a new access token, for every organization they belong to')
    .requiredOption('--user <email>', "the user's e-mail address")
    .action(({ user }: { user: string }) =>
      once(environment, async (services) => `Token, shown once: ${(await tokenFor(services, user)).reveal()}`),
    );
  latchkey
    .command('plan')
    .description("set an organization's plan")
    .argument('<organization>', 'its id or slug')
    .addArgument(new Argument('<plan>').choices(PLANS))
    .action((organization: string, wanted: Plan) =>
      once(environment, async (services) => {
        const changed = await setPlan(services, organization, wanted);
        return `${changed.slug} is on the plan ${changed.plan}.`;
      }),
    );
  latchkey
    .command('migrate')
    .description('bring the store up to date with this release, as `start` does when it opens it')
    .option('--check', 'change nothing; say what would be done, and exit with 2 if there is anything')
    .action((options: { check?: boolean }) => migrate(environment, options));
  return latchkey;
}

/** One line for whoever started this; undefined for a fault of ours. */
function explain(error: unknown): string | undefined {
  if (error instanceof BadSetting) return `A setting cannot be used. ${error.message}`;
  if (error instanceof ClientError || error instanceof StoreVersionMismatch || error instanceof MigrationFailed)
    return error.message;
  if (error instanceof StoreUnavailable) return unreachable(process.env.MONGODB_URI);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === 'EADDRINUSE' ? `Port ${port} is in use. Set PORT to another.` : undefined;
}

function unreachable(uri: string | undefined): string {
  if (!uri) return 'The store in LATCHKEY_DATA is busy. Is another Latchkey serving from it?';
  const shown = uri.replace(/\/\/[^/?]*@/, '//***@').replace(/\?.*/, '');
  return `The database at MONGODB_URI (${shown}) cannot be reached. Is it running, and are the address and credentials right?`;
}

try {
  await program(readEnvironment(process.env)).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) console.error(explain(error) ?? error);
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
  if (process.exitCode !== 0) process.exit();
}
