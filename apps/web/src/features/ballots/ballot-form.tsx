import type { BallotView } from '@blizej/contracts';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  AreaControl,
  FormBody,
  RadioControl,
  SelectControl,
  TextControl,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { ballotMajority, ballotNature, ballotQuorum, majorityBase, type api as contract } from '../../lib/contract.ts';
import { MomentControl } from '../../lib/moment-control.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { z } from 'zod';

export type Draft = z.input<(typeof contract)['writeBallot']['body']>;

/** What is kept on this device until it is sent. */
export const draftFields = [
  'titlePl',
  'titleEn',
  'questionPl',
  'questionEn',
  'nature',
  'legalBasis',
  'quorum',
  'majority',
  'majorityOf',
  'liveCount',
  'opensAt',
  'closesAt',
] as const satisfies readonly (keyof Draft)[];

/** What each field is called. */
export const useDraftLabels = (): Record<(typeof draftFields)[number], string> => {
  const { t } = useTranslation('ballots');
  return {
    titlePl: t('form.titlePl'),
    titleEn: t('form.titleEn'),
    questionPl: t('form.questionPl'),
    questionEn: t('form.questionEn'),
    nature: t('form.nature'),
    legalBasis: t('form.legalBasis'),
    quorum: t('form.quorum'),
    majority: t('form.majority'),
    majorityOf: t('form.majorityOf'),
    liveCount: t('form.liveCount'),
    opensAt: t('form.opensAt'),
    closesAt: t('form.closesAt'),
  };
};

/** A draft as it was written. */
export const draftOf = ({ title, question, nature, legalBasis, rule, opensAt, closesAt }: BallotView): Draft => ({
  titlePl: title.pl,
  titleEn: title.en ?? '',
  questionPl: question.pl,
  questionEn: question.en ?? '',
  nature,
  ...(legalBasis !== null && { legalBasis }),
  ...rule,
  ...(opensAt !== null && { opensAt }),
  closesAt,
});

interface BallotFormProps {
  readonly of: ContractForm<Draft>;
  readonly action: string;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
}

/** Question, rule and times of a ballot. */
export const BallotForm = ({ of, action, deed }: BallotFormProps) => {
  const { t } = useTranslation('ballots');
  const { control } = of.form;
  const nature = useWatch({ control, name: 'nature' });
  const majority = useWatch({ control, name: 'majority' });
  const basis = useField({ of, name: 'legalBasis' });
  const base = useField({ of, name: 'majorityOf' });
  const live = useField({ of, name: 'liveCount' });
  return (
    <FormBody of={of} action={action} deed={deed}>
      <TextControl of={of} name="titlePl" lang="pl" />
      <AreaControl of={of} name="questionPl" hint={t('form.questionHint')} maximum={2000} rows={4} />
      <TextControl of={of} name="titleEn" lang="en" />
      <AreaControl of={of} name="questionEn" maximum={2000} rows={4} />
      <RadioControl
        of={of}
        name="nature"
        options={ballotNature.options.map((value) => ({
          value,
          label: t(`nature.${value}`),
          hint: t(`natureHint.${value}`),
        }))}
        onChosen={(chosen) => {
          if (chosen !== 'RESOLUTION') basis.onChange('');
        }}
      />
      {nature === 'RESOLUTION' && <TextControl of={of} name="legalBasis" hint={t('form.legalBasisHint')} />}
      <Notice kind="care" title={t('form.statute')}>
        <p>{t('form.statuteNext')}</p>
      </Notice>
      <SelectControl
        of={of}
        name="quorum"
        options={ballotQuorum.options.map((value) => ({ value, label: t(`quorum.${value}`) }))}
      />
      <RadioControl
        of={of}
        name="majority"
        options={ballotMajority.options.map((value) => ({
          value,
          label: t(`majority.${value}`),
          hint: t(`majorityHint.${value}`),
        }))}
        onChosen={(chosen) => {
          if (chosen === 'SIMPLE') base.onChange('VOTES');
        }}
      />
      {majority !== 'SIMPLE' && (
        <RadioControl
          of={of}
          name="majorityOf"
          options={majorityBase.options.map((value) => ({ value, label: t(`majorityOf.${value}`) }))}
        />
      )}
      <Checkbox isSelected={live.value} onChange={live.onChange}>
        {live.label}
        <span className="block text-small text-soft">{t('form.liveCountHint')}</span>
      </Checkbox>
      <MomentControl of={of} name="opensAt" hint={t('form.opensAtHint')} />
      <MomentControl of={of} name="closesAt" hint={t('form.closesAtHint')} />
    </FormBody>
  );
};
