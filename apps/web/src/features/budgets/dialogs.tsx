import type { BudgetCurrency, BudgetView, ClaimView, MoneyReceipt } from '@blizej/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, DateControl, SelectControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract, budgetLineMaximum, instalmentsAtMost } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { MoneyControl } from '../../lib/money-control.tsx';
import { amountIssue, groszeOf, zlotyOf } from '../../lib/money.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { useAmounts } from './use-amounts.ts';

type Detail = NonNullable<BudgetView['detail']>;

interface DialogProps {
  readonly budget: BudgetView;
  readonly currency: BudgetCurrency;
  readonly onClose: () => void;
}

interface WholeProps extends DialogProps {
  readonly detail: Detail;
}

interface Instalment {
  readonly id?: string;
  readonly organizationId: string;
  readonly dueOn: string;
  readonly amount: string;
  readonly payer: string;
}

const wrongWith = (amount: string) => amountIssue(amount, { minimum: 1, maximum: budgetLineMaximum });

/** Writes the instalments that are expected, all of them at once. */
export const InstalmentsDialog = ({ budget, detail, currency, onClose }: WholeProps) => {
  const { t } = useTranslation(['budgets', 'problems']);
  const language = useLanguage();
  const say = useIssueWords();
  const [written, setWritten] = useState<readonly Instalment[]>(() =>
    detail.instalments.map(({ id, organization, dueOn, amount, payer }) => ({
      id,
      organizationId: organization.id,
      dueOn,
      amount: zlotyOf(amount, language),
      payer,
    })),
  );
  const [tried, setTried] = useState(false);
  const plan = useDeed(api.planInstalments, () => {
    onClose();
    toast({ message: t('instalments.done') });
  });
  const participants = detail.shares.map(({ organization }) => ({ value: organization.id, label: organization.name }));
  const change = (at: number, by: Partial<Instalment>): void =>
    setWritten(written.map((one, place) => (place === at ? { ...one, ...by } : one)));
  const required = (isThere: boolean): string | undefined =>
    tried && !isThere ? t('problems:issues.required') : undefined;
  const wrongAmount = (amount: string): string | undefined => {
    const issue = tried ? wrongWith(amount) : undefined;
    return issue && say(issue);
  };
  const send = (): void => {
    setTried(true);
    if (!written.every(({ dueOn, amount, payer }) => dueOn !== '' && !wrongWith(amount) && payer.trim().length >= 2))
      return;
    const instalments = written.map((one) => ({ ...one, amount: Number(groszeOf(one.amount)), currency }));
    plan.mutate({ params: { id: budget.initiative.id }, body: { instalments, version: budget.version } });
  };
  return (
    <DeedDialog
      title={t('instalments.change')}
      action={t('instalments.send')}
      deed={plan}
      onSend={send}
      onClose={onClose}
    >
      <p className="text-soft">{t('instalments.what')}</p>
      <ol className="flex flex-col gap-4">
        {written.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a new instalment has no name of its own yet
          <li key={at}>
            <fieldset className="flex min-w-0 flex-col gap-3 rounded-control border border-line p-3">
              <legend className="px-1 text-small text-soft">{t('instalments.number', { number: at + 1 })}</legend>
              <Select
                label={t('participant')}
                value={one.organizationId}
                options={participants}
                onChange={(organizationId) => change(at, { organizationId })}
              />
              <DateField
                label={t('instalments.dueOn')}
                value={one.dueOn}
                error={required(one.dueOn !== '')}
                onChange={(dueOn) => change(at, { dueOn })}
              />
              <TextField
                label={t('amountIn', { currency })}
                inputMode="decimal"
                value={one.amount}
                error={wrongAmount(one.amount)}
                onChange={(amount) => change(at, { amount })}
              />
              <TextField
                label={t('instalments.payer')}
                value={one.payer}
                error={required(one.payer.trim().length >= 2)}
                onChange={(payer) => change(at, { payer })}
              />
              <div>
                <Button
                  kind="quiet"
                  label={t('instalments.removeNumber', { number: at + 1 })}
                  onPress={() => setWritten(written.filter((_, place) => place !== at))}
                >
                  {t('remove')}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {written.length < instalmentsAtMost && (
        <div>
          <Button
            onPress={() =>
              setWritten([
                ...written,
                {
                  organizationId: participants[0]?.value ?? '',
                  dueOn: '',
                  amount: '',
                  payer: written.at(-1)?.payer ?? '',
                },
              ])
            }
          >
            <Plus aria-hidden className="size-5" />
            {t('instalments.add')}
          </Button>
        </div>
      )}
    </DeedDialog>
  );
};

interface ClaimDialogProps extends WholeProps {
  /** Absent: a new one. */
  readonly claim?: ClaimView;
}

/** What a claim's form sends: a new one is for somebody, an old one as it was seen. */
const useClaimLabels = () => {
  const { t } = useTranslation('budgets');
  return {
    organizationId: t('participant'),
    periodFrom: t('claims.periodFrom'),
    periodTo: t('claims.periodTo'),
    note: t('claims.note'),
  };
};

const NewClaimDialog = ({ budget, currency, onClose }: WholeProps) => {
  const { t } = useTranslation('budgets');
  const labels = useClaimLabels();
  const { claimFor } = budget.abilities;
  const write = useDeed(api.writeClaim, () => {
    onClose();
    toast({ message: t('claims.written') });
  });
  const form = useContractForm(contract.writeClaim.body, {
    defaults: { organizationId: claimFor[0]?.id ?? '', periodFrom: '', periodTo: '', currency, note: '' },
    labels: { ...labels, amount: t('amountIn', { currency }) },
    draft: { name: `claim.${budget.initiative.id}`, fields: ['periodFrom', 'periodTo', 'amount', 'note'] },
    send: (body, outcome) => write.mutate({ params: { id: budget.initiative.id }, body }, outcome),
  });
  return (
    <DeedDialog title={t('claims.write')} action={t('claims.send')} deed={write} onSend={form.submit} onClose={onClose}>
      {claimFor.length > 1 && (
        <SelectControl
          of={form}
          name="organizationId"
          options={claimFor.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <DateControl of={form} name="periodFrom" />
      <DateControl of={form} name="periodTo" />
      <MoneyControl of={form} name="amount" hint={t('claims.amountHint')} />
      <AreaControl of={form} name="note" hint={t('claims.noteHint')} maximum={2000} />
    </DeedDialog>
  );
};

const ChangeClaimDialog = ({ budget, currency, claim, onClose }: DialogProps & { readonly claim: ClaimView }) => {
  const { t } = useTranslation('budgets');
  const labels = useClaimLabels();
  const { id, organization, number, periodFrom, periodTo, amount, note, version } = claim;
  const change = useDeed(api.changeClaim, () => {
    onClose();
    toast({ message: t('claims.written') });
  });
  const form = useContractForm(contract.changeClaim.body, {
    defaults: { periodFrom, periodTo, amount, currency, note, version },
    labels: { ...labels, amount: t('amountIn', { currency }) },
    send: (body, outcome) => change.mutate({ params: { id: budget.initiative.id, claimId: id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('claims.changeOf', { name: organization.name, number })}
      action={t('claims.send')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      <DateControl of={form} name="periodFrom" />
      <DateControl of={form} name="periodTo" />
      <MoneyControl of={form} name="amount" hint={t('claims.amountHint')} />
      <AreaControl of={form} name="note" hint={t('claims.noteHint')} maximum={2000} />
    </DeedDialog>
  );
};

/** Writes a payment claim, or changes one that is a draft or was returned. */
export const ClaimDialog = ({ claim, ...props }: ClaimDialogProps) =>
  claim ? <ChangeClaimDialog {...props} claim={claim} /> : <NewClaimDialog {...props} />;

/** Accepts a payment claim: whole, or less with the reason. */
export const AcceptDialog = ({ budget, currency, claim, onClose }: DialogProps & { readonly claim: ClaimView }) => {
  const { t } = useTranslation(['budgets', 'common']);
  const money = useAmounts();
  const { id, organization, number, amount, version } = claim;
  const what = { name: organization.name, number };
  const accept = useDeed(api.acceptClaim, () => {
    onClose();
    toast({ message: t('claims.isAccepted', what) });
  });
  const form = useContractForm(contract.acceptClaim.body, {
    defaults: { acceptedAmount: amount, version },
    labels: { acceptedAmount: t('claims.acceptedAmount', { currency }), reason: t('common:reason') },
    send: (body, outcome) => accept.mutate({ params: { id: budget.initiative.id, claimId: id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('claims.acceptOf', what)}
      action={t('claims.accept')}
      deed={accept}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('claims.claimed', { amount: money(amount, currency) })}</p>
      <MoneyControl of={form} name="acceptedAmount" />
      <AreaControl of={form} name="reason" hint={t('claims.cutHint')} maximum={2000} />
    </DeedDialog>
  );
};

/** Records money that has come in. */
export const ReceiptDialog = ({ budget, detail, currency, onClose }: WholeProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const format = useFormat();
  const { receiveFor } = budget.abilities;
  const record = useDeed(api.recordReceipt, () => {
    onClose();
    toast({ message: t('receipts.recorded') });
  });
  const form = useContractForm(contract.recordReceipt.body, {
    defaults: { organizationId: receiveFor[0]?.id ?? '', currency, receivedOn: format.today, note: '' },
    labels: {
      organizationId: t('participant'),
      amount: t('amountIn', { currency }),
      receivedOn: t('receipts.receivedOn'),
      claimId: t('receipts.claim'),
      instalmentId: t('receipts.instalment'),
      note: t('receipts.note'),
    },
    send: (body, outcome) => record.mutate({ params: { id: budget.initiative.id }, body }, outcome),
  });
  const recipient = form.form.watch('organizationId');
  const claims = detail.claims.filter(
    ({ organization, state }) => organization.id === recipient && state === 'ACCEPTED',
  );
  const instalments = detail.instalments.filter(({ organization }) => organization.id === recipient);
  return (
    <DeedDialog
      title={t('receipts.record')}
      action={t('receipts.send')}
      deed={record}
      onSend={form.submit}
      onClose={onClose}
    >
      {receiveFor.length > 1 && (
        <SelectControl
          of={form}
          name="organizationId"
          options={receiveFor.map(({ id, name }) => ({ value: id, label: name }))}
          onChosen={() => {
            form.form.setValue('claimId', undefined);
            form.form.setValue('instalmentId', undefined);
          }}
        />
      )}
      <MoneyControl of={form} name="amount" />
      <DateControl of={form} name="receivedOn" />
      {claims.length > 0 && (
        <SelectControl
          of={form}
          name="claimId"
          nothing={t('receipts.noClaim')}
          options={claims.map(({ id, number, acceptedAmount }) => ({
            value: id,
            label: t('receipts.claimOption', { number, amount: money(acceptedAmount ?? 0, currency) }),
          }))}
        />
      )}
      {instalments.length > 0 && (
        <SelectControl
          of={form}
          name="instalmentId"
          nothing={t('receipts.noInstalment')}
          options={instalments.map(({ id, dueOn, amount }) => ({
            value: id,
            label: `${format.shortDay(dueOn)}, ${money(amount, currency)}`,
          }))}
        />
      )}
      <AreaControl of={form} name="note" maximum={1000} />
    </DeedDialog>
  );
};

/** Says what a receipt ought to have been: what was recorded stays. */
export const CorrectDialog = ({
  budget,
  currency,
  receipt,
  onClose,
}: DialogProps & { readonly receipt: MoneyReceipt }) => {
  const { t } = useTranslation(['budgets', 'common']);
  const { id, organization, standsAt } = receipt;
  const correct = useDeed(api.correctReceipt, () => {
    onClose();
    toast({ message: t('receipts.corrected') });
  });
  const form = useContractForm(contract.correctReceipt.body, {
    defaults: { amount: standsAt, standsAt, reason: '' },
    labels: { amount: t('receipts.rightAmount', { currency }), reason: t('common:reason') },
    send: (body, outcome) => correct.mutate({ params: { id: budget.initiative.id, receiptId: id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('receipts.correctTitle', { name: organization.name })}
      action={t('receipts.correct')}
      deed={correct}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('receipts.correctWhat')}</p>
      <MoneyControl of={form} name="amount" />
      <AreaControl of={form} name="reason" hint={t('receipts.reasonHint')} maximum={2000} />
    </DeedDialog>
  );
};
