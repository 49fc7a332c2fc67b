/** The document of a delivery, and every change of it as a function of the stored document and the present time. */
import type { Event } from '../audit/event.js';
import { addPeriod, hasPassed, type Instant, instant } from '../clock.js';
import type { Document, DocumentType, Draft } from '../storage/collection.js';

/** WAITING: not delivered yet. DONE: delivered. GIVEN_UP: not delivered, and not tried any more. */
export type DeliveryState = 'WAITING' | 'DONE' | 'GIVEN_UP';

/** One attempt to deliver. */
export interface Attempt {
  readonly at: Instant;
  /** Why it failed; null before its end is stored, and when it succeeded or its process was killed. */
  readonly error: string | null;
}

/** The delivery of one event to one recipient of one consumer. Its id consists of these, so it can be inserted only once. */
export interface Delivery extends Document {
  readonly eventId: string;
  readonly consumer: string;
  /** An id that the consumer has chosen. */
  readonly recipient: string;
  readonly state: DeliveryState;
  /** When the next attempt is due; during an attempt, the end of its lease. In DONE and GIVEN_UP, when to delete the document. */
  readonly dueAt: Instant;
  /** Oldest first, {@link MAX_ATTEMPTS} at most. */
  readonly attempts: readonly Attempt[];
}

export const deliveries: DocumentType<Delivery> = {
  name: 'deliveries',
  fields: {
    eventId: 'string',
    consumer: 'string',
    recipient: 'string',
    state: 'string',
    dueAt: 'string',
    attempts: 'json',
  },
  unique: [],
  lists: [['consumer', 'state', 'dueAt']],
};

/** The longest time of one attempt, in milliseconds. */
export const ATTEMPT_MS = 30_000;

/**
 * How long an attempt reserves its delivery, in seconds. The difference to {@link ATTEMPT_MS} is by how much the clocks of two
 * processes may differ.
 */
const LEASE_SECONDS = 60;

/** Seconds from each failed attempt to the next: the schedule that the Standard Webhooks specification suggests. */
const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** The most attempts of a delivery, within about three days. */
export const MAX_ATTEMPTS = RETRY_SECONDS.length + 1;

/** The largest random part that is added to a delay, so that deliveries that failed together are not retried together. */
const JITTER = 0.1;

/** How long DONE and GIVEN_UP deliveries are kept: far longer than a relay may take, which would otherwise insert them again. */
const KEPT_DAYS = 30;

/** A new delivery. It is due since the time of the event, so older events are delivered first. */
export const newDelivery = (event: Event, consumer: string, recipient: string): Draft<Delivery> => ({
  id: `${event.id}/${consumer}/${recipient}`,
  eventId: event.id,
  consumer,
  recipient,
  state: 'WAITING',
  dueAt: event.at,
  attempts: [],
});

/**
 * The delivery with one more attempt and its lease; undefined when it is not due. After {@link MAX_ATTEMPTS}, of which the
 * last one's process was killed, it is given up instead.
 */
export function begun(delivery: Delivery, now: Date): Delivery | undefined {
  if (delivery.state !== 'WAITING' || !hasPassed(delivery.dueAt, now)) return undefined;
  if (delivery.attempts.length >= MAX_ATTEMPTS) return ended(delivery, 'GIVEN_UP', now);
  const attempts = [...delivery.attempts, { at: instant(now), error: null }];
  return { ...delivery, attempts, dueAt: addPeriod(instant(now), { seconds: LEASE_SECONDS }) };
}

/** The delivery after a successful attempt; DONE even if it was given up meanwhile. */
export const delivered = (delivery: Delivery, now: Date): Delivery =>
  delivery.state === 'DONE' ? delivery : ended(delivery, 'DONE', now);

/** The delivery after its attempt number `attempt`, from 1, failed: due later; given up if that was the last or is permanent. */
export function failed(
  delivery: Delivery,
  now: Date,
  { attempt, error, permanent }: { readonly attempt: number; readonly error: string; readonly permanent: boolean },
): Delivery {
  if (delivery.state !== 'WAITING') return delivery;
  const attempts = delivery.attempts.map((one, index) => (index === attempt - 1 ? { ...one, error } : one));
  const next = { ...delivery, attempts };
  // The lease of this attempt has ended and a later attempt has one, which must not be shortened.
  if (attempts.length > attempt) return next;
  const delay = permanent ? undefined : RETRY_SECONDS[attempt - 1];
  if (delay === undefined) return ended(next, 'GIVEN_UP', now);
  return { ...next, dueAt: addPeriod(instant(now), { seconds: delay * (1 + Math.random() * JITTER) }) };
}

const ended = (delivery: Delivery, state: 'DONE' | 'GIVEN_UP', now: Date): Delivery => ({
  ...delivery,
  state,
  dueAt: addPeriod(instant(now), { days: KEPT_DAYS }),
});
