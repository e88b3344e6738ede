import { classes } from './classes.ts';
import { useFormat } from '../lib/format.ts';

const sides = { always: 'exact-end', wide: 'sm:exact-end' };

interface MomentProps {
  readonly at: string;
  /** Where it stands at the end of its line: always, or on a wide screen only. */
  readonly end?: 'always' | 'wide';
}

/** A moment as people say it; the exact one on hover and on focus. */
export const Moment = ({ at, end }: MomentProps) => {
  const format = useFormat();
  const exact = format.moment(at);
  return (
    <time
      dateTime={at}
      // The exact moment has to be within the keyboard's reach too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-exact={exact}
      aria-label={exact}
      className={classes('exact rounded-small whitespace-nowrap', end && sides[end])}
    >
      {format.relativeMoment(at)}
    </time>
  );
};

interface DayProps {
  readonly day: string;
}

/** A day as people say it, with the day itself beside it: nothing to hover. */
export const Day = ({ day }: DayProps) => {
  const format = useFormat();
  const said = format.relativeDay(day);
  const exact = format.shortDay(day);
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {said === exact ? exact : `${said}, ${exact}`}
    </time>
  );
};
