import type { ApplicantKind, Goal } from '@blizej/contracts';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  AreaControl,
  DateControl,
  RadioControl,
  TextControl,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { applicantKind, countries, voivodeships, type api as contract } from '../../lib/contract.ts';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { MoneyControl } from '../../lib/money-control.tsx';
import { decimalOf, zlotyOf } from '../../lib/money.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAreaName } from './call-words.tsx';
import type { z } from 'zod';

/** What is said of a call in both forms: where it is announced, and where it is changed. */
export type CallFields = z.input<(typeof contract.changeCall)['body']> & FieldValues;
type CallForm = ContractForm<CallFields>;

interface NumberControlProps {
  readonly of: CallForm;
  readonly name: 'countriesMin' | 'grantRate' | 'partnersMin' | 'signingDays';
  readonly hint?: string;
}

/** A number as people type it; nothing is none. */
const NumberControl = ({ of, name, hint }: NumberControlProps) => {
  const { value, onChange, ...field } = useField({ of, name });
  const language = useLanguage();
  const [typed, setTyped] = useState(() => (typeof value === 'number' ? decimalOf(String(value), language) : ''));
  return (
    <TextField
      {...field}
      hint={hint}
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const said = text.trim().replace('%', '').replace(',', '.');
        onChange(said === '' ? '' : Number(said));
      }}
    />
  );
};

interface SeveralProps<T extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: T[]) => void;
}

/** Several of a few, all in view. */
const Several = <T extends string>({ legend, hint, error, options, chosen, onChange }: SeveralProps<T>) => (
  <fieldset className="flex flex-col gap-1">
    <legend className="pb-1 font-semibold">{legend}</legend>
    {hint !== undefined && <p className="text-small text-soft">{hint}</p>}
    <div className="grid gap-x-6 sm:grid-cols-2">
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(isChosen) =>
            onChange(options.map((one) => one.value).filter((one) => (one === value ? isChosen : chosen.includes(one))))
          }
        >
          {label}
        </Checkbox>
      ))}
    </div>
    {error !== undefined && <p className="text-small font-semibold text-bad">{error}</p>}
  </fieldset>
);

interface AreaChoiceProps {
  readonly legend: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** A territory: voivodeships and countries. */
export const AreaChoice = ({ legend, hint, error, chosen, onChange }: AreaChoiceProps) => {
  const areaName = useAreaName();
  return (
    <details open={chosen.length > 0} className="rounded-control border border-line px-4 py-2">
      <summary className="cursor-pointer py-1 font-semibold">{legend}</summary>
      <Several
        legend={legend}
        hint={hint}
        error={error}
        chosen={chosen}
        onChange={onChange}
        options={[...voivodeships, ...countries].map((value) => ({ value: value as string, label: areaName(value) }))}
      />
    </details>
  );
};

/** What each field is called. */
export const useCallLabels = () => {
  const { t } = useTranslation(['funding', 'life']);
  return {
    titlePl: t('field.titlePl'),
    aboutPl: t('field.aboutPl'),
    opensOn: t('opensOn'),
    grantRate: t('field.grantRate'),
    currency: t('field.currency'),
    minimum: t('field.minimum'),
    maximum: t('field.maximum'),
    applicants: t('applicants'),
    territory: t('field.ownTerritory'),
    territoryNote: t('field.territoryNote'),
    partnersMin: t('field.partnersMin'),
    countriesMin: t('field.countriesMin'),
    topics: t('life:topics'),
    goals: t('life:goals'),
    link: t('field.link'),
    signingDays: t('field.signingDays'),
    titleEn: t('field.titleEn'),
    aboutEn: t('field.aboutEn'),
  };
};

/** How its values are told where a number or a code would say nothing. */
export const useCallValueWords = () => {
  const { t } = useTranslation(['funding', 'life']);
  const format = useFormat();
  const areaName = useAreaName();
  const language = useLanguage();
  return {
    opensOn: format.day,
    grantRate: (percent: number) => `${format.number(percent)}%`,
    minimum: (grosze: number) => zlotyOf(grosze, language),
    maximum: (grosze: number) => zlotyOf(grosze, language),
    applicants: (kinds: readonly ApplicantKind[]) => kinds.map((kind) => t(`applicant.${kind}`)).join(', '),
    territory: (areas: readonly string[]) => areas.map(areaName).join(', '),
    goals: (goals: readonly Goal[]) => goals.map((goal) => t(`life:goal.${goal}`)).join(', '),
  };
};

export const callFields = [
  'titlePl',
  'titleEn',
  'aboutPl',
  'aboutEn',
  'opensOn',
  'grantRate',
  'minimum',
  'maximum',
  'currency',
  'applicants',
  'territory',
  'territoryNote',
  'partnersMin',
  'countriesMin',
  'topics',
  'goals',
  'link',
  'signingDays',
] as const;

/** The fields that both forms have, after the title and the days. */
export const CallControls = ({ of }: { readonly of: CallForm }) => {
  const { t } = useTranslation('funding');
  const applicants = useField({ of, name: 'applicants' });
  const territory = useField({ of, name: 'territory' });
  return (
    <>
      <RadioControl
        of={of}
        name="currency"
        options={[
          { value: 'EUR', label: t('currency.EUR') },
          { value: 'PLN', label: t('currency.PLN') },
        ]}
      />
      <NumberControl of={of} name="grantRate" hint={t('field.grantRateHint')} />
      <MoneyControl of={of} name="minimum" hint={t('field.amountHint')} />
      <MoneyControl of={of} name="maximum" />
      <Several<ApplicantKind>
        legend={applicants.label}
        error={applicants.error}
        chosen={applicants.value || []}
        onChange={applicants.onChange}
        options={applicantKind.options.map((value) => ({ value, label: t(`applicant.${value}`) }))}
      />
      <AreaChoice
        legend={territory.label}
        hint={t('field.ownTerritoryHint')}
        error={territory.error}
        chosen={territory.value || []}
        onChange={territory.onChange}
      />
      <AreaControl of={of} name="territoryNote" maximum={500} rows={2} />
      <NumberControl of={of} name="partnersMin" hint={t('field.partnersHint')} />
      <NumberControl of={of} name="countriesMin" />
      <GoalsControl of={of as never} />
      <TopicsControl of={of as never} />
      <NumberControl of={of} name="signingDays" hint={t('field.signingDaysHint')} />
      <TextControl of={of} name="link" type="url" />
      <AreaControl of={of} name="aboutPl" maximum={3000} />
      <TextControl of={of} name="titleEn" lang="en" hint={t('field.enHint')} />
      <AreaControl of={of} name="aboutEn" maximum={3000} />
    </>
  );
};

/** The days and the title. */
export const CallHeadControls = ({ of }: { readonly of: CallForm }) => (
  <>
    <TextControl of={of} name="titlePl" lang="pl" />
    <DateControl of={of} name="opensOn" />
  </>
);
