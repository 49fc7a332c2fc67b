import type { Event } from '../audit/event.js';
import type { Clock } from '../clock.js';
import type { Store } from '../storage/collection.js';
import type { Consumers } from './consumer.js';
import { DeliveryQueue } from './queue.js';
import { DeliveryWorker } from './worker.js';

/** How often to look for deliveries that are due again or were stored by another process, in milliseconds. */
const WAKE_EVERY_MS = 5000;
const SWEEP_EVERY_MS = 600_000;

/**
 * Delivers events to consumers, each at least once, even when processes are killed, and again after failures. A new consumer
 * gets the events that are relayed once every process has it. Without consumers, nothing is stored and no timer runs.
 */
export class Deliveries {
  readonly #queue: DeliveryQueue;
  readonly #workers: readonly DeliveryWorker[];
  #timers: NodeJS.Timeout[] = [];

  constructor(
    store: Store,
    consumers: Consumers,
    clock: Clock,
    readonly onError: (error: unknown) => void,
  ) {
    const queue = new DeliveryQueue(store, consumers, clock);
    this.#queue = queue;
    this.#workers = Object.entries(consumers).map(([name, one]) => new DeliveryWorker(name, one, queue, onError));
  }

  /** Stores the deliveries of an event that is in the trail, as {@link DeliveryQueue.add} does. */
  async add(event: Event): Promise<void> {
    await this.#queue.add(event);
    if (this.#timers.length > 0) this.wake();
  }

  /** Delivers in the background until {@link stop}. Errors go to `onError`. */
  start(): void {
    if (this.#workers.length === 0) return;
    this.wake();
    this.#timers = [
      setInterval(() => this.wake(), WAKE_EVERY_MS),
      setInterval(() => void this.sweep().catch(this.onError), SWEEP_EVERY_MS),
    ];
  }

  /** Makes what is due in the background. */
  wake(): void {
    for (const worker of this.#workers) worker.wake();
  }

  /** Resolves when no delivery is due and no attempt runs, as {@link DeliveryWorker.drain} does. */
  async drain(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.drain()));
  }

  /** Stops for good, as {@link DeliveryWorker.stop} does. */
  async stop(): Promise<void> {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
    await Promise.all(this.#workers.map((worker) => worker.stop()));
  }

  /** Deletes old deliveries, as {@link DeliveryQueue.sweep} does. */
  sweep(): Promise<void> {
    return this.#queue.sweep();
  }
}
