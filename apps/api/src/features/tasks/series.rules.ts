import type { Recurrence } from '@blizej/contracts';

const months: Record<Recurrence, number> = { MONTHLY: 1, QUARTERLY: 3, YEARLY: 12 };

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The day some months after another; where that month is shorter, its last day. Days as `YYYY-MM-DD`. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(index / 12), index % 12];
  return new Date(Date.UTC(toYear, toMonth, Math.min(date, lastDayOf(toYear, toMonth)))).toISOString().slice(0, 10);
}

/** The first day of a series after a day. Counted from its beginning: what began on the 31st comes back to the 31st. */
export function nextOfSeries(startsOn: string, recurrence: Recurrence, after: string): string {
  if (startsOn > after) return startsOn;
  const step = months[recurrence];
  const between =
    Number(after.slice(0, 4)) * 12 +
    Number(after.slice(5, 7)) -
    Number(startsOn.slice(0, 4)) * 12 -
    Number(startsOn.slice(5, 7));
  const count = Math.floor(between / step) * step;
  const near = monthsAfter(startsOn, count);
  return near > after ? near : monthsAfter(startsOn, count + step);
}
