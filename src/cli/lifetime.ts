import { Duration } from 'luxon';
import { BadInput } from '../errors.js';

const UNITS = { h: 'hours', d: 'days', w: 'weeks' } as const;
const MAX_YEARS = 100;

/**
 * Parses how long a token is valid: `12h`, `90d`, `8w`, or an ISO 8601 duration like `P1Y`.
 * @throws BadInput for any other text, and for more than 100 years; the message does not repeat the text.
 */
export function lifetime(text: string): Duration {
  const [, count, unit] = /^(\d{1,6})([hdw])$/.exec(text) ?? [];
  const duration = unit
    ? Duration.fromObject({ [UNITS[unit as keyof typeof UNITS]]: Number(count) })
    : /^P[\dYMWDTHS]+$/.test(text)
      ? Duration.fromISO(text)
      : Duration.invalid('unknown form');
  const years = duration.as('years');
  if (!(years > 0 && years <= MAX_YEARS))
    throw new BadInput(
      `--expires-in takes a number of hours, days or weeks like 12h, 90d or 8w, or an ISO 8601 duration like P1Y, up to ${MAX_YEARS} years.`,
    );
  return duration;
}
