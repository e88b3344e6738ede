import type { MeetingState } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../ui/status.tsx';

const tones: Record<MeetingState, Tone> = {
  DRAFT: 'idle',
  CONVENED: 'waiting',
  OPEN: 'active',
  CLOSED: 'ended',
  CANCELLED: 'ended',
};

/** How far a meeting has come. */
export const MeetingStatus = ({ state }: { readonly state: MeetingState }) => {
  const { t } = useTranslation('meetings');
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>;
};
