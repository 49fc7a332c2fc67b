/** The settings, all of them environment variables. docs/environment.md lists them; a test compares. */
import { compile } from '@fastify/proxy-addr';
import { z } from 'zod';
import { PLANS } from './plans.js';

/** An empty variable is one that is not set. */
const unset = (value: unknown) => (value === '' ? undefined : value);

const proxies = z.string().transform((text, context) => {
  if (/^\d{1,2}$/.test(text)) return (_: string, index: number) => index < Number(text);
  try {
    // Longer numbers would pass as addresses.
    if (!/^\d+$/.test(text)) return compile(text.split(',').map((one) => one.trim()));
  } catch {
    // Said below.
  }
  context.addIssue('must be a number of proxies, or addresses and ranges with commas between them');
  return z.NEVER;
});

const SETTINGS = {
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LATCHKEY_DATA: z.string().min(1).default('.latchkey'),
  LATCHKEY_DEFAULT_PLAN: z.enum(PLANS).default('ENTERPRISE'),
  LATCHKEY_ROUTER_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{32,1024}$/, 'must be 32 to 1024 printable letters without blanks')
    .optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/[^/?]+/, 'must start with mongodb:// or mongodb+srv:// and name a host')
    .optional(),
  TRUST_PROXY: proxies.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
} as const;

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(SETTINGS);

const environment = z.object(
  Object.fromEntries(Object.entries<z.ZodType>(SETTINGS).map(([name, type]) => [name, z.preprocess(unset, type)])) as {
    [K in keyof typeof SETTINGS]: z.ZodPreprocess<(typeof SETTINGS)[K]>;
  },
);

export type Environment = z.infer<typeof environment>;

/** A setting that cannot be taken. The message names it, and does not repeat its value, which may be a secret. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/** The settings in `variables`, with defaults. @throws BadSetting. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const { success, data, error } = environment.safeParse(variables);
  if (success) return data;
  throw new BadSetting(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}
