import { seatsOf } from './seats.ts';

/** How a seat is drawn: told apart by its shape, where there is no colour. */
export type Mark = 'FOR' | 'AGAINST' | 'ABSTAIN' | 'VOTED' | 'SILENT';

interface SeatMarkProps {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** One seat: a full circle for, a diamond against, a ring abstained, a small dot silent; who has voted, and nobody knows how, is none of them. */
export const SeatMark = ({ mark, x, y, radius }: SeatMarkProps) => {
  if (mark === 'AGAINST') {
    const points = [
      [x, y - radius],
      [x + radius, y],
      [x, y + radius],
      [x - radius, y],
    ];
    return <polygon points={points.map((point) => point.join(',')).join(' ')} className="fill-amber-edge" />;
  }
  if (mark === 'ABSTAIN') {
    const stroke = radius / 2.5;
    return <circle cx={x} cy={y} r={radius - stroke / 2} strokeWidth={stroke} className="fill-surface stroke-ink" />;
  }
  if (mark === 'VOTED') return <circle cx={x} cy={y} r={radius * 0.8} className="fill-soft" />;
  return mark === 'SILENT' ? (
    <circle cx={x} cy={y} r={radius / 2.5} className="fill-control" />
  ) : (
    <circle cx={x} cy={y} r={radius} className="fill-sea" />
  );
};

interface HemicycleProps {
  /** What the picture says, for those who do not see it. */
  readonly finding: string;
  readonly marks: readonly Mark[];
  readonly big?: boolean;
}

/** The gminas in a half circle, one seat each; the same stands in the table beside it. */
export const Hemicycle = ({ finding, marks, big = false }: HemicycleProps) => {
  const { seats, radius } = seatsOf(marks.length);
  return (
    <svg role="img" viewBox="0 0 200 106" className={big ? 'mx-auto max-h-[46dvh] w-full' : 'w-full max-w-md'}>
      <title>{finding}</title>
      {seats.map(({ x, y }, index) => (
        <SeatMark key={`${x} ${y}`} mark={marks[index] ?? 'SILENT'} x={x} y={y} radius={radius} />
      ))}
    </svg>
  );
};
