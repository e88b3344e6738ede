const yearMs = 366 * 86_400_000;

/** Whether a moment is so far away, more than a year, that who set it has mistyped the year. */
export const isFar = (moment: Date, now: Date): boolean => moment.getTime() - now.getTime() > yearMs;
