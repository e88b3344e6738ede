const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The month so many months later, both `YYYY-MM`. */
export const monthAfter = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const counted = year * 12 + (number - 1) + months;
  return `${Math.floor(counted / 12)}-${twoDigits((counted % 12) + 1)}`;
};

/** All days of a month, `YYYY-MM-DD`. */
export const daysOf = (month: string): string[] => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${twoDigits(index + 1)}`);
};

/** The place of a day in its week: 1 is Monday, 7 Sunday. */
export const placeInWeek = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
