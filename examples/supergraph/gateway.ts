/** What both gateways here share. */

/** The header fields that Latchkey knows its callers by. */
export const SECRETS = ['authorization', 'x-api-key'] as const;

/** A free port, for this machine alone. */
export const LISTEN = { port: 0, host: '127.0.0.1' } as const;

export interface Gateway {
  /** Where GraphQL is answered. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}
