import type { BalanceView, ValueEntryState, ValueEntryView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { usePersonName } from '../../lib/person-name.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link, OutsideLink } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';

const CorrectDialog = lazy(async () => ({ default: (await import('./correct-dialog.tsx')).CorrectDialog }));

const tones: Record<ValueEntryState, Tone> = {
  DECLARED: 'waiting',
  CONFIRMED: 'good',
  REFUSED: 'back',
  WITHDRAWN: 'ended',
};

interface EntryProps {
  readonly organizationId: string;
  readonly entry: ValueEntryView;
  /** The first of those that wait for the viewer's word. */
  readonly isFirst: boolean;
}

/** By what its amount was reckoned. */
const useReckoned = (): ((entry: ValueEntryView) => string | null) => {
  const { t, i18n } = useTranslation('balances');
  const format = useFormat();
  const locale = i18n.language === 'pl' ? 'pl-PL' : 'en-GB';
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', useGrouping: 'always' });
  const rates = new Intl.NumberFormat(locale, { minimumFractionDigits: 4 });
  return ({ euro, work }) => {
    if (euro) {
      return t('entry.euro', {
        amount: euros.format(euro.cents / 100),
        rate: rates.format(euro.rate / 10_000),
        day: format.day(euro.rateOn),
      });
    }
    return work && t('entry.work', { hours: format.number(work.minutes / 60), rate: format.money(work.hourRate) });
  };
};

/** What the viewer may do with an entry. */
const Deeds = ({ organizationId, entry, isFirst }: EntryProps) => {
  const { t } = useTranslation('balances');
  const [open, setOpen] = useState<'correct' | 'refuse' | null>(null);
  const { text, abilities } = entry;
  const params = { id: organizationId, entryId: entry.id };
  const confirm = useDeed(api.confirmValue, () => toast({ message: t('entry.confirmed') }));
  const withdraw = useDeed(api.withdrawValue, () => toast({ message: t('entry.withdrawn') }));
  const refuse = useDeed(api.refuseValue, () => {
    setOpen(null);
    toast({ message: t('entry.refused') });
  });
  return (
    <div className="flex flex-col items-end gap-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        {abilities.confirm && (
          <Button
            kind={isFirst ? 'primary' : 'secondary'}
            label={t('entry.confirmOf', { text })}
            isPending={confirm.isPending}
            onPress={() => confirm.mutate({ params })}
          >
            {t('entry.confirm')}
          </Button>
        )}
        {abilities.refuse && (
          <Button kind="quiet" label={t('entry.refuseOf', { text })} onPress={() => setOpen('refuse')}>
            {t('entry.refuse')}
          </Button>
        )}
        {abilities.withdraw && (
          <Button
            kind="quiet"
            label={t('entry.withdrawOf', { text })}
            isPending={withdraw.isPending}
            onPress={() => withdraw.mutate({ params })}
          >
            {t('entry.withdraw')}
          </Button>
        )}
        {abilities.correct && (
          <Button kind="quiet" label={t('entry.correctOf', { text })} onPress={() => setOpen('correct')}>
            {t('entry.correct')}
          </Button>
        )}
      </div>
      <DeedFailure error={confirm.error ?? withdraw.error} />
      {open === 'refuse' && (
        <ReasonDialog
          title={t('entry.refuseTitle', { text })}
          hint={t('entry.refuseHint')}
          action={t('entry.refuse')}
          deed={refuse}
          onSend={(reason) => refuse.mutate({ params, body: { reason } })}
          onClose={() => setOpen(null)}
        />
      )}
      <Suspense>
        {open === 'correct' && (
          <CorrectDialog organizationId={organizationId} entry={entry} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </div>
  );
};

const Entry = (props: EntryProps) => {
  const { t } = useTranslation('balances');
  const format = useFormat();
  const localized = useLocalized();
  const named = usePersonName();
  const reckoned = useReckoned();
  const { entry } = props;
  const { kind, state, text, amount, happenedOn, evidence, evidenceUrl, initiative, corrects, corrections } = entry;
  const notes = [
    corrects && t('entry.corrects', { text: corrects.text, year: corrects.year }),
    reckoned(entry),
    ...corrections.map((one) => t('entry.corrected', { amount: format.money(one.amount), year: one.year })),
  ].filter((note) => note !== null);
  const { declaredBy, declaredAt, decidedBy, decidedAt, refusal, bySecretariat } = entry;
  return (
    <li className="flex break-inside-avoid flex-wrap items-start justify-between gap-x-8 gap-y-3 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{text}</span>
          <Status tone={tones[state]}>{t(`state.${state}`)}</Status>
        </p>
        <p className="font-semibold tabular-nums">{format.money(amount)}</p>
        <p className="text-small text-soft">
          {t(`kind.${kind}`)} · {format.day(happenedOn)}
        </p>
        {notes.map((note) => (
          <p key={note} className="text-small">
            {note}
          </p>
        ))}
        <p className="max-w-prose text-small whitespace-pre-line">{t('entry.evidence', { evidence })}</p>
        {evidenceUrl !== null && (
          <p className="text-small">
            <OutsideLink href={evidenceUrl} label={t('entry.evidenceLink', { text })}>
              {t('entry.evidenceShort')}
            </OutsideLink>
          </p>
        )}
        {initiative && (
          <p className="text-small">
            <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: initiative.id }}>
              {t('entry.initiative', { initiative: localized(initiative.title) })}
            </Link>
          </p>
        )}
        <p className="text-small text-soft">
          {t(bySecretariat ? 'entry.declaredBySecretariat' : 'entry.declaredBy', {
            name: named(declaredBy.name),
            day: format.day(format.dayOf(declaredAt)),
          })}
          {decidedBy &&
            decidedAt !== null &&
            ` · ${t(state === 'REFUSED' ? 'entry.refusedBy' : 'entry.confirmedBy', {
              name: named(decidedBy.name),
              day: format.day(format.dayOf(decidedAt)),
            })}`}
        </p>
        {refusal !== null && (
          <p className="max-w-prose text-small whitespace-pre-line">{t('entry.because', { refusal })}</p>
        )}
      </div>
      <Deeds {...props} />
    </li>
  );
};

interface EntriesProps {
  readonly balance: BalanceView;
}

/** What was declared: what waits for somebody's word apart from what counts, and from what does not. */
export const Entries = ({ balance: { organization, entries } }: EntriesProps) => {
  const { t } = useTranslation('balances');
  const among = (...states: ValueEntryState[]): ValueEntryView[] =>
    entries.filter(({ state }) => states.includes(state));
  const waiting = among('DECLARED');
  const confirmed = among('CONFIRMED');
  const rest = among('REFUSED', 'WITHDRAWN');
  const first = waiting.find(({ abilities }) => abilities.confirm);
  const list = (of: readonly ValueEntryView[]) => (
    <Rows>
      {of.map((entry) => (
        <Entry key={entry.id} organizationId={organization.id} entry={entry} isFirst={entry === first} />
      ))}
    </Rows>
  );
  return (
    <>
      {waiting.length > 0 && (
        <Section title={t('waiting.title')} aside={t('waiting.rule')}>
          {list(waiting)}
        </Section>
      )}
      <Section title={t('confirmed.title')}>
        {confirmed.length === 0 ? (
          <EmptyState title={t('confirmed.none')}>{t('confirmed.noneNext')}</EmptyState>
        ) : (
          list(confirmed)
        )}
      </Section>
      {rest.length > 0 && <Section title={t('rest.title')}>{list(rest)}</Section>}
    </>
  );
};
