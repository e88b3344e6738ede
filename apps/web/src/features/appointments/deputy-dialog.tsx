import type { AppointmentRecord } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.ts';

interface DeputyDialogProps {
  readonly appointment: AppointmentRecord;
  /** The organization's other people. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** Names who holds the same office for a time. */
export const DeputyDialog = ({ appointment, people, onClose }: DeputyDialogProps) => {
  const { t } = useTranslation(['appointments', 'common']);
  const format = useFormat();
  const say = useIssueWords();
  const [personId, setPersonId] = useState(people[0]?.id ?? '');
  const [startsOn, setStartsOn] = useState(format.today);
  const [endsOn, setEndsOn] = useState('');
  const [tried, setTried] = useState(false);
  const deputize = useDeed(api.deputize, ({ person }) => {
    onClose();
    toast({ message: t('deputy.done', { name: person.name }) });
  });
  const issue = isProblem(deputize.error, 'invalid') ? deputize.error.issues[0] : undefined;
  const isMissing = endsOn === '';
  return (
    <DeedDialog
      title={t('deputy.title', { name: appointment.person.name })}
      action={t('deputy.action')}
      deed={{ isPending: deputize.isPending, error: issue ? null : deputize.error }}
      onSend={() => {
        setTried(true);
        if (!isMissing) deputize.mutate({ params: { id: appointment.id }, body: { personId, startsOn, endsOn } });
      }}
      onClose={onClose}
    >
      <p className="text-soft">{t('deputy.what', { office: t(`common:office.${appointment.office}`) })}</p>
      <Select
        label={t('deputy.person')}
        value={personId}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setPersonId}
        error={issue?.pointer === '/personId' ? say(issue) : undefined}
      />
      <DateField label={t('deputy.startsOn')} value={startsOn} onChange={setStartsOn} earliest={format.today} />
      <DateField
        label={t('deputy.endsOn')}
        value={endsOn}
        onChange={setEndsOn}
        earliest={startsOn}
        error={tried && isMissing ? t('end.lastDayMissing') : issue?.pointer === '/endsOn' ? say(issue) : undefined}
      />
    </DeedDialog>
  );
};
