import type { NeedView } from '@blizej/contracts';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  RadioControl,
  TextControl,
  useContractForm,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { useFormat } from '../../lib/format.ts';
import { MoneyControl } from '../../lib/money-control.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';

type Fields = z.input<typeof contract.stateNeed.body> & FieldValues;

const Controls = ({ of }: { readonly of: ContractForm<Fields> }) => {
  const { t } = useTranslation('funding');
  const { value, onChange, ...year } = useField({ of, name: 'year' });
  const [typed, setTyped] = useState(() => String(value));
  const border = useField({ of, name: 'border' });
  return (
    <>
      <TextControl of={of} name="title" hint={t('needs.titleHint')} />
      <AreaControl of={of} name="why" hint={t('needs.whyHint')} maximum={2000} />
      <TopicsControl of={of as never} />
      <GoalsControl of={of as never} />
      <TextField
        {...year}
        inputMode="decimal"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          onChange(text.trim() === '' ? '' : Number(text));
        }}
      />
      <MoneyControl of={of} name="cost" hint={t('needs.costHint')} />
      <RadioControl
        of={of}
        name="currency"
        options={[
          { value: 'PLN', label: t('currency.PLN') },
          { value: 'EUR', label: t('currency.EUR') },
        ]}
      />
      <Checkbox isSelected={border.value} onChange={border.onChange}>
        {t('needs.isBorder')}
      </Checkbox>
    </>
  );
};

const useLabels = () => {
  const { t } = useTranslation(['funding', 'life']);
  return {
    title: t('needs.what'),
    why: t('needs.why'),
    topics: t('life:topics'),
    goals: t('life:goals'),
    year: t('needs.year'),
    cost: t('needs.cost'),
    currency: t('field.currency'),
  };
};

interface NeedDialogProps {
  /** The one that is changed; absent for a new one. */
  readonly need?: NeedView;
  readonly onClose: () => void;
}

const StateDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  const state = useDeed(api.stateNeed, () => {
    onClose();
    toast({ message: t('needs.added') });
  });
  const form = useContractForm(contract.stateNeed.body, {
    defaults: { topics: [], goals: [], border: false, currency: 'PLN', year: Number(format.today.slice(0, 4)) + 1 },
    labels: useLabels(),
    draft: { name: 'need', fields: ['title', 'why', 'topics', 'goals', 'border', 'year', 'cost', 'currency'] },
    send: (body, outcome) => state.mutate({ body }, outcome),
  });
  return (
    <DeedDialog title={t('needs.add')} action={t('needs.send')} deed={state} onSend={form.submit} onClose={onClose}>
      <Controls of={form} />
    </DeedDialog>
  );
};

const ChangeDialog = ({ need, onClose }: Required<NeedDialogProps>) => {
  const { t } = useTranslation('funding');
  const { id, title, why, topics, goals, year, border, cost, currency, version } = need;
  const change = useDeed(api.changeNeed, () => {
    onClose();
    toast({ message: t('needs.changed') });
  });
  const form = useContractForm(contract.changeNeed.body, {
    defaults: {
      title,
      why,
      topics,
      goals,
      year,
      border,
      cost: cost ?? undefined,
      currency: currency ?? 'PLN',
      version,
    },
    labels: useLabels(),
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('needs.change')}
      action={t('change.send')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      <Controls of={form as never} />
    </DeedDialog>
  );
};

/** Says what the gmina needs, or says it otherwise. */
export const NeedDialog = ({ need, onClose }: NeedDialogProps) =>
  need ? <ChangeDialog need={need} onClose={onClose} /> : <StateDialog onClose={onClose} />;
