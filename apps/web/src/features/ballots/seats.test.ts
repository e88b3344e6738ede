import { expect, test } from '@jest/globals';
import { seatsOf } from './seats.ts';

test.each(Array.from({ length: 60 }, (_, index) => index + 1))(
  '%i gminas have a seat of their own each, from left to right',
  (count) => {
    const { seats, radius } = seatsOf(count);
    expect(seats).toHaveLength(count);
    for (const [index, { x, y }] of seats.entries()) {
      expect([x - radius, 200 - x - radius, y - radius, 106 - y - radius].filter((room) => room < 0)).toEqual([]);
      const closest = Math.min(
        ...seats.filter((_, other) => other !== index).map((seat) => Math.hypot(seat.x - x, seat.y - y)),
      );
      expect(closest).toBeGreaterThan(radius * 1.9);
    }
    if (count > 1) expect(seats[0]?.x ?? 0).toBeLessThan(seats.at(-1)?.x ?? 0);
  },
);
