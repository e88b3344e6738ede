import type { InitiativeStage } from '@blizej/contracts';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes.ts';
import { Status, type Tone } from '../../ui/status.tsx';

const tones: Record<InitiativeStage, Tone> = {
  IDEA: 'idle',
  PREPARATION: 'active',
  APPLIED: 'waiting',
  FUNDED: 'active',
  RUNNING: 'active',
  COMPLETED: 'good',
  ABANDONED: 'ended',
};

/** The way of an initiative; it can be abandoned at each step. */
export const way: readonly InitiativeStage[] = ['IDEA', 'PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING', 'COMPLETED'];

export const StageSign = ({ stage }: { readonly stage: InitiativeStage }) => {
  const { t } = useTranslation('initiatives');
  return <Status tone={tones[stage]}>{t(`stage.${stage}`)}</Status>;
};

/** How far an initiative has come on its way. */
export const StageSteps = ({ stage }: { readonly stage: InitiativeStage }) => {
  const { t } = useTranslation('initiatives');
  const at = way.indexOf(stage);
  if (at === -1) return null;
  return (
    <ol aria-label={t('way')} className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      {way.map((step, index) => {
        const isDone = index < at || stage === 'COMPLETED';
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
            <span className={index === at ? 'font-semibold' : 'text-soft'}>{t(`stage.${step}`)}</span>
          </li>
        );
      })}
    </ol>
  );
};
