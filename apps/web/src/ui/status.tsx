import { Ban, CircleCheck, CircleDashed, CircleDot, Clock, TriangleAlert, Undo2, type LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';

/** What a status says by its shape and colour; its words say the same, so it works in grey and aloud. */
export type Tone = 'idle' | 'active' | 'waiting' | 'good' | 'back' | 'late' | 'ended';

const looks: Record<Tone, { readonly icon: LucideIcon; readonly colours: string }> = {
  idle: { icon: CircleDashed, colours: 'bg-sunken text-soft' },
  active: { icon: CircleDot, colours: 'bg-sea-wash text-sea' },
  waiting: { icon: Clock, colours: 'bg-amber-wash text-amber-text' },
  good: { icon: CircleCheck, colours: 'bg-good-wash text-good' },
  back: { icon: Undo2, colours: 'bg-amber-wash text-amber-text' },
  late: { icon: TriangleAlert, colours: 'bg-bad-wash text-bad' },
  ended: { icon: Ban, colours: 'bg-sunken text-soft' },
};

interface StatusProps {
  readonly tone: Tone;
  readonly children: string;
}

export const Status = ({ tone, children }: StatusProps) => {
  const { icon: Icon, colours } = looks[tone];
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 rounded-round py-0.5 ps-2 pe-2.5 text-small font-semibold whitespace-nowrap forced-colors:border',
        colours,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {children}
    </span>
  );
};

/** The same in the space of a table's cell: the words are for screen readers and on hover. */
export const StatusSign = ({ tone, children }: StatusProps) => {
  const { icon: Icon, colours } = looks[tone];
  return (
    <span
      title={children}
      className={classes('inline-flex size-8 items-center justify-center rounded-control', colours)}
    >
      <Icon aria-hidden className="size-4" strokeWidth={2.25} />
      <span className="sr-only">{children}</span>
    </span>
  );
};
