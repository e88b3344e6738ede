/**
 * The shares of parts in their sum as whole per cents that add up to 100 (largest remainder): what rounding down leaves goes to
 * the parts that lost most by it, of equal ones to the first. Of nothing each has nothing.
 */
export function sharesOf(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((100 * part) / sum));
  const left = 100 - shares.reduce((total, share) => total + share, 0);
  const rounded = parts
    .map((part, at) => ({ at, lost: (100 * part) % sum }))
    .toSorted((a, b) => b.lost - a.lost || a.at - b.at)
    .slice(0, left);
  return shares.map((share, at) => share + (rounded.some((one) => one.at === at) ? 1 : 0));
}
