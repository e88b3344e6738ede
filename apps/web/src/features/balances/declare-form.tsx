import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { BalanceView } from '@blizej/contracts';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  DateControl,
  FormBody,
  RadioControl,
  SelectControl,
  TextControl,
  useContractForm,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract, valueKind, worthIssues } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { useFormat } from '../../lib/format.ts';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import { MoneyControl } from '../../lib/money-control.tsx';
import { boundOf, decimalOf } from '../../lib/money.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';

interface DecimalControlProps<V extends FieldValues, Name extends FieldPath<V>> {
  readonly of: ContractForm<V>;
  readonly name: Name;
  readonly hint: string;
  /** So many of what is sent are one of what is typed. */
  readonly scale: number;
}

/** A number that people type with a comma, and that is sent as a whole one: hours as minutes, a rate as ten-thousandths. */
const DecimalControl = <V extends FieldValues, Name extends FieldPath<V>>({
  scale,
  ...props
}: DecimalControlProps<V, Name>) => {
  const { value, onChange, ...field } = useField(props);
  const language = useLanguage();
  const [typed, setTyped] = useState(() =>
    typeof value === 'number' ? decimalOf(String(value / scale), language) : String(value),
  );
  const { name } = props;
  const { tellBy } = props.of;
  useEffect(() => {
    tellBy(name, (issue, refused) => {
      if (typeof refused === 'string' && refused !== '') return { code: 'not_a_number' };
      const { minimum, maximum } = boundOf(issue);
      // Bounds are told in what is typed, not in what is sent.
      if (minimum !== undefined)
        return { code: 'number_too_small', params: { minimum: Math.ceil((100 * minimum) / scale) / 100 } };
      return maximum === undefined ? undefined : { code: 'number_too_large', params: { maximum: maximum / scale } };
    });
  }, [tellBy, name, scale]);
  return (
    <TextField
      {...field}
      hint={props.hint}
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const plain = text.replaceAll(/\s/g, '').replace(',', '.');
        onChange(plain === '' ? '' : /^\d{1,9}(\.\d{1,4})?$/.test(plain) ? Math.round(Number(plain) * scale) : text);
      }}
    />
  );
};

type Fields = z.input<typeof contract.declareValue.body> & FieldValues;

const ways = ['PLN', 'EUR'] as const;
const worth = ['amount', 'euroCents', 'euroRate', 'euroRateOn', 'minutes', 'hourRate'] as const;
const fields = ['kind', 'happenedOn', 'text', ...worth, 'evidence', 'evidenceUrl', 'initiativeId'] as const;

/** What a gmina had of its membership, by the schema of its route. */
export const DeclareForm = ({ balance }: { readonly balance: BalanceView }) => {
  const { t } = useTranslation('balances');
  const format = useFormat();
  const localized = useLocalized();
  const navigate = useNavigate();
  const { organization, year, initiatives } = balance;
  const declare = useDeed(api.declareValue, () => {
    toast({ message: t('declare.done') });
    void navigate({
      to: '/app/gminy/$organizationId/bilans',
      params: { organizationId: organization.id },
      search: { rok: year },
    });
  });
  const isPresent = format.today.startsWith(String(year));
  const form: ContractForm<Fields> = useContractForm(contract.declareValue.body, {
    defaults: { year, kind: 'GRANT', text: '', evidence: '', ...(isPresent && { happenedOn: format.today }) },
    labels: {
      kind: t('field.kind'),
      happenedOn: t('field.happenedOn'),
      text: t('field.text'),
      amount: t('field.amount'),
      euroCents: t('field.euro'),
      euroRate: t('field.euroRate'),
      euroRateOn: t('field.euroRateOn'),
      minutes: t('field.hours'),
      hourRate: t('field.hourRate'),
      evidence: t('field.evidence'),
      evidenceUrl: t('field.evidenceUrl'),
      initiativeId: t('field.initiative'),
    },
    draft: { name: `balance.${organization.id}.${year}`, fields },
    // Nothing said in euros yet is told where the euros are asked for.
    further: (values) =>
      worthIssues(values).map((issue) =>
        way === 'EUR' && issue.pointer === '/amount' ? { ...issue, pointer: '/euroCents' } : issue,
      ),
    send: (body, outcome) => declare.mutate({ params: { id: organization.id }, body }, outcome),
  });
  const { value: kind } = useField({ of: form, name: 'kind' });
  const [way, setWay] = useState<(typeof ways)[number]>(() =>
    form.form.getValues('euroCents') === undefined ? 'PLN' : 'EUR',
  );
  /** What was said of its worth in another way counts no more. */
  const forget = (): void => worth.forEach((name) => form.form.setValue(name, undefined));
  return (
    <FormBody of={form} action={t('declare.send')} deed={declare}>
      <RadioControl
        of={form}
        name="kind"
        onChosen={(chosen) => {
          if ((chosen === 'EXPERT_HOURS') !== (kind === 'EXPERT_HOURS')) forget();
        }}
        options={valueKind.options.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`kindHint.${value}`) }))}
      />
      <TextControl of={form} name="text" hint={t('field.textHint')} />
      <DateControl of={form} name="happenedOn" hint={t('field.happenedOnHint', { year })} />
      {kind === 'EXPERT_HOURS' ? (
        <>
          <DecimalControl of={form} name="minutes" hint={t('field.hoursHint')} scale={60} />
          <MoneyControl of={form} name="hourRate" hint={t('field.hourRateHint')} />
        </>
      ) : (
        <>
          <RadioGroup
            label={t('field.way')}
            value={way}
            options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
            onChange={(chosen) => {
              forget();
              setWay(chosen);
            }}
          />
          {way === 'PLN' ? (
            <MoneyControl of={form} name="amount" hint={t('field.amountHint')} />
          ) : (
            <>
              <MoneyControl of={form} name="euroCents" hint={t('field.euroHint')} />
              <DecimalControl of={form} name="euroRate" hint={t('field.euroRateHint')} scale={10_000} />
              <DateControl of={form} name="euroRateOn" />
            </>
          )}
        </>
      )}
      <AreaControl of={form} name="evidence" hint={t('field.evidenceHint')} maximum={1000} />
      <TextControl of={form} name="evidenceUrl" type="url" hint={t('field.evidenceUrlHint')} />
      {initiatives.length > 0 && (
        <SelectControl
          of={form}
          name="initiativeId"
          nothing={t('field.noInitiative')}
          options={initiatives.map(({ id, title }) => ({ value: id, label: localized(title) }))}
        />
      )}
    </FormBody>
  );
};
