import { useId } from 'react';

/** What a bar stands for, told by its pattern as well: what costs is hatched, what brings is full, what is left has an edge. */
type BarLook = 'cost' | 'value' | 'result';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Said beside it. */
  readonly amount: string;
  readonly from: number;
  readonly to: number;
  readonly look: BarLook;
}

interface BarsProps {
  /** What the picture shows: its finding. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What the patterns mean. */
  readonly legend: readonly { readonly look: BarLook; readonly label: string }[];
}

const height = 22;

const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="fill-amber-wash" />
      <rect width="3" height="6" className="fill-amber-edge" />
    </pattern>
  </defs>
);

const shapes: Record<BarLook, string> = {
  cost: 'stroke-amber-edge',
  value: 'fill-sea stroke-sea',
  result: 'fill-sea-wash stroke-ink',
};

interface MarkProps {
  readonly look: BarLook;
  readonly hatch: string;
  readonly x: string;
  readonly width: string;
}

const Mark = ({ look, hatch, x, width }: MarkProps) => (
  <rect
    x={x}
    y="2"
    width={width}
    height={height - 4}
    strokeWidth={look === 'result' ? 2.5 : 1}
    className={shapes[look]}
    {...(look === 'cost' && { fill: `url(#${hatch})` })}
  />
);

/** Bars under each other on one scale, each from where it begins to where it ends; a table with the same figures stands beside. */
export const Bars = ({ title, bars, legend }: BarsProps) => {
  const hatch = useId();
  const least = Math.min(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const most = Math.max(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const span = Math.max(1, most - least);
  // A little room on both sides, so that no edge is cut off.
  const at = (value: number): number => 1 + (98 * (value - least)) / span;
  return (
    <figure className="flex min-w-0 flex-col gap-4 break-inside-avoid">
      <figcaption className="text-lead font-semibold">{title}</figcaption>
      <div aria-hidden className="flex flex-col gap-1.5">
        {bars.map(({ key, label, amount, from, to, look }) => (
          <div key={key} className="grid grid-cols-[1fr_auto] gap-x-3 sm:grid-cols-[9rem_1fr_8rem] sm:items-center">
            <span className="text-small">{label}</span>
            <span className="text-end text-small font-semibold tabular-nums sm:order-last">{amount}</span>
            <svg width="100%" height={height} className="col-span-2 sm:col-span-1">
              <Hatch id={`${hatch}${key}`} />
              <line x1={`${at(0)}%`} x2={`${at(0)}%`} y1="0" y2={height} className="stroke-control" />
              {from !== to && (
                <Mark
                  look={look}
                  hatch={`${hatch}${key}`}
                  x={`${at(Math.min(from, to))}%`}
                  width={`${at(Math.max(from, to)) - at(Math.min(from, to))}%`}
                />
              )}
            </svg>
          </div>
        ))}
      </div>
      <ul aria-hidden className="flex flex-wrap gap-x-6 gap-y-1 text-small text-soft">
        {legend.map(({ look, label }) => (
          <li key={look} className="flex items-center gap-2">
            <svg width="22" height={height}>
              <Hatch id={`${hatch}legend${look}`} />
              <Mark look={look} hatch={`${hatch}legend${look}`} x="2" width="18" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </figure>
  );
};
