import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many refused requests one address may have in a while before each further one is told to wait for the end of it. */
export const ALLOWED_FAILURES = { callers: 50, seconds: 10 } as const;

/** Somebody failed too often. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures';
  constructor(
    /** In seconds, at least one. */
    readonly retryAfter: number,
  ) {
    super('Too many failures. Try again later.');
  }
}

/**
 * Counts failures by key, from the first one on until its time is over. Only who fails is ever slowed: an address may
 * have many behind it, and whoever fails on purpose must not shut the others out.
 */
export class Failures {
  readonly #limiter: RateLimiterMemory;

  constructor(allowed: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points: allowed, duration: seconds });
  }

  /** Notes a failure. @throws TooManyFailures when `key` has had all that are allowed. */
  async note(key: string): Promise<void> {
    try {
      await this.#limiter.consume(key);
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state;
      throw new TooManyFailures(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
    }
  }
}
