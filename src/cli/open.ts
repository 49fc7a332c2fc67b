/** Opens what a command works with, as its settings say. */
import { type DestinationStream, type Logger, pino } from 'pino';
import { type Environment, unknownSettings } from '../config/environment.js';
import { withoutSecrets } from '@latchkey/verifier/internal';
import { createServices, KINDS, type Services } from '../services.js';
import type { AnyDocumentType, Store } from '../storage/collection.js';
import type { MigrateOptions } from '../storage/migrations/run.js';
import type { OpenOptions } from '../storage/opening.js';

/** What a command reads and writes. Standard output is for people and programs; the log stands on standard error, too. */
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

/** A log of JSON lines without secrets; of the usual level while no settings are known. */
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

/** What of the settings is secret, as it would stand in a line of JSON. */
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

/** Where a store is, and so on which engine. */
type StoreSettings = Pick<Environment, 'MONGODB_URI' | 'LATCHKEY_DATA'>;

// Engines and the server are loaded when they are wanted: a command starts several times faster without.
/** Opens the store of these kinds that the settings name, and brings it up to date. */
export const openStore = async (
  { MONGODB_URI, LATCHKEY_DATA }: StoreSettings,
  kinds: readonly AnyDocumentType[],
  options: OpenOptions & MigrateOptions,
): Promise<Store> =>
  MONGODB_URI === undefined
    ? (await import('../storage/embedded/store.js')).openEmbedded(LATCHKEY_DATA, kinds, options)
    : (await import('../storage/mongo/store.js')).openMongo(MONGODB_URI, kinds, options);

/** What opening the store of these kinds would change, a line each. */
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
    logger.warn(`${name} is no setting and does nothing; docs/environment.md lists the settings`);
  const report = (line: string) => logger.info(line);
  const services = createServices(await openStore(environment, KINDS, { ...options, report }), {
    clock: () => new Date(),
    defaultPlan: environment.LATCHKEY_DEFAULT_PLAN,
    onError: (error) => logger.error({ err: error }, 'something failed in the background'),
  });
  return { logger, services };
}
