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
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
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
  'secret',
  'proxyLimit',
  'reminderHours',
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
    secret: t('form.secret'),
    proxyLimit: t('form.proxyLimit'),
    reminderHours: t('form.reminders'),
    opensAt: t('form.opensAt'),
    closesAt: t('form.closesAt'),
  };
};

/** A draft as it was written. */
export const draftOf = ({
  title,
  question,
  nature,
  legalBasis,
  rule,
  secret,
  proxyLimit,
  reminderHours,
  opensAt,
  closesAt,
}: BallotView): Draft => ({
  titlePl: title.pl,
  titleEn: title.en ?? '',
  questionPl: question.pl,
  questionEn: question.en ?? '',
  nature,
  ...(legalBasis !== null && { legalBasis }),
  ...rule,
  secret,
  proxyLimit,
  reminderHours,
  ...(opensAt !== null && { opensAt }),
  closesAt,
});

interface BallotFormProps {
  readonly of: ContractForm<Draft>;
  readonly action: string;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
}

/** When the silent are reminded, in hours before the close. */
const reminders = { default: [], two: [48, 24, 2], week: [168, 24, 2], short: [2] } as const;
type Reminders = keyof typeof reminders;
const remindersOf = (hours: unknown): Reminders => {
  const given = Array.isArray(hours) ? hours.join() : '';
  return (Object.keys(reminders) as Reminders[]).find((key) => reminders[key].join() === given) ?? 'default';
};

/** Who sees what, who may vote for others, and who is reminded when. */
const Manner = ({ of }: { readonly of: ContractForm<Draft> }) => {
  const { t } = useTranslation('ballots');
  const live = useField({ of, name: 'liveCount' });
  const secret = useField({ of, name: 'secret' });
  const proxies = useField({ of, name: 'proxyLimit' });
  const hours = useField({ of, name: 'reminderHours' });
  const isSecret = secret.value;
  return (
    <>
      <Checkbox
        isSelected={isSecret}
        onChange={(on) => {
          secret.onChange(on);
          if (on) live.onChange(false);
          proxies.onChange(on ? 0 : 1);
        }}
      >
        {secret.label}
        <span className="block text-small text-soft">{t('form.secretHint')}</span>
      </Checkbox>
      {!isSecret && (
        <>
          <Checkbox isSelected={live.value} onChange={live.onChange}>
            {live.label}
            <span className="block text-small text-soft">{t('form.liveCountHint')}</span>
          </Checkbox>
          <Select<string>
            label={proxies.label}
            value={String(proxies.value || 0)}
            error={proxies.error}
            options={[0, 1, 2, 3].map((limit) => ({
              value: String(limit),
              label: limit === 0 ? t('rule.noProxies') : String(limit),
            }))}
            onChange={(limit) => proxies.onChange(Number(limit))}
          />
        </>
      )}
      <RadioGroup<Reminders>
        label={hours.label}
        value={remindersOf(hours.value)}
        error={hours.error}
        options={(Object.keys(reminders) as Reminders[]).map((value) => ({
          value,
          label: t(`form.reminder.${value}`),
        }))}
        onChange={(chosen) => hours.onChange([...reminders[chosen]])}
      />
    </>
  );
};

/** Question, rule and times of a ballot. */
export const BallotForm = ({ of, action, deed }: BallotFormProps) => {
  const { t } = useTranslation('ballots');
  const { control } = of.form;
  const nature = useWatch({ control, name: 'nature' });
  const majority = useWatch({ control, name: 'majority' });
  const basis = useField({ of, name: 'legalBasis' });
  const base = useField({ of, name: 'majorityOf' });
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
      <Manner of={of} />
      <MomentControl of={of} name="opensAt" hint={t('form.opensAtHint')} />
      <MomentControl of={of} name="closesAt" hint={t('form.closesAtHint')} />
    </FormBody>
  );
};
