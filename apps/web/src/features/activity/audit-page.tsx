import type { AuditEventView } from '@blizej/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Download, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDownload } from '../../lib/download.ts';
import { useEventSentence } from '../../lib/events.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { Paged } from '../../lib/paged.tsx';
import { regionQuery } from '../../lib/region.ts';
import { topics, type Topic } from '../../lib/choices.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { usePersonName } from '../../lib/person-name.ts';
import { Moment } from '../../ui/time.tsx';
import { AuditEventDialog } from './audit-event-dialog.tsx';
import { auditQuery } from './audit.queries.ts';
import { Integrity } from './integrity.tsx';

const route = getRouteApi('/app/zarzadzanie/dziennik');

const EventRow = ({ event }: { readonly event: AuditEventView }) => {
  const { t } = useTranslation('audit');
  const sentence = useEventSentence()(event);
  const named = usePersonName();
  const by = event.actor ? named(event.actor.name, event.actingFor?.name) : t('portal');
  return (
    <li className="flex flex-col gap-0.5 py-4">
      <Link
        from="/app/zarzadzanie/dziennik"
        to="/app/zarzadzanie/dziennik"
        search={(now) => ({ ...now, wydarzenie: event.id })}
        resetScroll={false}
        look="plain"
      >
        {sentence}
      </Link>
      <p className="text-small text-soft">
        {[by, event.actingFor?.name].filter(Boolean).join(' · ')} · <Moment at={event.occurredAt} />
      </p>
    </li>
  );
};

/** Somebody's name, as one of the events shown has it. */
const nameAmong = (events: readonly AuditEventView[], id: string): string | undefined =>
  events
    .flatMap(({ actor, person, actingFor, organization }) => [actor, person, actingFor, organization])
    .find((one) => one?.id === id)?.name;

/** Everything that happened in the portal, for the secretariat. */
export const AuditPage = () => {
  const { t } = useTranslation(['audit', 'common']);
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/zarzadzanie/dziennik' });
  const { wydarzenie, ...search } = route.useSearch();
  const { rodzaj, osoba, organizacja, od, do: until } = search;
  const { data: region = [] } = useQuery(regionQuery());
  const filters = {
    ...(rodzaj && { kind: `${rodzaj}.` }),
    ...(osoba && { person: osoba }),
    ...(organizacja && { organization: organizacja }),
    ...(od && { from: od }),
    ...(until && { to: until }),
  };
  const query = useInfiniteQuery(auditQuery(filters));
  const save = useDownload(api.exportAudit);
  const events = query.data?.pages.flatMap((page) => page.items) ?? [];
  const narrow = (change: Partial<typeof search>): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const gminas = region
    .filter(({ id, status }) => status !== null || id === organizacja)
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => format.compare(one.label, other.label));
  const isListed = organizacja === undefined || gminas.some(({ value }) => value === organizacja);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/zarzadzanie" look="soft">
              {t('common:places.administration')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          <Button isPending={save.isPending} onPress={() => save.mutate({ query: filters })}>
            <Download aria-hidden className="size-5" />
            {t(save.isPending ? 'exporting' : 'export')}
          </Button>
        }
      />
      <DeedFailure error={save.error} />
      <Integrity />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <Select<Topic | ''>
          label={t('about')}
          value={rodzaj ?? ''}
          onChange={(value) => narrow({ rodzaj: value || undefined })}
          options={[
            { value: '', label: t('anything') },
            ...topics.map((topic) => ({ value: topic, label: t(`topic.${topic}`) })),
          ]}
        />
        <Select<string>
          label={t('organization')}
          value={organizacja ?? ''}
          onChange={(value) => narrow({ organizacja: value || undefined })}
          options={[
            { value: '', label: t('anyOrganization') },
            ...(isListed
              ? []
              : [{ value: organizacja, label: nameAmong(events, organizacja) ?? t('oneOrganization') }]),
            ...gminas,
          ]}
        />
        <DateField label={t('from')} value={od ?? ''} onChange={(day) => narrow({ od: day || undefined })} />
        <DateField label={t('to')} value={until ?? ''} onChange={(day) => narrow({ do: day || undefined })} />
        {osoba && (
          <Button kind="quiet" onPress={() => narrow({ osoba: undefined })}>
            <X aria-hidden className="size-4" />
            {t('withoutPerson', { name: nameAmong(events, osoba) ?? t('onePerson') })}
          </Button>
        )}
      </search>
      <Paged
        query={query}
        empty={
          <EmptyState
            title={t(isFiltered ? 'none.filtered' : 'none.title')}
            action={isFiltered && <Link to="/app/zarzadzanie/dziennik">{t('none.clear')}</Link>}
          >
            {t(isFiltered ? 'none.filteredNext' : 'none.next')}
          </EmptyState>
        }
      >
        {(listed) => (
          <Rows>
            {listed.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </Rows>
        )}
      </Paged>
      {wydarzenie && (
        <AuditEventDialog
          id={wydarzenie}
          onClose={() =>
            void navigate({ search: (now) => ({ ...now, wydarzenie: undefined }), replace: true, resetScroll: false })
          }
        />
      )}
    </div>
  );
};
