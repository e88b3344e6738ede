import type { PositionState, StandKind } from '@blizej/contracts';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes.ts';
import { Status, type Tone } from '../../ui/status.tsx';

const tones: Record<PositionState, Tone> = {
  DRAFT: 'idle',
  CONSULTATION: 'active',
  VOTING: 'waiting',
  ADOPTED: 'good',
  REJECTED: 'back',
  SENT: 'good',
  ANSWERED: 'good',
  WITHDRAWN: 'ended',
};

/** The way of a position; it can be withdrawn before it is adopted, and rejected by the vote. */
const way: readonly PositionState[] = ['DRAFT', 'CONSULTATION', 'VOTING', 'ADOPTED', 'SENT', 'ANSWERED'];

export const StateSign = ({ state }: { readonly state: PositionState }) => {
  const { t } = useTranslation('positions');
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>;
};

const standTones: Record<StandKind, Tone> = { ENDORSES: 'good', OBJECTS: 'back' };

/** Where a gmina stands; one that has said nothing is silent. */
export const StandSign = ({ stand }: { readonly stand: StandKind | null }) => {
  const { t } = useTranslation('positions');
  return <Status tone={stand ? standTones[stand] : 'idle'}>{t(`stand.${stand ?? 'SILENT'}`)}</Status>;
};

/** The line of a position's life. */
export const StateSteps = ({ state }: { readonly state: PositionState }) => {
  const { t } = useTranslation('positions');
  const at = way.indexOf(state);
  if (at === -1) return null;
  return (
    <ol aria-label={t('way')} className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      {way.map((step, index) => {
        const isDone = index < at || state === 'ANSWERED';
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
            <span className={index === at ? 'font-semibold' : 'text-soft'}>{t(`state.${step}`)}</span>
          </li>
        );
      })}
    </ol>
  );
};
