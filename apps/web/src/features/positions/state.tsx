import type { PositionState, StandKind } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../ui/status.tsx';
import { Steps } from '../../ui/steps.tsx';

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
  if (!way.includes(state)) return null;
  return <Steps label={t('way')} way={way} current={state} name={(step) => t(`state.${step}`)} />;
};
