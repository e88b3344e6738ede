/** How many seconds are left at a moment of this device, of which the portal has said how many were left at another. */
export const secondsLeft = (said: number, saidAt: number, now: number): number =>
  Math.min(said, Math.max(0, Math.round(said - (now - saidAt) / 1000)));

/** Seconds as a clock shows them: minutes and seconds. */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
