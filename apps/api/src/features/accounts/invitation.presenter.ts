import type { InvitationState, InvitationView, Office } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { invitationPolicy } from './invitation.policy.ts';

export interface InvitationRow {
  id: string;
  name: string;
  email: string;
  office: Office;
  organizationId: string;
  organizationName: string;
  inviterName: string | null;
  createdAt: Date;
  expiresAt: Date;
  startsOn: string;
  state: InvitationState;
}

/** An invitation with what the viewer may do. One that has expired can be sent again. */
export const presentInvitation = (row: InvitationRow, actor: Actor): InvitationView => {
  const lives = row.state === 'OPEN' || row.state === 'EXPIRED';
  const may = lives && invitationPolicy.invite(actor, row);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    office: row.office,
    organization: { id: row.organizationId, name: row.organizationName },
    invitedBy: row.inviterName === null ? null : { name: row.inviterName },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    startsOn: row.startsOn,
    state: row.state,
    abilities: { resend: may, revoke: may },
  };
};
