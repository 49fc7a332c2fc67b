/** Runs rounds of background work, one at a time: one more round follows for any number of calls during a round. */
export class Rounds {
  #running: Promise<void> | undefined;
  #again = false;

  /** `onError` is called with the error of rounds that {@link wake} started. */
  constructor(
    readonly round: () => Promise<void>,
    readonly onError: (error: unknown) => void,
  ) {}

  /** Resolves when a round that started after the call has ended. Rejects with the first error since rounds were started. */
  run(): Promise<void> {
    this.#again = true;
    // In a later microtask, when `#running` is assigned: a round may itself call this.
    return (this.#running ??= Promise.resolve().then(() => this.#all()));
  }

  /** Calls {@link run} in the background. */
  wake(): void {
    const present = this.#running;
    const own = this.run();
    // The call that started the present rounds handles their error: it is reported once.
    if (own !== present) own.catch(this.onError);
  }

  /** Resolves when no round runs, also when the last one failed. */
  async ended(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  async #all(): Promise<void> {
    const failures: unknown[] = [];
    while (this.#again) {
      this.#again = false;
      await this.round().catch((error: unknown) => failures.push(error));
    }
    this.#running = undefined;
    if (failures.length > 0) throw failures[0];
  }
}
