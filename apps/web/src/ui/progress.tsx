interface ProgressProps {
  readonly value: number;
  readonly total: number;
  /** Says the same in words: “3 of 5”. */
  readonly label: string;
}

/** How far something has come: a bar with its words. */
export const Progress = ({ value, total, label }: ProgressProps) => (
  <span className="flex min-w-40 flex-col gap-1">
    <span className="text-small text-soft tabular-nums">{label}</span>
    <svg
      aria-hidden
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="h-1.5 w-full rounded-round forced-colors:border"
    >
      <rect width="100" height="6" className="fill-line" />
      <rect width={total === 0 ? 0 : (100 * value) / total} height="6" className="fill-sea" />
    </svg>
  </span>
);
