import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { dayOf, useFormat } from '../../lib/format.ts';
import { useAssociation } from '../../lib/association.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.ts';

interface LeaveProps {
  readonly network: NetworkView;
  readonly membership: MembershipView;
}

/** A gmina leaves: said once more what follows from it, for coming back takes a new request. */
export const LeaveButton = ({ network, membership: { organization } }: LeaveProps) => {
  const { t } = useTranslation('networks');
  const [isOpen, setOpen] = useState(false);
  const leave = useDeed(api.leaveNetwork, () => {
    setOpen(false);
    toast({ message: t('leave.done', { gmina: organization.name }) });
  });
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('leave.action')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('leave.title', { gmina: organization.name })}
          action={t('leave.action')}
          kind="danger"
          deed={leave}
          onSend={() => leave.mutate({ params: { id: network.id, organizationId: organization.id } })}
          onClose={() => setOpen(false)}
        >
          <p className="text-soft">{t('leave.what')}</p>
        </DeedDialog>
      )}
    </>
  );
};

/** The gminas at the table, the lead first. */
export const Members = ({ memberships }: { readonly memberships: readonly MembershipView[] }) => {
  const { t } = useTranslation(['networks', 'common']);
  const format = useFormat();
  const timeZone = useAssociation()?.timeZone ?? 'Europe/Warsaw';
  const active = memberships
    .filter(({ state }) => state === 'ACTIVE')
    .sort(
      (one, other) =>
        Number(other.role === 'LEAD') - Number(one.role === 'LEAD') ||
        format.compare(one.organization.name, other.organization.name),
    );
  return (
    <Section title={t('membersTitle')} aside={t('members', { count: active.length })}>
      {active.length === 0 ? (
        <EmptyState title={t('noMembers.title')}>{t('noMembers.next')}</EmptyState>
      ) : (
        <DataTable
          caption={t('membersTitle')}
          rows={active}
          rowKey={({ organization }) => organization.id}
          columns={[
            {
              name: t('gmina'),
              cell: ({ organization }) => (
                <Link to="/app/gminy/$organizationId" params={{ organizationId: organization.id }} look="plain">
                  {organization.name}
                </Link>
              ),
            },
            { name: t('role'), cell: ({ role }) => t(`common:membershipRole.${role}`) },
            { name: t('voivodeship'), cell: ({ organization }) => organization.voivodeship ?? '–' },
            {
              name: t('since'),
              cell: ({ activeAt }) => (activeAt ? format.day(dayOf(new Date(activeAt), timeZone)) : '–'),
            },
          ]}
        />
      )}
    </Section>
  );
};
