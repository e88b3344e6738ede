import type { AppointmentRecord, Office } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';

interface AppointDialogProps {
  readonly organizationId: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly offices: readonly Office[];
  /** Who holds which office now: one of them may be succeeded. */
  readonly appointments: readonly AppointmentRecord[];
  readonly onClose: () => void;
}

/** Gives one of the organization's people a further office. */
export const AppointDialog = ({ organizationId, people, offices, appointments, onClose }: AppointDialogProps) => {
  const { t } = useTranslation(['appointments', 'common']);
  const format = useFormat();
  const say = useIssueWords();
  const [personId, setPersonId] = useState(people[0]?.id ?? '');
  const [office, setOffice] = useState<Office>(offices[0] ?? 'OFFICIAL');
  const [startsOn, setStartsOn] = useState(format.today);
  const [endsOn, setEndsOn] = useState('');
  const [basis, setBasis] = useState('');
  const [chosenFormer, setFormer] = useState<string>();
  const appoint = useDeed(api.appoint, ({ person }) => {
    onClose();
    toast({ message: t('appoint.done', { name: person.name, office: t(`common:office.${office}`) }) });
  });
  const holders = appointments.filter(
    (held) => held.office === office && held.state === 'CURRENT' && !held.deputyFor && held.person.id !== personId,
  );
  // A gmina has one mayor: whoever follows, follows them.
  const former =
    holders.find(({ id }) => id === chosenFormer)?.id ??
    (office === 'EXECUTIVE' && chosenFormer === undefined ? holders[0]?.id : undefined);
  const issues = isProblem(appoint.error, 'invalid') ? appoint.error.issues : [];
  const issueAt = (pointer: string): string | undefined => {
    const issue = issues.find((one) => one.pointer === pointer);
    return issue && say(issue);
  };
  const send = (): void =>
    appoint.mutate({
      params: { id: organizationId },
      body: {
        personId,
        office,
        startsOn,
        ...(endsOn && { endsOn }),
        ...(basis.trim() && { basis }),
        ...(former && { supersedesId: former }),
      },
    });
  return (
    <DeedDialog
      title={t('appoint.title')}
      action={t('appoint.action')}
      deed={{ isPending: appoint.isPending, error: issues.length > 0 ? null : appoint.error }}
      onSend={send}
      onClose={onClose}
    >
      <Select
        label={t('deputy.person')}
        hint={t('appoint.personHint')}
        value={personId}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setPersonId}
        error={issueAt('/personId')}
      />
      <Select
        label={t('office')}
        value={office}
        options={offices.map((value) => ({ value, label: t(`common:office.${value}`) }))}
        onChange={setOffice}
        error={issueAt('/office')}
      />
      {holders.length > 0 && (
        <Select
          label={t('appoint.former')}
          hint={t('appoint.formerHint')}
          value={former ?? ''}
          options={[
            { value: '', label: t('appoint.nobody') },
            ...holders.map(({ id, person }) => ({ value: id, label: person.name })),
          ]}
          onChange={setFormer}
          error={issueAt('/supersedesId')}
        />
      )}
      <DateField label={t('deputy.startsOn')} value={startsOn} onChange={setStartsOn} error={issueAt('/startsOn')} />
      <DateField
        label={t('appoint.endsOn')}
        hint={t('appoint.endsHint')}
        value={endsOn}
        onChange={setEndsOn}
        earliest={startsOn}
        error={issueAt('/endsOn')}
      />
      <TextField
        label={t('appoint.basis')}
        hint={t('appoint.basisHint')}
        value={basis}
        onChange={setBasis}
        error={issueAt('/basis')}
      />
    </DeedDialog>
  );
};
