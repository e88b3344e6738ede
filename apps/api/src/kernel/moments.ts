/** The day of a moment by the calendars of a time zone (an IANA name), `YYYY-MM-DD`. */
export const dayIn = (moment: Date, timeZone: string): string =>
  // Swedish writes days as ISO does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);

const dayMs = 86_400_000;
const atMidnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The calendar day so many days after another (before it where negative), `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(atMidnight(day) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((atMidnight(to) - atMidnight(from)) / dayMs);

const yearMs = 366 * dayMs;

/** Whether a moment is so far away, more than a year, that who set it has mistyped the year. */
export const isFar = (moment: Date, now: Date): boolean => moment.getTime() - now.getTime() > yearMs;
