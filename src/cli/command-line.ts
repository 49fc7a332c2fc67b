/** The command line: declares its commands and runs them. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { bootstrap, issueFor, setPlan } from './bootstrap.js';
import { announcement, endpointOf } from './announcement.js';
import { explain } from './explain.js';
import { lifetime } from './lifetime.js';
import { listTokens, revokeToken, tokenLines } from './tokens.js';
import { BadInput } from '../errors.js';
import { createLogger, type Io, openServices, type Opened, openStore, plannedChanges } from './open.js';
import { serve } from './serve.js';
import { VERSION } from '../version.js';
import { KINDS } from '../services.js';
import { type Environment, readEnvironment } from '../config/environment.js';
import { type Plan, PLANS } from '../config/plans.js';
import type { OpenOptions } from '../storage/opening.js';

/** Runs one command. Returns the exit code; for a server, 0 once it listens. */
export async function runCommandLine(args: readonly string[], io: Io): Promise<number> {
  let environment: Environment | undefined;
  try {
    environment = readEnvironment(io.variables);
    await program(environment, io).parseAsync(args.length === 0 ? ['start'] : args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    const line = explain(error, environment);
    if (line !== undefined) io.err(`${line}\n`);
    else createLogger(environment, io).fatal({ err: error }, 'Latchkey failed');
    return 1;
  }
}

function program(environment: Environment, io: Io): Command {
  const say = (text: string): void => io.out(`${text}\n`);
  const plan = (description: string) => new Option('--plan <plan>', description).choices(PLANS);
  const user = () => new Option('--user <email>', "the user's e-mail address");
  const json = () => new Option('--json', 'print JSON, for programs');
  /** Runs `act` on the store, prints what it returns, and copies its events to the audit trail. */
  const once = (options: OpenOptions, act: (opened: Opened['services']) => Promise<string>) =>
    doOnce(environment, io, options, async (services) => say(await act(services)));

  const latchkey = new Command('latchkey')
    .description(
      'The access-token service of a GraphQL platform. Settings are environment variables: docs/environment.md.',
    )
    .version(VERSION, '--version', 'print the version')
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    // What stands after a command belongs to it, so that `token list` may have the options of `token`.
    .enablePositionalOptions()
    .exitOverride();
  latchkey
    .command('start')
    .description('serve GraphQL (what `npm start` does)')
    .action(() => serve(environment, io));
  latchkey
    .command('bootstrap')
    .description('create an organization, its owner, and a first project')
    .requiredOption('--organization <slug>', 'the slug of the organization')
    .requiredOption('--owner <email>', 'the e-mail address of its first Org Admin')
    .addOption(plan('its plan').default(environment.LATCHKEY_DEFAULT_PLAN))
    .addOption(json())
    .action((options: { organization: string; owner: string; plan: Plan; json?: true }) =>
      once({ create: true }, async (services) => {
        const created = await bootstrap(services, { ...options, slug: options.organization });
        const { organization, project, secret } = created;
        if (!options.json) return announcement(created, environment, environment.PORT);
        return JSON.stringify({
          organization: { id: organization.id, slug: organization.slug, plan: organization.plan },
          project: { id: project.id, slug: project.slug },
          token: secret.reveal(),
          endpoint: endpointOf(environment.HOST, environment.PORT),
        });
      }),
    );
  const token = latchkey
    .command('token')
    .description('give a user a first or a new access token, for every organization they belong to')
    .addOption(user())
    .addOption(
      new Option(
        '--expires-in <time>',
        'how long it is valid: 12h, 90d, 8w or an ISO 8601 duration like P1Y',
      ).argParser(lifetime),
    )
    .addOption(new Option('--raw', 'print the token alone').conflicts('json'))
    .addOption(json())
    .action(({ user: email, expiresIn, raw, json: asJson }: TokenOptions) =>
      once({ create: false }, async (services) => {
        const { secret, credential } = await issueFor(services, namedUser(email), expiresIn ?? null);
        if (raw) return secret.reveal();
        const { expiresAt } = credential;
        if (asJson) return JSON.stringify({ id: credential.id, token: secret.reveal(), expiresAt });
        return `Token, shown once: ${secret.reveal()}${expiresAt === null ? '' : `\nValid until: ${expiresAt}`}`;
      }),
    );
  token
    .command('list')
    .description('list the user access tokens of a user, newest first')
    .addOption(user())
    .addOption(json())
    .action(({ user: email, json: asJson }: Pick<TokenOptions, 'user' | 'json'>) =>
      once({ create: false }, async (services) => {
        const tokens = await listTokens(services, namedUser(email));
        return asJson ? JSON.stringify({ tokens }) : tokenLines(tokens);
      }),
    );
  token
    .command('revoke')
    .description('end a user access token at once')
    .argument('<id>', 'its id')
    .addOption(json())
    .action((id: string, options: { json?: true }) =>
      once({ create: false }, async (services) => {
        const { title, revokedAt } = await revokeToken(services, id);
        return options.json ? JSON.stringify({ id, revokedAt }) : `The token "${title}" is revoked.`;
      }),
    );
  latchkey
    .command('plan')
    .description("set an organization's plan")
    .argument('<organization>', 'its id or slug')
    .addArgument(new Argument('<plan>').choices(PLANS))
    .addOption(json())
    .action((organization: string, wanted: Plan, options: { json?: true }) =>
      once({ create: false }, async (services) => {
        const { id, slug, plan: now } = await setPlan(services, organization, wanted);
        return options.json
          ? JSON.stringify({ organization: { id, slug, plan: now } })
          : `${slug} is on the plan ${now}.`;
      }),
    );
  latchkey
    .command('migrate')
    .description('bring the store up to date with this release, as `start` does when it opens it')
    .option('--check', 'change nothing; say what would be done, and exit with 2 if there is anything')
    .action((options: { check?: boolean }) => migrate(environment, say, options));
  return latchkey;
}

interface TokenOptions {
  readonly user?: string;
  readonly expiresIn?: ReturnType<typeof lifetime>;
  readonly raw?: true;
  readonly json?: true;
}

/** The address that was given. The commands below `token` share its option, which therefore cannot be required there. */
function namedUser(email: string | undefined): string {
  if (email === undefined) throw new BadInput('Say whose tokens: --user EMAIL.');
  return email;
}

/** The exit code of `migrate --check` when opening the store would change it. */
const MIGRATION_NEEDED = 2;

/** Brings the store up to date; with `check`, says what that would change and exits with 2 when there is something. */
async function migrate(
  environment: Environment,
  say: (text: string) => void,
  { check = false }: { check?: boolean },
): Promise<void> {
  const changes = check ? await plannedChanges(environment, KINDS) : [];
  if (!check) await (await openStore(environment, KINDS, { create: false, report: say })).close();
  if (changes.length === 0) {
    say('The store is up to date.');
    return;
  }
  say(`Opening the store would:\n${changes.map((change) => `  ${change}`).join('\n')}`);
  throw new CommanderError(MIGRATION_NEEDED, 'latchkey.migrationNeeded', '');
}

async function doOnce(
  environment: Environment,
  io: Io,
  options: OpenOptions,
  act: (services: Opened['services']) => Promise<void>,
): Promise<void> {
  const { services } = await openServices(environment, io, options);
  try {
    await act(services);
    await services.relay.drain();
  } finally {
    await services.store.close();
  }
}
