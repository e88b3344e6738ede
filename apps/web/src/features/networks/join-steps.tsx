import type { JoinPolicy, MembershipState } from '@blizej/contracts';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes.ts';

const order: readonly MembershipState[] = ['REQUESTED', 'CONFIRMED', 'ACTIVE'];
const steps = ['request', 'confirm', 'admit'] as const;
const stepsOfInvitation = ['invite', 'accept'] as const;

interface JoinStepsProps {
  readonly state: MembershipState;
  readonly policy: JoinPolicy;
}

/** How far a gmina has come on its way into a network, and who is next. */
export const JoinSteps = ({ state, policy }: JoinStepsProps) => {
  const { t } = useTranslation('networks');
  const isInvited = state === 'INVITED';
  const done = isInvited ? 1 : order.indexOf(state) + 1;
  const shown = isInvited ? stepsOfInvitation : policy === 'OPEN' ? steps.slice(0, 2) : steps;
  return (
    <ol className="grid gap-4 sm:grid-cols-3">
      {shown.map((step, index) => {
        const isDone = index < done;
        const isCurrent = index === done;
        return (
          <li
            key={step}
            {...(isCurrent && { 'aria-current': 'step' })}
            className={classes(
              'flex gap-3 border-t-4 pt-3',
              isDone ? 'border-sea' : isCurrent ? 'border-amber-edge' : 'border-line',
            )}
          >
            <span aria-hidden className="font-semibold tabular-nums">
              {isDone ? <Check className="mt-0.5 size-5 text-sea" /> : index + 1}
            </span>
            <span className="flex flex-col">
              <span className="font-semibold">{t(`steps.${step}.title`)}</span>
              <span className="text-small text-soft">
                {isDone ? t('steps.done') : isCurrent ? t(`steps.${step}.next`) : t('steps.later')}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
};
