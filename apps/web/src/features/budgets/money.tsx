import type { BudgetCurrency, BudgetView, ClaimState, ClaimView, MoneyReceipt } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.ts';
import { useAmounts } from './use-amounts.ts';

const InstalmentsDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).InstalmentsDialog }));
const ClaimDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).ClaimDialog }));
const AcceptDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).AcceptDialog }));
const ReceiptDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).ReceiptDialog }));
const CorrectDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).CorrectDialog }));

type Detail = NonNullable<BudgetView['detail']>;

interface MoneyProps {
  readonly budget: BudgetView;
  readonly detail: Detail;
  readonly currency: BudgetCurrency;
}

/** What is expected, when and from whom. */
export const Instalments = ({ budget, detail, currency }: MoneyProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (detail.instalments.length === 0 && !budget.abilities.planInstalments) return null;
  return (
    <Section title={t('instalments.title')}>
      {detail.instalments.length === 0 ? (
        <EmptyState title={t('instalments.none')}>{t('instalments.noneNext')}</EmptyState>
      ) : (
        <DataTable
          caption={t('instalments.title')}
          rows={detail.instalments}
          rowKey={({ id }) => id}
          columns={[
            { name: t('instalments.dueOn'), cell: ({ dueOn }) => format.shortDay(dueOn) },
            { name: t('participant'), cell: ({ organization }) => organization.name },
            { name: t('instalments.payer'), cell: ({ payer }) => payer },
            { name: t('amount'), numeric: true, cell: ({ amount }) => money(amount, currency) },
            {
              name: t('received.received'),
              numeric: true,
              cell: ({ received, late }) =>
                late ? (
                  <Status tone="late">{t('instalments.late', { received: money(received, currency) })}</Status>
                ) : (
                  money(received, currency)
                ),
            },
          ]}
        />
      )}
      {budget.abilities.planInstalments && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('instalments.change')}</Button>
        </div>
      )}
      <Suspense>
        {isOpen && (
          <InstalmentsDialog budget={budget} detail={detail} currency={currency} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </Section>
  );
};

const claimTones: Record<ClaimState, Tone> = {
  DRAFT: 'idle',
  SUBMITTED: 'waiting',
  ACCEPTED: 'good',
  RETURNED: 'back',
};

interface ClaimProps extends MoneyProps {
  readonly claim: ClaimView;
}

