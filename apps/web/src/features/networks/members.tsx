import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { owedQuery } from './networks.queries.ts';
import { Seats } from './seats.tsx';

interface LeaveProps {
  readonly network: NetworkView;
  readonly membership: MembershipView;
}

/** What the gmina has not answered yet: leaving does not undo it. */
const Owed = ({ network, membership: { organization } }: LeaveProps) => {
  const { t } = useTranslation('networks');
  const owed = useQuery(owedQuery(network.id));
  if (owed.isPending) return <RowsSkeleton rows={2} />;
  // A failure here keeps nobody: the page of the tasks has the same.
  const items = (owed.data ?? []).filter((one) => one.organization.id === organization.id);
  if (items.length === 0) return owed.isSuccess && <p>{t('leave.nothingOwed')}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">{t('leave.owed', { count: items.length })}</p>
      <ul className="flex max-h-60 flex-col overflow-y-auto">
        {items.map(({ task, dueOn }) => (
          <li key={task.id} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2">
            <Link to="/app/zadania/$taskId" params={{ taskId: task.id }}>
              {task.title}
            </Link>
            <span className="text-small text-soft">
              {t('leave.due')} <Day day={dueOn} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** A gmina leaves: said once more what it owes and what follows, for coming back takes a new request. */
export const LeaveButton = ({ network, membership }: LeaveProps) => {
  const { organization } = membership;
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
          <Owed network={network} membership={membership} />
          <p className="text-soft">{t('leave.what')}</p>
        </DeedDialog>
      )}
    </>
  );
};

interface MembersProps {
  readonly network: NetworkView;
  readonly memberships: readonly MembershipView[];
}

/** The gminas at the table, the lead first. */
export const Members = ({ network, memberships }: MembersProps) => {
  const { t } = useTranslation(['networks', 'seats', 'common']);
  const format = useFormat();
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
            ...(active.some(({ seats }) => seats !== null)
              ? [
                  {
                    name: t('seats:column'),
                    cell: (membership: MembershipView) => <Seats network={network} membership={membership} />,
                  },
                ]
              : []),
            { name: t('voivodeship'), cell: ({ organization }) => organization.voivodeship ?? '–' },
            {
              name: t('since'),
              cell: ({ activeAt }) => (activeAt ? format.day(format.dayOf(activeAt)) : '–'),
            },
          ]}
        />
      )}
    </Section>
  );
};
