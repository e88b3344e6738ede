import type { IdeaState, IdeaSummary } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../ui/status.tsx';

const tones: Record<IdeaState, Tone> = {
  SUBMITTED: 'waiting',
  LATER: 'idle',
  INITIATIVE: 'good',
  TASK: 'good',
  MERGED: 'active',
  DECLINED: 'ended',
  WITHDRAWN: 'ended',
};

/** What has become of an idea; that its answer is late outweighs the rest. */
export const StateSign = ({ idea: { state, late } }: { readonly idea: Pick<IdeaSummary, 'late' | 'state'> }) => {
  const { t } = useTranslation('ideas');
  return <Status tone={late ? 'late' : tones[state]}>{t(late ? 'late' : `state.${state}`)}</Status>;
};
