/** The configurations of other programs that the documentation shows, as far as they can be checked without them. */
import { z } from 'zod';
import { SETTING_NAMES } from '../../src/config/environment.js';

/** The header fields that Latchkey reads, and that its gateway passes on or sets. */
const FIELDS = ['authorization', 'x-api-key', 'idempotency-key', 'router-authorization'];

const setting = z.templateLiteral(['${env.', z.enum(SETTING_NAMES as [string, ...string[]]), '}']);
const propagate = z.strictObject({ propagate: z.strictObject({ named: z.enum(FIELDS) }) });
const insert = z.strictObject({ insert: z.strictObject({ name: z.enum(FIELDS), value: setting }) });

/** Apollo Router: what its reference names, for the subgraph of these documents and for no other. */
const APOLLO_ROUTER = z.strictObject({
  headers: z.strictObject({
    subgraphs: z.strictObject({
      latchkey: z.strictObject({ request: z.array(z.union([propagate, insert])).length(FIELDS.length) }),
    }),
  }),
  include_subgraph_errors: z.strictObject({ subgraphs: z.strictObject({ latchkey: z.literal(true) }) }),
});

/** Null for a configuration that a schema here knows; else what each of them has against it. */
export function configurationProblem(configuration: unknown): string | null {
  const { success, error } = APOLLO_ROUTER.safeParse(configuration);
  return success ? null : z.prettifyError(error);
}

/** Docker Compose: of its own schema what compose.yaml uses, with settings and commands that Latchkey has. */
const COMPOSE = z.object({
  services: z.object({
    latchkey: z.object({
      build: z.literal('.'),
      environment: z.partialRecord(z.enum(SETTING_NAMES as [string, ...string[]]), z.string()),
      ports: z.array(z.templateLiteral(['127.0.0.1:', z.number(), ':4000'])),
    }),
    mongo: z.object({ image: z.string(), healthcheck: z.object({ test: z.array(z.string()) }) }),
  }),
});

/** Null for a Compose file whose service of Latchkey is set by settings that there are; else what is wrong. */
export function composeProblem(file: unknown): string | null {
  const { success, error } = COMPOSE.safeParse(file);
  return success ? null : z.prettifyError(error);
}
