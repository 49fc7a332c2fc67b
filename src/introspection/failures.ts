import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * How many failures one caller may have in a while before all its requests must wait for the end of it: bad callers by
 * their address, inactive tokens by the credential that asks. Each process counts for itself.
 */
export const ALLOWED_FAILURES = { callers: 50, tokens: 1000, seconds: 10 } as const;

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

/** Counts failures by key, from the first one on until its time is over. */
export class Failures {
  readonly #limiter: RateLimiterMemory;

  constructor(allowed: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points: allowed, duration: seconds });
  }

  /** @throws TooManyFailures when `key` has had all that are allowed. */
  async check(key: string): Promise<void> {
    const state = await this.#limiter.get(key);
    if (state && state.remainingPoints <= 0 && state.msBeforeNext > 0)
      throw new TooManyFailures(Math.ceil(state.msBeforeNext / 1000));
  }

  async note(key: string): Promise<void> {
    await this.#limiter.penalty(key);
  }
}
