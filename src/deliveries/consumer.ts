import type { Event } from '../audit/event.js';
import type { Delivery } from './delivery.js';

/** Receives events, for example to send mail or to call webhooks. */
export interface Consumer {
  /**
   * The ids of the recipients of an event, for example of users or webhooks, but no addresses: ids are logged. Each gets a
   * delivery of its own; an empty list stores none. May be called more than once for an event. While it rejects, the event
   * stays pending and is tried again.
   */
  recipients(event: Event): readonly string[] | Promise<readonly string[]>;
  /**
   * Delivers an event to the recipient of `delivery`. Rejects with {@link DeliveryFailed} when the recipient or the network
   * failed, and with any other error for a fault of Latchkey, which is logged. May be called again after a success that could
   * not be stored, with a delivery of the same id. `signal` aborts after 30 seconds and when the process stops; the attempt
   * has then failed, whatever comes after.
   */
  deliver(event: Event, delivery: Delivery, signal: AbortSignal): Promise<void>;
}

/** The consumers by name. Names are stored in deliveries: they contain no slash and never change. */
export type Consumers = Readonly<Record<string, Consumer>>;

/** A failed attempt. Its message is stored and shown, so it must not contain what a recipient or a user wrote. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed';
  /** Whether no further attempt can succeed: the delivery is then given up at once. */
  readonly permanent: boolean;

  constructor(message: string, { permanent = false, ...options }: ErrorOptions & { permanent?: boolean } = {}) {
    super(message, options);
    this.permanent = permanent;
  }
}
