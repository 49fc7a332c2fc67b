/** Time. Code that needs the present time takes a {@link Clock}, so that tests can set it. */
import { DateTime, type DurationLike } from 'luxon';

/** Returns the present time. */
export type Clock = () => Date;

/** A moment as stored and compared: ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string;

export const instant = (date: Date): Instant => date.toISOString();

/** `moment` plus a calendar period in UTC. A year after 29 February is 28 February. */
export const addPeriod = (moment: Instant, period: DurationLike): Instant =>
  instant(DateTime.fromISO(moment, { zone: 'utc' }).plus(period).toJSDate());

/** The earlier of two ends. Null means that there is no end. */
export const earlier = (one: Instant | null, other: Instant | null): Instant | null =>
  one !== null && (other === null || one < other) ? one : other;

/** Whether `end` is later than `other`. Null means that there is no end. */
export const outlasts = (end: Instant | null, other: Instant | null): boolean =>
  other !== null && (end === null || end > other);

/** Whether `moment` is in the past or is the present millisecond. False for null, which means no end. */
export const hasPassed = (moment: Instant | null, now: Date): boolean => moment !== null && moment <= instant(now);
