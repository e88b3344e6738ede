import type { AgendaItemView } from '@blizej/contracts';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, RadioControl, TextControl, useContractForm, useField } from '../../lib/contract-form.tsx';
import { ballotMajority, ballotNature, majorityBase, api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { NumberControl } from '../../lib/number-control.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';

interface PutToVoteDialogProps {
  readonly meetingId: string;
  readonly item: AgendaItemView;
  /** How many gminas will vote. */
  readonly present: number;
  readonly onClose: () => void;
}

/** Opens a ballot on an item of the agenda, at once. */
export const PutToVoteDialog = ({ meetingId, item, present, onClose }: PutToVoteDialogProps) => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const localized = useLocalized();
  const open = useDeed(api.putItemToVote, () => {
    onClose();
    toast({ message: t('vote.done') });
  });
  const form = useContractForm(contract.putItemToVote.body, {
    defaults: {
      questionPl: t('vote.questionPl', { item: item.title.pl }),
      questionEn: t('vote.questionEn', { item: item.title.en ?? item.title.pl }),
      nature: 'OPINION',
      majority: 'SIMPLE',
      majorityOf: 'VOTES',
      liveCount: true,
      minutes: 5,
    },
    labels: {
      questionPl: t('ballots:form.questionPl'),
      questionEn: t('ballots:form.questionEn'),
      nature: t('ballots:form.nature'),
      legalBasis: t('ballots:form.legalBasis'),
      majority: t('ballots:form.majority'),
      majorityOf: t('ballots:form.majorityOf'),
      liveCount: t('ballots:form.liveCount'),
      minutes: t('vote.minutes'),
    },
    send: (body, outcome) => open.mutate({ params: { id: meetingId, itemId: item.id }, body }, outcome),
  });
  const nature = useWatch({ control: form.form.control, name: 'nature' });
  const majority = useWatch({ control: form.form.control, name: 'majority' });
  const basis = useField({ of: form, name: 'legalBasis' });
  const base = useField({ of: form, name: 'majorityOf' });
  const live = useField({ of: form, name: 'liveCount' });
  return (
    <DeedDialog
      title={t('vote.title', { item: localized(item.title) })}
      action={t('vote.action')}
      deed={open}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('vote.who', { count: present })}</p>
      <AreaControl of={form} name="questionPl" maximum={2000} rows={2} />
      <AreaControl of={form} name="questionEn" maximum={2000} rows={2} />
      <RadioControl
        of={form}
        name="nature"
        options={ballotNature.options.map((value) => ({ value, label: t(`ballots:nature.${value}`) }))}
        onChosen={(chosen) => {
          if (chosen !== 'RESOLUTION') basis.onChange('');
        }}
      />
      {nature === 'RESOLUTION' && <TextControl of={form} name="legalBasis" hint={t('ballots:form.legalBasisHint')} />}
      <Notice kind="care" title={t('ballots:form.statute')}>
        <p>{t('vote.statuteNext')}</p>
      </Notice>
      <RadioControl
        of={form}
        name="majority"
        options={ballotMajority.options.map((value) => ({
          value,
          label: t(`ballots:majority.${value}`),
          hint: t(`ballots:majorityHint.${value}`),
        }))}
        onChosen={(chosen) => {
          if (chosen === 'SIMPLE') base.onChange('VOTES');
        }}
      />
      {majority !== 'SIMPLE' && (
        <RadioControl
          of={form}
          name="majorityOf"
          options={majorityBase.options.map((value) => ({ value, label: t(`ballots:majorityOf.${value}`) }))}
        />
      )}
      <NumberControl of={form} name="minutes" hint={t('vote.minutesHint')} />
      <Checkbox isSelected={live.value} onChange={live.onChange}>
        {live.label}
      </Checkbox>
    </DeedDialog>
  );
};
