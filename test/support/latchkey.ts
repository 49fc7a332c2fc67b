/** A whole Latchkey in this process, spoken to over its HTTP interface, for tests through the public API. */
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { bootstrap } from '../../src/cli/bootstrap.js';
import type { Plan } from '../../src/config/plans.js';
import type { Consumers } from '../../src/deliveries/consumer.js';
import type { Strategy } from '../../src/authentication/strategy.js';
import { createServer, type ServerOptions } from '../../src/http/server.js';
import { createServices, KINDS, type Services } from '../../src/services.js';
import type { Store } from '../../src/storage/collection.js';
import { withoutSecrets } from '@latchkey/verifier/internal';
import type { Engine, Place } from './engines.js';

/** An answer to a GraphQL request. `data` is loose on purpose: tests assert what is in it. */
export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[] | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Sends GraphQL as somebody. */
export type Send = (query: string, variables?: object, headers?: Record<string, string>) => Promise<Answer>;

export interface Latchkey {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly store: Store;
  readonly place: Place;
  /** The clock that everything here goes by; set `now` to hold it, undefined to let it go. */
  readonly clock: { now: Date | undefined };
  /** What was logged so far. */
  readonly logged: () => string;
  /** Somebody with this secret; nobody without one. */
  readonly as: (secret?: string) => Send;
  /** An organization with an owner and a project named `my-project`. */
  readonly organization: (options?: { plan?: Plan; slug?: string }) => Promise<Tenant>;
  readonly close: () => Promise<void>;
}

export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly owner: Send;
  readonly ownerSecret: string;
  readonly ownerEmail: string;
  readonly projectId: string;
}

export interface LatchkeyOptions extends Partial<Omit<ServerOptions, 'logger'>> {
  readonly defaultPlan?: Plan;
  /** Another place's store, to run a second Latchkey on it. */
  readonly place?: Place;
  /** Ways to sign in beside secrets. */
  readonly strategies?: readonly Strategy[];
  /** What is told of events. */
  readonly consumers?: Consumers;
  /** Wraps the store, to make it fail or to count. */
  readonly wrap?: (store: Store) => Store;
}

let tenants = 0;

/** Starts a Latchkey on a fresh store of `engine`. */
export async function startLatchkey(engine: Engine, options: LatchkeyOptions = {}): Promise<Latchkey> {
  const place = options.place ?? engine.place({ used: true });
  const opened = await place.open(KINDS);
  const store = options.wrap?.(opened) ?? opened;
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const logger = pino({ level: 'trace', base: null, hooks: { streamWrite: withoutSecrets } }, sink);
  const clock: { now: Date | undefined } = { now: undefined };
  const services = createServices(store, {
    clock: () => clock.now ?? new Date(),
    defaultPlan: options.defaultPlan ?? 'ENTERPRISE',
    strategies: options.strategies,
    consumers: options.consumers,
    onError: (error) => logger.error({ err: error }, 'background'),
  });
  const { trustProxy = false, production = false, routerSecret } = options;
  const app = await createServer(services, { logger, trustProxy, production, routerSecret });
  await app.ready();

  const as =
    (secret?: string): Send =>
    async (query, variables, headers = {}) => {
      const authorization = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...authorization, ...headers },
        payload: { query, variables },
      });
      const body = response.json<{ data?: unknown; errors?: Answer['errors'] }>();
      return { status: response.statusCode, data: body.data, errors: body.errors, headers: response.headers };
    };

  return {
    app,
    services,
    store,
    place,
    clock,
    logged: () => lines.join(''),
    as,
    async organization({ plan = 'ENTERPRISE', slug = `tenant-${process.pid}-${++tenants}` } = {}) {
      const ownerEmail = `owner@${slug}.example`;
      const { organization, project, secret } = await bootstrap(services, { slug, owner: ownerEmail, plan });
      const ownerSecret = secret.reveal();
      return { id: organization.id, slug, owner: as(ownerSecret), ownerSecret, ownerEmail, projectId: project.id };
    },
    async close() {
      await app.close();
      await opened.close();
      if (!options.place) await place.remove();
    },
  };
}
