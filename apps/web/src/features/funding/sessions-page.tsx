import type { CouncilSessionView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { councilSessionsQuery } from './funding.queries.ts';

const SessionsDialog = lazy(async () => ({ default: (await import('./sessions-dialog.tsx')).SessionsDialog }));

const route = getRouteApi('/app/nabory/sesje');

const Remove = ({ session }: { readonly session: CouncilSessionView }) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  const remove = useDeed(api.removeCouncilSession, () => toast({ message: t('sessions.removed') }));
  return (
    <span className="flex flex-col gap-2">
      <Button
        kind="quiet"
        label={t('sessions.removeOf', { gmina: session.organization.name, day: format.shortDay(session.heldOn) })}
        isPending={remove.isPending}
        onPress={() => remove.mutate({ params: { id: session.id } })}
      >
        {t('sessions.remove')}
      </Button>
      <DeedFailure error={remove.error} />
    </span>
  );
};

/** When the councils meet, and by when drafts are tabled: what planning back rests on. */
export const SessionsPage = () => {
  const { t } = useTranslation('funding');
  const navigate = useNavigate({ from: '/app/nabory/sesje' });
  const { abilities, actingFor } = useSession();
  const { nasze } = route.useSearch();
  const [isOpen, setOpen] = useState(false);
  const query = useInfiniteQuery(
    councilSessionsQuery({ ...(nasze && actingFor && { organization: actingFor.organization.id }) }),
  );
  const mayEnter = abilities.stateNeeds || abilities.keepCalls;
  const columns: [Column<CouncilSessionView>, ...Column<CouncilSessionView>[]] = [
    { name: t('plan.gmina'), cell: ({ organization }) => organization.name },
    { name: t('plan.session'), cell: ({ heldOn }) => <Day day={heldOn} /> },
    { name: t('plan.tabledBy'), cell: ({ tabledBy }) => <Day day={tabledBy} /> },
  ];
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('sessions.title')}
        lead={t('sessions.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/nabory" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          mayEnter && (
            <Button kind="primary" onPress={() => setOpen(true)}>
              {t('sessions.add')}
            </Button>
          )
        }
      />
      {abilities.stateNeeds && (
        <search className="print:hidden">
          <Checkbox
            isSelected={nasze ?? false}
            onChange={(chosen) =>
              void navigate({ search: (now) => ({ ...now, nasze: chosen || undefined }), replace: true })
            }
          >
            {t('needs.onlyOurs')}
          </Checkbox>
        </search>
      )}
      <Paged query={query} empty={<EmptyState title={t('sessions.none')}>{t('sessions.noneNext')}</EmptyState>}>
        {(sessions) => (
          <DataTable
            caption={t('sessions.title')}
            rows={sessions}
            rowKey={({ id }) => id}
            columns={
              sessions.some((session) => session.abilities.remove)
                ? [
                    ...columns,
                    {
                      name: t('sessions.deeds'),
                      cell: (session) => (session.abilities.remove ? <Remove session={session} /> : '–'),
                    },
                  ]
                : columns
            }
          />
        )}
      </Paged>
      <Suspense>{isOpen && <SessionsDialog onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
};
