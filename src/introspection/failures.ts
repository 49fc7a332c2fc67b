import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many refused requests an address may make within a period. Further ones get 429 until the period ends. */
export const ALLOWED_FAILURES = { callers: 50, seconds: 10 } as const;

/** An address made too many refused requests. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures';
  constructor(
    /** When to try again, in seconds from now; at least 1. */
    readonly retryAfter: number,
  ) {
    super('Too many failures. Try again later.');
  }
}

/**
 * Counts failures by address, in a period that begins with the first one. Requests that succeed are never refused: many
 * clients may share an address, and one that fails on purpose must not shut the others out.
 */
export class Failures {
  readonly #limiter: RateLimiterMemory;

  constructor(allowed: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points: allowed, duration: seconds });
  }

  /**
   * Notes a failure of a client at `ip`; null for an unknown one, which all share.
   * @throws TooManyFailures when the address has had all that are allowed.
   */
  async note(ip: string | null): Promise<void> {
    try {
      await this.#limiter.consume(ip === null ? 'unknown' : networkOf(ip));
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state;
      throw new TooManyFailures(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
    }
  }
}

/** What one client holds: an IPv4 address, however it is written, or a /64 of IPv6, each with 2^64 addresses. */
function networkOf(ip: string): string {
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv4' ? address.toString() : address.toByteArray().slice(0, 8).join('.');
}
