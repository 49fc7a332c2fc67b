/** Opens the log, the store and the services of a command, by its settings. */
import { type DestinationStream, type Logger, pino } from 'pino';
import { type Environment, unknownSettings } from '../config/environment.js';
import { withoutSecrets } from '@latchkey/verifier/internal';
import { createServices, KINDS, type Services } from '../services.js';
import type { AnyDocumentType, Store } from '../storage/collection.js';
import type { MigrateOptions } from '../storage/migrations/run.js';
import type { OpenOptions } from '../storage/opening.js';

/** The environment and the outputs of a command. `out` is standard output; `err` and `log` are standard error. */
export interface Io {
  readonly variables: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly log: DestinationStream;
}

export interface Opened {
  readonly logger: Logger;
  readonly services: Services;
}

/** A log of JSON lines without secrets; at the level `info` before the settings are read. */
export function createLogger(environment: Environment | undefined, { log }: Io): Logger {
  const own = environment ? secretsOf(environment) : [];
  const withoutOwn = (line: string) => own.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
  return pino(
    {
      level: environment?.LOG_LEVEL ?? 'info',
      base: null,
      hooks: { streamWrite: (line) => withoutSecrets(withoutOwn(line)) },
    },
    log,
  );
}

/** The secret parts of the settings, escaped as in JSON. */
function secretsOf({ LATCHKEY_ROUTER_SECRET, MONGODB_URI }: Environment): string[] {
  const [, password = ''] = /^[^/]*\/\/[^:@]*:([^@]*)@/.exec(MONGODB_URI ?? '') ?? [];
  return [MONGODB_URI, LATCHKEY_ROUTER_SECRET, password, decoded(password)]
    .filter((secret) => secret !== undefined && secret !== '')
    .map((secret) => JSON.stringify(secret).slice(1, -1));
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return '';
  }
}

/** The settings that name the store, and with it the engine. */
type StoreSettings = Pick<Environment, 'MONGODB_URI' | 'LATCHKEY_DATA'>;

// Engines and the server are loaded only when they are used: other commands start several times faster.
/** Opens the store of these kinds that the settings name, and brings it up to date. */
export const openStore = async (
  { MONGODB_URI, LATCHKEY_DATA }: StoreSettings,
  kinds: readonly AnyDocumentType[],
  options: OpenOptions & MigrateOptions,
): Promise<Store> =>
  MONGODB_URI === undefined
    ? (await import('../storage/embedded/store.js')).openEmbedded(LATCHKEY_DATA, kinds, options)
    : (await import('../storage/mongo/store.js')).openMongo(MONGODB_URI, kinds, options);

/** The changes that opening the store of these kinds would make, a line each. */
export const plannedChanges = async (
  { MONGODB_URI, LATCHKEY_DATA }: StoreSettings,
  kinds: readonly AnyDocumentType[],
): Promise<string[]> =>
  MONGODB_URI === undefined
    ? (await import('../storage/embedded/store.js')).checkEmbedded(LATCHKEY_DATA, kinds)
    : (await import('../storage/mongo/store.js')).checkMongo(MONGODB_URI, kinds);

/** The services over the store that `environment` names; close it by `services.store.close()`. */
export async function openServices(environment: Environment, io: Io, options: OpenOptions): Promise<Opened> {
  const logger = createLogger(environment, io);
  for (const name of unknownSettings(io.variables))
    logger.warn(`${name} is not a setting and has no effect; docs/environment.md lists the settings`);
  const report = (line: string) => logger.info(line);
  const services = createServices(await openStore(environment, KINDS, { ...options, report }), {
    clock: () => new Date(),
    defaultPlan: environment.LATCHKEY_DEFAULT_PLAN,
    onError: (error) => logger.error({ err: error }, 'something failed in the background'),
  });
  return { logger, services };
}
