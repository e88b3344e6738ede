import type { AuditEventDetail } from '@blizej/contracts';
import { usePersonName } from '../../lib/person-name.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventSentence } from '../../lib/events.tsx';
import { Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Link } from '../../ui/link.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { auditEventQuery } from './audit.queries.ts';

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex flex-col gap-0.5">
    <dt className="text-small text-soft">{name}</dt>
    <dd className="break-words whitespace-pre-line">{children}</dd>
  </div>
);

const Person = ({ person }: { readonly person: { readonly id: string; readonly name: string } }) => {
  const { t } = useTranslation('audit');
  const named = usePersonName();
  return (
    <>
      {named(person.name)}{' '}
      <Link to="/app/zarzadzanie/dziennik" search={{ osoba: person.id }}>
        {t('onlyThis')}
      </Link>
    </>
  );
};

const Organization = ({ organization }: { readonly organization: { readonly id: string; readonly name: string } }) => {
  const { t } = useTranslation('audit');
  return (
    <>
      {organization.name}{' '}
      <Link to="/app/zarzadzanie/dziennik" search={{ organizacja: organization.id }}>
        {t('onlyThis')}
      </Link>
    </>
  );
};

/** What was kept of an event for the audit alone; a key that has no name yet stands as it is. */
const detailWords = [
  'reason',
  'answer',
  'basis',
  'appointmentId',
  'deputyFor',
  'invitationId',
  'number',
  'receipt',
  'opening',
  'head',
  'closing',
  'outcome',
] as const;

const Detail = ({ event }: { readonly event: AuditEventDetail }) => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const localized = useLocalized();
  const { actor, actingFor, organization, person, taskId, networkId, requestId, detail } = event;
  const nameOf = (key: string): string => {
    const known = detailWords.find((word) => word === key);
    return known ? t(`detail.${known}`) : key;
  };
  return (
    <dl className="flex flex-col gap-4">
      <Line name={t('when')}>{format.moment(event.occurredAt)}</Line>
      <Line name={t('who')}>{actor ? <Person person={actor} /> : t('portal')}</Line>
      {actingFor && (
        <Line name={t('actingFor')}>
          <Organization organization={actingFor} />
        </Line>
      )}
      {organization && (
        <Line name={t('concerned')}>
          <Organization organization={organization} />
        </Line>
      )}
      {person && (
        <Line name={t('person')}>
          <Person person={person} />
        </Line>
      )}
      {taskId && (
        <Line name={t('task')}>
          <Link to="/app/zadania/$taskId" params={{ taskId }}>
            {event.facts.task ?? t('open')}
          </Link>
        </Line>
      )}
      {networkId && (
        <Line name={t('network')}>
          <Link to="/app/sieci/$networkId" params={{ networkId }}>
            {event.facts.network ? localized(event.facts.network) : t('open')}
          </Link>
        </Line>
      )}
      {Object.entries(detail ?? {}).map(([key, value]) => (
        <Line key={key} name={nameOf(key)}>
          {typeof value === 'string' ? value : JSON.stringify(value)}
        </Line>
      ))}
      <Line name={t('kind')}>{event.kind}</Line>
      <Line name={t('eventId')}>{event.id}</Line>
      {requestId && <Line name={t('requestId')}>{requestId}</Line>}
    </dl>
  );
};

interface AuditEventDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One event with all that is known of it. */
export const AuditEventDialog = ({ id, onClose }: AuditEventDialogProps) => {
  const { t } = useTranslation(['audit', 'common']);
  const sentence = useEventSentence();
  const { data: event, error, refetch } = useQuery(auditEventQuery(id));
  return (
    <Dialog title={event ? sentence(event) : t('event')} onClose={onClose}>
      {event ? (
        <Detail event={event} />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton rows={3} />
      )}
      <DialogActions>
        <Button onPress={onClose}>{t('common:close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
