import { useId } from 'react';

interface Bar {
  readonly key: string;
  readonly name: string;
  /** What stands beside the name. */
  readonly says: string;
  /** How far the whole bar reaches, and how much of it is filled. */
  readonly whole: number;
  readonly filled: number;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** What the filled part and the rest of a bar are. */
  readonly legend: readonly [filled: string, rest: string];
}

/** Bars of the same scale. The rest is hatched: it is told from the filled part without colours, and on paper. */
export const Bars = ({ bars, legend }: BarsProps) => {
  const hatch = useId();
  const longest = Math.max(1, ...bars.map(({ whole }) => whole));
  const width = (amount: number): string => `${(100 * Math.max(0, amount)) / longest}%`;
  const rest = `url(#${hatch})`;
  return (
    <div aria-hidden className="flex flex-col gap-4">
      <svg width="0" height="0" className="absolute">
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" className="fill-surface" />
            <rect width="2.5" height="7" className="fill-amber-edge" />
          </pattern>
        </defs>
      </svg>
      <ul className="flex flex-col gap-3">
        {bars.map(({ key, name, says, whole, filled }) => (
          <li key={key} className="flex flex-col gap-1">
            <p className="flex flex-wrap justify-between gap-x-4 text-small">
              <span className="font-semibold">{name}</span>
              <span className="text-soft tabular-nums">{says}</span>
            </p>
            <svg width="100%" height="22" className="rounded-small bg-sunken forced-colors:border">
              <rect width={width(whole)} height="22" fill={rest} className="stroke-amber-edge" />
              <rect width={width(Math.min(filled, whole))} height="22" className="fill-sea" />
            </svg>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-small">
        {legend.map((words, index) => (
          <span key={words} className="flex items-center gap-2">
            <svg width="22" height="12" className="shrink-0">
              {index === 0 ? (
                <rect width="22" height="12" className="fill-sea" />
              ) : (
                <rect width="22" height="12" fill={rest} className="stroke-amber-edge" />
              )}
            </svg>
            {words}
          </span>
        ))}
      </p>
    </div>
  );
};
