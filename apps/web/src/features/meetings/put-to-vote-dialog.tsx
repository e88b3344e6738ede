import type { AgendaItemView } from '@blizej/contracts';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { api, isProblem } from '../../lib/api.ts';
import {
  AreaControl,
  RadioControl,
  TextControl,
  useContractForm,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
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

const hallFields = ['majority', 'majorityOf', 'liveCount', 'minutes'] as const;
type Hall = Pick<z.input<(typeof contract)['putPositionToVote']['body']>, (typeof hallFields)[number]>;

const hallDefaults: Hall = { majority: 'SIMPLE', majorityOf: 'VOTES', liveCount: true, minutes: 5 };

const useHallLabels = (): Record<keyof Hall, string> => {
  const { t } = useTranslation(['meetings', 'ballots']);
  return {
    majority: t('ballots:form.majority'),
    majorityOf: t('ballots:form.majorityOf'),
    liveCount: t('ballots:form.liveCount'),
    minutes: t('vote.minutes'),
  };
};

/** By what those who are there decide, and for how long they may. */
const HallRule = ({ of }: { readonly of: ContractForm<Hall> }) => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const majority = useWatch({ control: of.form.control, name: 'majority' });
  const base = useField({ of, name: 'majorityOf' });
  const live = useField({ of, name: 'liveCount' });
  return (
    <>
      <Notice kind="care" title={t('ballots:form.statute')}>
        <p>{t('vote.statuteNext')}</p>
      </Notice>
      <RadioControl
        of={of}
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
          of={of}
          name="majorityOf"
          options={majorityBase.options.map((value) => ({ value, label: t(`ballots:majorityOf.${value}`) }))}
        />
      )}
      <NumberControl of={of} name="minutes" hint={t('vote.minutesHint')} />
      <Checkbox isSelected={live.value} onChange={live.onChange}>
        {live.label}
      </Checkbox>
    </>
  );
};

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
      ...hallDefaults,
    },
    labels: {
      questionPl: t('ballots:form.questionPl'),
      questionEn: t('ballots:form.questionEn'),
      nature: t('ballots:form.nature'),
      legalBasis: t('ballots:form.legalBasis'),
      ...useHallLabels(),
    },
    send: (body, outcome) => open.mutate({ params: { id: meetingId, itemId: item.id }, body }, outcome),
  });
  const nature = useWatch({ control: form.form.control, name: 'nature' });
  const basis = useField({ of: form, name: 'legalBasis' });
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
      <HallRule of={form as unknown as ContractForm<Hall>} />
    </DeedDialog>
  );
};

interface PutPositionToVoteDialogProps extends PutToVoteDialogProps {
  readonly position: NonNullable<AgendaItemView['position']>;
}

/** Puts the joint position of an item to the vote, at once: the question is its text. */
export const PutPositionToVoteDialog = ({
  meetingId,
  item,
  position,
  present,
  onClose,
}: PutPositionToVoteDialogProps) => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const localized = useLocalized();
  const open = useDeed(api.putPositionToVote, () => {
    onClose();
    toast({ message: t('vote.done') });
  });
  const form = useContractForm(contract.putPositionToVote.body, {
    defaults: { ...hallDefaults, textNumber: position.textNumber, withoutEnglish: false },
    labels: useHallLabels(),
    send: (body, outcome) => open.mutate({ params: { id: meetingId, itemId: item.id }, body }, outcome),
  });
  const meant = useField({ of: form, name: 'withoutEnglish' });
  return (
    <DeedDialog
      title={t('vote.title', { item: localized(position.title) })}
      action={t('vote.action')}
      deed={open}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('vote.who', { count: present })}</p>
      <p>{t('vote.positionText', { number: position.textNumber })}</p>
      <HallRule of={form as unknown as ContractForm<Hall>} />
      {(meant.value || isProblem(open.error, 'english-incomplete')) && (
        <Checkbox isSelected={meant.value} onChange={meant.onChange}>
          {t('vote.polishMeant')}
        </Checkbox>
      )}
    </DeedDialog>
  );
};
