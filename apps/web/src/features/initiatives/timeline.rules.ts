import type { TimelineItem } from '@blizej/contracts';

/** The first day of the month in which a day lies. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month so many months later. */
export const monthsAfter = (day: string, months: number): string => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
};

const monthsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(0, 4)) * 12 - Number(from.slice(5, 7));

/** The fewest and the most months in one picture. */
const fewest = 12;
const most = 72;

export interface Span {
  /** The first day of the first month. */
  readonly from: string;
  readonly months: number;
}

/**
 * The months that a picture shows: from the first day of anything to the last, with today among them. Where that is more than
 * can be read, the years around today.
 */
export const spanOf = (items: readonly TimelineItem[], today: string): Span => {
  const days = items.flatMap(({ startsOn, endsOn, milestones }) =>
    [startsOn, endsOn, ...milestones.map(({ reachedOn, dueOn }) => reachedOn ?? dueOn), today].filter(
      (day) => day !== null,
    ),
  );
  const earliest = monthsAfter(monthOf(today), -most / 2);
  const first = days.reduce((least, day) => (day < least ? day : least), today);
  const from = monthOf(first < earliest ? earliest : first);
  const last = days.reduce((greatest, day) => (day > greatest ? day : greatest), today);
  return { from, months: Math.min(most, Math.max(fewest, monthsBetween(from, last) + 1)) };
};

/** Where a day lies in the span, in months from its beginning; at the edge where it lies outside. */
export const placeOf = ({ from, months }: Span, day: string): number => {
  const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
  const place = monthsBetween(from, day) + (Number(day.slice(8, 10)) - 1) / length;
  return Math.min(months, Math.max(0, place));
};