const ClaimRow = ({ budget, detail, currency, claim }: ClaimProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const format = useFormat();
  const [open, setOpen] = useState<'accept' | 'change' | 'return' | null>(null);
  const { id, organization, number, state, amount, acceptedAmount, reason, received, version, abilities } = claim;
  const params = { id: budget.initiative.id, claimId: id };
  const what = { name: organization.name, number };
  const submit = useDeed(api.submitClaim, () => toast({ message: t('claims.submitted', what) }));
  const back = useDeed(api.returnClaim, () => {
    setOpen(null);
    toast({ message: t('claims.returned', what) });
  });
  const close = (): void => setOpen(null);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {t('claims.name', what)}
          <Status tone={claimTones[state]}>{t(`claims.state.${state}`)}</Status>
        </p>
        <p className="tabular-nums">
          {[
            t('claims.claimed', { amount: money(amount, currency) }),
            acceptedAmount !== null && t('claims.accepted', { amount: money(acceptedAmount, currency) }),
            acceptedAmount !== null && t('claims.received', { amount: money(received, currency) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="text-small text-soft">
          {t('claims.period', { from: format.day(claim.periodFrom), to: format.day(claim.periodTo) })}
        </p>
        <p className="max-w-prose whitespace-pre-line">{claim.note}</p>
        {reason && <p className="max-w-prose whitespace-pre-line">{t('claims.because', { reason })}</p>}
        <p className="text-small text-soft">
          {[
            claim.submittedAt &&
              t('claims.submittedBy', { by: claim.submittedBy, at: format.relativeMoment(claim.submittedAt) }),
            claim.decidedAt &&
              t('claims.decidedBy', { by: claim.decidedBy, at: format.relativeMoment(claim.decidedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <DeedFailure error={submit.error} />
      </div>
      <div className="flex flex-wrap gap-2">
        {abilities.submit && (
          <Button
            label={t('claims.submitOf', what)}
            isPending={submit.isPending}
            onPress={() => submit.mutate({ params, body: { version } })}
          >
            {t('claims.submit')}
          </Button>
        )}
        {abilities.change && (
          <Button kind="quiet" label={t('claims.changeOf', what)} onPress={() => setOpen('change')}>
            {t('claims.change')}
          </Button>
        )}
        {abilities.decide && (
          <>
            <Button label={t('claims.acceptOf', what)} onPress={() => setOpen('accept')}>
              {t('claims.accept')}
            </Button>
            <Button kind="quiet" label={t('claims.returnOf', what)} onPress={() => setOpen('return')}>
              {t('claims.return')}
            </Button>
          </>
        )}
      </div>
      <Suspense>
        {open === 'change' && (
          <ClaimDialog budget={budget} detail={detail} currency={currency} claim={claim} onClose={close} />
        )}
        {open === 'accept' && <AcceptDialog budget={budget} currency={currency} claim={claim} onClose={close} />}
      </Suspense>
      {open === 'return' && (
        <ReasonDialog
          title={t('claims.returnTitle', what)}
          hint={t('claims.returnHint')}
          action={t('claims.return')}
          deed={back}
          onSend={(why) => back.mutate({ params, body: { reason: why, version } })}
          onClose={close}
        />
      )}
    </li>
  );
};

/** The payment claims, the newest first. */
export const Claims = ({ budget, detail, currency }: MoneyProps) => {
  const { t } = useTranslation('budgets');
  const [isOpen, setOpen] = useState(false);
  const { claimFor } = budget.abilities;
  if (detail.claims.length === 0 && claimFor.length === 0) {
    if (!budget.awaitsMoney) return null;
    return (
      <Section title={t('claims.title')}>
        <p className="max-w-prose text-soft">{t('claims.before')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('claims.title')}>
      {detail.claims.length === 0 ? (
        <EmptyState title={t('claims.none')}>{t('claims.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {detail.claims.map((claim) => (
            <ClaimRow key={claim.id} budget={budget} detail={detail} currency={currency} claim={claim} />
          ))}
        </Rows>
      )}
      {claimFor.length > 0 && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('claims.write')}</Button>
        </div>
      )}
      <Suspense>
        {isOpen && <ClaimDialog budget={budget} detail={detail} currency={currency} onClose={() => setOpen(false)} />}
      </Suspense>
    </Section>
  );
};

/** What has come in, the newest first; a correction stands as a row of its own. */
export const Receipts = ({ budget, detail, currency }: MoneyProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [corrected, setCorrected] = useState<MoneyReceipt | null>(null);
  const { receiveFor } = budget.abilities;
  if (detail.receipts.length === 0 && receiveFor.length === 0) return null;
  const forWhat = ({ claimNumber, instalmentDueOn, correctsId }: MoneyReceipt): string =>
    [
      correctsId !== null && t('receipts.correction'),
      claimNumber !== null && t('receipts.forClaim', { number: claimNumber }),
      instalmentDueOn !== null && t('receipts.forInstalment', { day: format.shortDay(instalmentDueOn) }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Section title={t('receipts.title')}>
      {detail.receipts.length === 0 ? (
        <EmptyState title={t('receipts.none')}>{t('receipts.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {detail.receipts.map((receipt) => {
            const { id, organization, amount, receivedOn, note, by, recordedAt, abilities } = receipt;
            const what = { name: organization.name, amount: money(amount, currency) };
            return (
              <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
                <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
                  <p className="font-semibold tabular-nums">{t('receipts.name', what)}</p>
                  <p className="text-small text-soft">
                    {[format.day(receivedOn), forWhat(receipt)].filter(Boolean).join(' · ')}
                  </p>
                  {note && <p className="max-w-prose whitespace-pre-line">{note}</p>}
                  <p className="text-small text-soft">
                    {[by, format.relativeMoment(recordedAt)].filter(Boolean).join(' · ')}
                  </p>
                </div>
                {abilities.correct && (
                  <Button kind="quiet" label={t('receipts.correctOf', what)} onPress={() => setCorrected(receipt)}>
                    {t('receipts.correct')}
                  </Button>
                )}
              </li>
            );
          })}
        </Rows>
      )}
      {receiveFor.length > 0 && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('receipts.record')}</Button>
        </div>
      )}
      <Suspense>
        {isOpen && <ReceiptDialog budget={budget} detail={detail} currency={currency} onClose={() => setOpen(false)} />}
        {corrected && (
          <CorrectDialog budget={budget} currency={currency} receipt={corrected} onClose={() => setCorrected(null)} />
        )}
      </Suspense>
    </Section>
  );
};
