import type { PersonView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { EraseButton } from '../../lib/erase-button.tsx';
import { useFormat } from '../../lib/format.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.ts';
import { personQuery } from './people.queries.ts';

const route = getRouteApi('/app/zarzadzanie/osoby/$personId');

interface AccessProps {
  readonly person: PersonView;
  readonly move: 'block' | 'unblock';
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
  readonly onSend: (reason: string) => void;
}

/** Asks why before the person is kept out, or let in again. */
const Access = ({ person, move, deed, onSend }: AccessProps) => {
  const { t } = useTranslation('people');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind={move === 'block' ? 'danger' : 'secondary'} onPress={() => setOpen(true)}>
        {t(`${move}.action`)}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t(`${move}.title`, { name: person.name })}
          hint={t(`${move}.hint`)}
          action={t(`${move}.action`)}
          deed={deed}
          onSend={onSend}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};

const Block = ({ person }: { readonly person: PersonView }) => {
  const { t } = useTranslation('people');
  const block = useDeed(api.blockPerson, ({ name }) => toast({ message: t('block.done', { name }) }));
  const send = (reason: string): void => block.mutate({ params: { id: person.id }, body: { reason } });
  return <Access person={person} move="block" deed={block} onSend={send} />;
};

const Unblock = ({ person }: { readonly person: PersonView }) => {
  const { t } = useTranslation('people');
  const unblock = useDeed(api.unblockPerson, ({ name }) => toast({ message: t('unblock.done', { name }) }));
  const send = (reason: string): void => unblock.mutate({ params: { id: person.id }, body: { reason } });
  return <Access person={person} move="unblock" deed={unblock} onSend={send} />;
};

const Erase = ({ person }: { readonly person: PersonView }) => {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const erase = useDeed(api.erasePerson, () => {
    toast({ message: t('erased') });
    void navigate({ to: '/app/zarzadzanie/osoby' });
  });
  const send = (email: string): void => erase.mutate({ params: { id: person.id }, body: { email } });
  return <EraseButton email={person.email} deed={erase} onErase={send} />;
};

const Appointments = ({ appointments }: Pick<PersonView, 'appointments'>) => {
  const { t } = useTranslation(['people', 'common']);
  const format = useFormat();
  return (
    <DataTable
      caption={t('appointments.title')}
      rows={appointments}
      rowKey={({ id }) => id}
      columns={[
        {
          name: t('office'),
          cell: ({ office, deputyFor }) => (
            <>
              {t(`common:office.${office}`)}
              {deputyFor && (
                <span className="block text-small font-normal text-soft">
                  {t('deputyFor', { name: deputyFor.name })}
                </span>
              )}
            </>
          ),
        },
        {
          name: t('organization'),
          cell: ({ organization: { id, name } }) => (
            <Link to="/app/gminy/$organizationId" params={{ organizationId: id }}>
              {name}
            </Link>
          ),
        },
        {
          name: t('appointments.period'),
          cell: ({ startsOn, endsOn }) =>
            endsOn
              ? t('appointments.fromTo', { from: format.day(startsOn), to: format.day(endsOn) })
              : t('appointments.since', { day: format.day(startsOn) }),
        },
        { name: t('appointments.basis'), cell: ({ basis }) => basis ?? '–' },
        {
          name: t('appointments.state'),
          cell: ({ current, startsOn }) =>
            current ? (
              <Status tone="good">{t('appointments.current')}</Status>
            ) : startsOn > format.today ? (
              <Status tone="waiting">{t('appointments.coming')}</Status>
            ) : (
              <Status tone="ended">{t('appointments.ended')}</Status>
            ),
        },
      ]}
    />
  );
};

/** One person: how to reach them, and which offices they hold and held. */
export const PersonPage = () => {
  const { t } = useTranslation(['people', 'common']);
  const { personId } = route.useParams();
  const { data: person } = useSuspenseQuery(personQuery(personId));
  const { name, email, blocked, appointments, abilities } = person;
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={name}
        above={
          <Breadcrumbs>
            <Link to="/app/zarzadzanie/osoby" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          <>
            {abilities.block && <Block person={person} />}
            {abilities.unblock && <Unblock person={person} />}
            {abilities.erase && <Erase person={person} />}
          </>
        }
      />
      {blocked && (
        <Notice kind="care" title={t('blockedNotice.title')}>
          <p>{t('blockedNotice.what')}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={t('email')}>
          <span className="break-all">{email}</span>
        </Fact>
        {abilities.readAudit && (
          <Fact name={t('audit')}>
            <Link to="/app/zarzadzanie/dziennik" search={{ osoba: person.id }}>
              {t('auditLink')}
            </Link>
          </Fact>
        )}
      </Facts>
      <Section title={t('appointments.title')}>
        {appointments.length === 0 ? (
          <EmptyState title={t('appointments.none')}>{t('appointments.noneNext')}</EmptyState>
        ) : (
          <Appointments appointments={appointments} />
        )}
      </Section>
    </div>
  );
};
