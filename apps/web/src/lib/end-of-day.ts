/** The last minute of a day by the clocks of a time zone, as a moment; empty where there is no day. */
export const endOfDay = (day: string, timeZone: string): string => {
  const wanted = Date.parse(`${day}T23:59:00Z`);
  if (Number.isNaN(wanted)) return '';
  // Swedish writes days and times as ISO does.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = (moment: number): number => Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`);
  // The zone's offset depends on the moment that is looked for: a second look is right where the clocks changed between.
  const look = (moment: number): number => moment + wanted - shown(moment);
  return new Date(look(look(wanted))).toISOString();
};
