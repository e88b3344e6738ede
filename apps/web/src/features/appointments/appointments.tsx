import type { AppointmentRecord } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { usePersonName } from '../../lib/person-name.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { AppointDialog } from './appoint-dialog.tsx';
import { appointmentsQuery } from './appointments.queries.ts';
import { DeputyDialog } from './deputy-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';

type Person = AppointmentRecord['person'];

/** Each of the people who hold an office today, once. */
const peopleIn = (appointments: readonly AppointmentRecord[], except?: string): Person[] => {
  const current = appointments.filter(({ state, person }) => state === 'CURRENT' && person.id !== except);
  return [...new Map(current.map(({ person }) => [person.id, person])).values()];
};

interface RowProps {
  readonly appointment: AppointmentRecord;
  readonly others: readonly Person[];
  readonly opensPeople: boolean;
}

const AppointmentRow = ({ appointment, others, opensPeople }: RowProps) => {
  const { t } = useTranslation(['appointments', 'common']);
  const format = useFormat();
  const named = usePersonName();
  const [open, setOpen] = useState<'end' | 'deputy' | null>(null);
  const { person, office, startsOn, endsOn, basis, deputyFor, state, abilities } = appointment;
  const close = (): void => setOpen(null);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-3 font-semibold">
          {opensPeople ? (
            <Link to="/app/zarzadzanie/osoby/$personId" params={{ personId: person.id }} look="plain">
              {named(person.name)}
            </Link>
          ) : (
            person.name
          )}
          {state === 'FUTURE' && <Status tone="waiting">{t('state.FUTURE')}</Status>}
          {deputyFor && <Status tone="active">{t('deputyFor', { name: deputyFor.name })}</Status>}
        </p>
        <p>{t(`common:office.${office}`)}</p>
        <p className="text-small text-soft">
          {[t('from', { day: format.day(startsOn) }), endsOn && t('until', { day: format.day(endsOn) }), basis]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {abilities.deputize && others.length > 0 && (
          <Button kind="quiet" onPress={() => setOpen('deputy')} label={t('deputy.of', { name: person.name })}>
            {t('deputy.open')}
          </Button>
        )}
        {abilities.end && (
          <Button kind="quiet" onPress={() => setOpen('end')} label={t('end.of', { name: person.name })}>
            {t('end.open')}
          </Button>
        )}
      </div>
      {open === 'end' && <EndDialog appointment={appointment} onClose={close} />}
      {open === 'deputy' && <DeputyDialog appointment={appointment} people={others} onClose={close} />}
    </li>
  );
};

interface AppointmentsProps {
  readonly organizationId: string;
  /** Names lead to the pages of the people. */
  readonly opensPeople: boolean;
  /** What else can be done about the organization's people, beside appointing them. */
  readonly actions?: ReactNode;
}

/** The people of an organization: who holds which office, who stands in, who held it before. */
export const Appointments = ({ organizationId, opensPeople, actions }: AppointmentsProps) => {
  const { t } = useTranslation('appointments');
  const [past, setPast] = useState(false);
  const [isAppointing, setAppointing] = useState(false);
  const now = useQuery(appointmentsQuery(organizationId));
  const before = useQuery({ ...appointmentsQuery(organizationId, true), enabled: past });
  if (now.isPending) return <RowsSkeleton />;
  if (now.isError) return <Failure error={now.error} onRetry={() => void now.refetch()} />;
  const { items, offices } = now.data;
  const people = peopleIn(items);
  const shown = past ? (before.data?.items ?? []) : [];
  return (
    <Section
      title={t('title')}
      aside={
        <span className="flex flex-wrap gap-3">
          {offices.length > 0 && people.length > 0 && (
            <Button onPress={() => setAppointing(true)}>{t('appoint.open')}</Button>
          )}
          {actions}
        </span>
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneNext')}</EmptyState>
      ) : (
        <Rows>
          {items.map((appointment) => (
            <AppointmentRow
              key={appointment.id}
              appointment={appointment}
              others={peopleIn(items, appointment.person.id)}
              opensPeople={opensPeople}
            />
          ))}
        </Rows>
      )}
      <Checkbox isSelected={past} onChange={setPast}>
        {t('past.show')}
      </Checkbox>
      {past && before.isPending && <RowsSkeleton />}
      {past && before.isError && <Failure error={before.error} onRetry={() => void before.refetch()} />}
      {past && before.data && shown.length === 0 && <p className="text-soft">{t('past.none')}</p>}
      {shown.length > 0 && (
        <Rows>
          {shown.map((appointment) => (
            <AppointmentRow key={appointment.id} appointment={appointment} others={[]} opensPeople={opensPeople} />
          ))}
        </Rows>
      )}
      {isAppointing && (
        <AppointDialog
          organizationId={organizationId}
          people={people}
          offices={offices}
          appointments={items}
          onClose={() => setAppointing(false)}
        />
      )}
    </Section>
  );
};
