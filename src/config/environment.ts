/** The settings, all of them environment variables. docs/environment.md lists them; a test compares. */
import { isIP } from 'node:net';
import { compile } from '@fastify/proxy-addr';
import { z } from 'zod';
import { findStrays } from './misspelt.js';
import { PLANS } from './plans.js';

/** An empty variable is one that is not set. */
const unset = (value: unknown) => (value === '' ? undefined : value);

const oneOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  z.enum(names, `must be one of ${names.join(', ')}`);

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535, in digits alone')
  .transform(Number)
  .refine((number) => number <= 65535, 'must be a whole number from 0 to 65535, in digits alone');

/** Labels with dots between them. The last label needs a letter: numbers and dots alone would be a short form of an address. */
const HOST_NAME = /^(?=.{1,253}$)([a-z\d]([-_a-z\d]*[a-z\d])?\.)*[a-z\d]([-a-z\d]*[a-z\d])?$/i;
const host = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 || (HOST_NAME.test(text) && !/^(0x)?[\da-f]*$/i.test(text.split('.').at(-1) ?? '')),
    'must be an address like 127.0.0.1, 0.0.0.0 or ::1, or the name of a host, without a port and without brackets',
  );

const directory = z
  .string()
  .refine((text) => text.trim() === text, { error: 'must be a directory without blanks around its name', abort: true })
  .refine((text) => !text.startsWith('~'), {
    error: 'must be a directory as it is: only a shell replaces ~',
    abort: true,
  })
  .refine((text) => !/^[a-z][a-z\d+.-]+:\/\//i.test(text), 'must be a directory and no URL; a database is MONGODB_URI');

const mongodbUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\/[^\s/?]+\S*$/, {
    error: 'must start with mongodb:// or mongodb+srv://, name a host, and hold no blanks',
    abort: true,
  })
  .refine(
    (text) => /^([^/\\. "$*<>:|?@%]{1,63})?$/.test(databaseIn(text)),
    'must hold one name of a database after the hosts, of up to 63 letters and none of / \\ . " $ * < > : | @ %; such characters in a password must be percent-encoded',
  );

/** The name of the database in a URI: the part between the hosts and the options. */
const databaseIn = (uri: string): string => /^[^/]*\/\/(?:[^@]*@)?[^/?]*\/?([^?]*)/.exec(uri)?.[1] ?? '';

/** The names of address ranges that the library knows. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether `text` is a complete address or range. The library would read `10.1` as 10.0.0.1. */
function isRange(text: string): boolean {
  const [, address = '', bits = '0'] = /^([\da-f:.]+)(?:\/(0|[1-9]\d{0,2}))?$/i.exec(text) ?? [];
  const family = isIP(address);
  return RANGES.includes(text) || (family !== 0 && Number(bits) <= (family === 4 ? 32 : 128));
}

const proxies = z.string().transform((text, context) => {
  const parts = text.split(',').map((part) => part.trim());
  const [first = ''] = parts;
  if (parts.length === 1 && /^\d{1,2}$/.test(first)) return (_: string, index: number) => index < Number(first);
  try {
    if (parts.every(isRange)) return compile(parts);
  } catch {
    // The library refuses some ranges, such as that of all addresses.
  }
  context.addIssue(
    'must be a number of proxies up to 99, or whole addresses and ranges like 10.0.0.0/8 with commas between them',
  );
  return z.NEVER;
});

const SETTINGS = {
  PORT: port.default(4000),
  HOST: host.default('127.0.0.1'),
  LATCHKEY_DATA: directory.default('.latchkey'),
  LATCHKEY_DEFAULT_PLAN: oneOf(PLANS).default('ENTERPRISE'),
  LATCHKEY_ROUTER_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{32,1024}$/, 'must be 32 to 1024 printable letters of ASCII without blanks')
    .optional(),
  MONGODB_URI: mongodbUri.optional(),
  TRUST_PROXY: proxies.optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
} as const;

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(SETTINGS);

const environment = z.object(
  Object.fromEntries(Object.entries<z.ZodType>(SETTINGS).map(([name, type]) => [name, z.preprocess(unset, type)])) as {
    [K in keyof typeof SETTINGS]: z.ZodPreprocess<(typeof SETTINGS)[K]>;
  },
);

export type Environment = z.infer<typeof environment>;

/** A setting has an invalid value. The message names the setting and does not repeat the value, which may be a secret. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/** Variables that other programs of this project read: clients, examples, gateways. */
const OTHERS = ['LATCHKEY_URL', 'LATCHKEY_TOKEN', 'LATCHKEY_SECRET'];

/**
 * The settings in `variables`, with defaults.
 * @throws BadSetting, with a line for each invalid value and for each misspelt name.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const { success, data, error } = environment.safeParse(variables);
  const problems = [
    ...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...findStrays(variables, SETTING_NAMES, OTHERS).misspelt.map(
      ({ name, meant }) => `${name}: there is no such setting, ${meant} is meant; rename it, or set ${meant} as well`,
    ),
  ];
  if (success && problems.length === 0) return data;
  throw new BadSetting(problems.join('\n'));
}

/** Names in `variables` that begin as Latchkey's own settings do, and are none. */
export const unknownSettings = (variables: NodeJS.ProcessEnv): readonly string[] =>
  findStrays(variables, SETTING_NAMES, OTHERS).unknown;
