import type { InitiativeStage } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../ui/status.tsx';
import { Steps } from '../../ui/steps.tsx';

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
  if (!way.includes(stage)) return null;
  return <Steps label={t('way')} way={way} current={stage} name={(step) => t(`stage.${step}`)} />;
};
