/** Time, as passed to whatever needs it, so that tests can hold the clock. */
import { DateTime, type DurationLike } from 'luxon';

/** Tells the present time. */
export type Clock = () => Date;

/** A moment as stored and compared: ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string;

export const instant = (date: Date): Instant => date.toISOString();

/** `moment` and a calendar period, to the day: a year after 29 February is 28 February. */
export const addPeriod = (moment: Instant, period: DurationLike): Instant =>
  instant(DateTime.fromISO(moment, { zone: 'utc' }).plus(period).toJSDate());

/** The earlier of two ends; null is never. */
export const earlier = (one: Instant | null, other: Instant | null): Instant | null =>
  one !== null && (other === null || one < other) ? one : other;

/** Whether what ends at `end` goes on when what ends at `other` has ended; null is never. */
export const outlasts = (end: Instant | null, other: Instant | null): boolean =>
  other !== null && (end === null || end > other);

/** Whether `moment` is over: the very millisecond counts as over. Null never is. */
export const hasPassed = (moment: Instant | null, now: Date): boolean => moment !== null && moment <= instant(now);
