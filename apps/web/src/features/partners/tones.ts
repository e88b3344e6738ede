import type { CardState, PartnerState } from '@blizej/contracts';
import type { Tone } from '../../ui/status.tsx';

export const stateTones: Record<PartnerState, Tone> = { ACTIVE: 'good', PROPOSED: 'waiting', ARCHIVED: 'ended' };
export const cardTones: Record<CardState, Tone> = { DRAFT: 'idle', PUBLISHED: 'good', CLOSED: 'ended' };
