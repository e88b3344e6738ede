import type { AppointmentRecord, HandOverView, Holding } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { Failure } from '../../lib/failure.tsx';
import { dayAfter, useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { handOverQuery } from './appointments.queries.ts';

/** Chosen in place of a person. */
const nobody = '';

type When = 'now' | 'today' | 'later';

/** What becomes of a thing that goes to nobody. */
const toNobody = {
  assignment: 'end.nobody',
  invitation: 'end.withdraw',
  seat: 'end.freeSeat',
  position: 'end.noRapporteur',
} as const;

interface HandOverFormProps {
  readonly view: HandOverView;
  readonly appointment: AppointmentRecord;
  readonly onClose: () => void;
  /** What is held has changed: it is read again. */
  readonly onStale: () => void;
}

const HandOverForm = ({ view, appointment, onClose, onStale }: HandOverFormProps) => {
  const { t } = useTranslation(['appointments', 'common']);
  const format = useFormat();
  const localized = useLocalized();
  const [when, setWhen] = useState<When>('now');
  const [later, setLater] = useState('');
  const [tried, setTried] = useState(false);
  const [takers, setTakers] = useState<Readonly<Record<string, string>>>({});
  const { holdings, successors, deputies } = view;
  const name = appointment.person.name;
  const end = useDeed(api.endAppointment, () => {
    onClose();
    toast({ message: t('end.done', { name }) });
  });
  const endsOn = when === 'now' ? dayAfter(format.today, -1) : when === 'today' ? format.today : later;
  const isMissing = when === 'later' && later <= format.today;
  const isHandedOver = when !== 'later' && holdings.length > 0;
  const send = (): void => {
    setTried(true);
    if (isMissing) return;
    const moves = isHandedOver ? holdings.map(({ kind, id }) => ({ kind, id, toPersonId: takers[id] || null })) : [];
    end.mutate(
      { params: { id: appointment.id }, body: { endsOn, moves } },
      { onError: (error) => isProblem(error, 'hand-over-changed') && onStale() },
    );
  };
  const others = successors.map(({ id, name: label }) => ({ value: id, label }));
  const options = [{ value: nobody, label: t('end.nobody') }, ...others];
  const saying = ({ title, within, dueOn }: Holding): string =>
    [title, within && localized(within), dueOn && format.shortDay(dueOn)].filter(Boolean).join(' · ');
  return (
    <DeedDialog
      title={t('end.title', { name, office: t(`common:office.${appointment.office}`) })}
      action={t('end.action')}
      kind="danger"
      deed={end}
      onSend={send}
      onClose={onClose}
    >
      <RadioGroup
        label={t('end.when')}
        value={when}
        onChange={setWhen}
        options={(['now', 'today', 'later'] as const).map((value) => ({ value, label: t(`end.days.${value}`) }))}
      />
      {when === 'later' && (
        <DateField
          label={t('end.lastDay')}
          hint={t('end.laterHint')}
          value={later}
          onChange={setLater}
          earliest={format.today}
          error={tried && isMissing ? t('end.lastDayMissing') : undefined}
        />
      )}
      {deputies.length > 0 && (
        <Notice kind="care" title={t('end.deputies', { names: deputies.map(({ name: each }) => each).join(', ') })} />
      )}
      {holdings.length === 0 && <p className="text-soft">{t('end.nothing')}</p>}
      {isHandedOver && (
        <fieldset className="flex flex-col gap-4">
          <legend className="pb-2 font-semibold">{t('end.holdings', { count: holdings.length })}</legend>
          {holdings.length > 1 && (
            <Select
              label={t('end.all')}
              value={
                holdings.every(({ id }) => (takers[id] ?? nobody) === takers[holdings[0]?.id ?? ''])
                  ? (takers[holdings[0]?.id ?? ''] ?? nobody)
                  : nobody
              }
              options={options}
              onChange={(to) => setTakers(Object.fromEntries(holdings.map(({ id }) => [id, to])))}
            />
          )}
          {holdings.map((held) => (
            <Select
              key={held.id}
              label={saying(held)}
              hint={t(`kind.${held.kind}`)}
              value={takers[held.id] ?? nobody}
              options={[{ value: nobody, label: t(toNobody[held.kind]) }, ...others]}
              onChange={(to) => setTakers({ ...takers, [held.id]: to })}
            />
          ))}
        </fieldset>
      )}
    </DeedDialog>
  );
};

interface EndDialogProps {
  readonly appointment: AppointmentRecord;
  readonly onClose: () => void;
}

/** Ends somebody's office: what they hold is shown, and each thing goes to somebody or stands without a keeper. */
export const EndDialog = ({ appointment, onClose }: EndDialogProps) => {
  const { t } = useTranslation('appointments');
  const view = useQuery(handOverQuery(appointment.id));
  if (view.data) {
    return (
      <HandOverForm view={view.data} appointment={appointment} onClose={onClose} onStale={() => void view.refetch()} />
    );
  }
  return (
    <Dialog title={t('end.reading')} onClose={onClose}>
      {view.isError ? <Failure error={view.error} onRetry={() => void view.refetch()} /> : <RowsSkeleton />}
    </Dialog>
  );
};
