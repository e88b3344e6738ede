/** A moment as a wall clock shows it: a day `YYYY-MM-DD` and a time `HH:MM`. */
export interface WallClock {
  readonly day: string;
  readonly time: string;
}

/** What the clock on a wall of the time zone shows at a moment. */
export const wallClockOf = (instant: string, timeZone: string): WallClock => {
  // Swedish writes days and times as ISO does.
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date(instant))
    .split(' ');
  return { day, time };
};

/** The moment at which the clock on a wall of the time zone shows this; empty where it is not told whole. */
export const instantOf = ({ day, time }: WallClock, timeZone: string): string => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wanted)) return '';
  // The zone's offset depends on the moment that is looked for: a second look is right where the clocks changed between.
  const look = (moment: number): number => {
    const shown = wallClockOf(new Date(moment).toISOString(), timeZone);
    return moment + wanted - Date.parse(`${shown.day}T${shown.time}:00Z`);
  };
  return new Date(look(look(wanted))).toISOString();
};
