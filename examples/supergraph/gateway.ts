/** What both gateways here share. */

/** The header fields of a client that Latchkey reads: its secret, and the `Idempotency-Key`. */
export const PASSED_ON = ['authorization', 'x-api-key', 'idempotency-key'] as const;

/** A free port, on the loopback address. */
export const LISTEN = { port: 0, host: '127.0.0.1' } as const;

export interface GatewayOptions {
  /** Latchkey's `LATCHKEY_ROUTER_SECRET`, when it has one. */
  readonly routerSecret?: string;
}

/** The header field that it is sent in. */
export const ROUTER_SECRET = 'router-authorization';

export interface Gateway {
  /** Where GraphQL is answered. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}
