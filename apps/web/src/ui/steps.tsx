import { Check } from 'lucide-react';
import { classes } from './classes.ts';

interface StepsProps<Step extends string> {
  /** What it is the way of. */
  readonly label: string;
  readonly way: readonly Step[];
  readonly current: Step;
  readonly name: (step: Step) => string;
}

/** How far something has come on its way: what is done, where it stands, what is ahead. The last step, once reached, is done. */
export const Steps = <Step extends string>({ label, way, current, name }: StepsProps<Step>) => {
  const at = way.indexOf(current);
  return (
    <ol aria-label={label} className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      {way.map((step, index) => {
        const isDone = index < at || at === way.length - 1;
        return (
          <li
            key={step}
            {...(index === at && { 'aria-current': 'step' })}
            className={classes(
              'flex gap-2 border-t-4 pt-2',
              isDone ? 'border-sea' : index === at ? 'border-amber-edge' : 'border-line',
            )}
          >
            <span aria-hidden className="font-semibold tabular-nums">
              {isDone ? <Check className="mt-0.5 size-5 text-sea" /> : index + 1}
            </span>
            <span className={index === at ? 'font-semibold' : 'text-soft'}>{name(step)}</span>
          </li>
        );
      })}
    </ol>
  );
};
