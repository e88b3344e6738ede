import type { IdentityView, Localized } from '@blizej/contracts';

export interface IdentityRow {
  id: string;
  provider: string;
  linkedAt: Date;
}

export const presentIdentity = (row: IdentityRow, name: Localized | null): IdentityView => ({
  id: row.id,
  provider: { id: row.provider, name },
  linkedAt: row.linkedAt.toISOString(),
});
