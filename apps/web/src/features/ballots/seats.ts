/** A place in the hemicycle, in the units of its picture: 200 wide, 106 high. */
export interface Seat {
  readonly x: number;
  readonly y: number;
}

const [inner, outer] = [34, 86];

/** So many seats in rows of a half circle, from left to right across all rows: those who follow one another sit together. */
export function seatsOf(count: number): { readonly seats: readonly Seat[]; readonly radius: number } {
  const rows = Math.max(1, Math.min(5, Math.round(Math.sqrt(count / 5))));
  const radii = Array.from({ length: rows }, (_, row) =>
    rows === 1 ? 70 : inner + ((outer - inner) * row) / (rows - 1),
  );
  const whole = radii.reduce((sum, radius) => sum + radius, 0);
  // Each row takes its share by length; what rounding leaves goes to the outermost.
  const shares = radii.map((radius) => Math.floor((count * radius) / whole));
  const left = count - shares.reduce((sum, share) => sum + share, 0);
  const placed = radii.flatMap((radius, row) => {
    const here = (shares[row] ?? 0) + (row === rows - 1 ? left : 0);
    return Array.from({ length: here }, (_, index) => {
      const angle = Math.PI * (here === 1 ? 0.5 : 1 - index / (here - 1));
      return { angle, x: 100 + radius * Math.cos(angle), y: 96 - radius * Math.sin(angle) };
    });
  });
  const seats = placed.toSorted((a, b) => b.angle - a.angle || a.x - b.x).map(({ x, y }) => ({ x, y }));
  return { seats, radius: Math.max(1.6, Math.min(9, 120 / Math.max(count, 12))) };
}
