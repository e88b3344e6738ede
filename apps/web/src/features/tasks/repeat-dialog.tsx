import { recurrence, seriesAudience, type TaskView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DateControl, RadioControl, useContractForm, useField } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.ts';

interface RepeatDialogProps {
  readonly task: TaskView;
  readonly onClose: () => void;
}

/** How many days a task may give, offered as people count them. */
const usualDays = [7, 14, 21, 30, 60, 90] as const;

/** Has a task come again: how often, from when, for whom, with how much time. */
export const RepeatDialog = ({ task, onClose }: RepeatDialogProps) => {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const repeat = useDeed(api.repeatTask, ({ nextOn }) => {
    onClose();
    toast({ message: t('repeat.done', { day: nextOn ? format.shortDay(nextOn) : '' }) });
  });
  const form = useContractForm(contract.repeatTask.body, {
    defaults: { recurrence: 'QUARTERLY', audience: 'NETWORK', startsOn: '', dueDays: 14 },
    labels: {
      recurrence: t('repeat.how'),
      startsOn: t('repeat.startsOn'),
      dueDays: t('repeat.dueDays'),
      audience: t('repeat.audience'),
      endsOn: t('repeat.endsOn'),
    },
    send: (body, outcome) => repeat.mutate({ params: { id: task.id }, body }, outcome),
  });
  const dueDays = useField({ of: form, name: 'dueDays' });
  return (
    <DeedDialog
      title={t('repeat.title')}
      action={t('repeat.send')}
      deed={repeat}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('repeat.what')}</p>
      <RadioControl
        of={form}
        name="recurrence"
        options={recurrence.options.map((value) => ({ value, label: t(`repeat.${value}`) }))}
      />
      <DateControl of={form} name="startsOn" hint={t('repeat.startsOnHint')} earliest={format.today} />
      <Select
        label={dueDays.label}
        error={dueDays.error}
        value={String(dueDays.value)}
        onChange={(days) => dueDays.onChange(Number(days))}
        options={usualDays.map((days) => ({ value: String(days), label: t('repeat.days', { count: days }) }))}
      />
      <RadioControl
        of={form}
        name="audience"
        options={seriesAudience.options.map((value) => ({ value, label: t(`repeat.to.${value}`) }))}
      />
      <DateControl of={form} name="endsOn" hint={t('repeat.endsOnHint')} earliest={format.today} />
    </DeedDialog>
  );
};
