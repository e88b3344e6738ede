import type { ElectionReport, ElectionRow } from '@blizej/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, isProblem, type CallOf } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { useDraft } from '../../lib/draft.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { useSession } from '../../lib/session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { electionQuery } from './appointments.queries.ts';
import { readPasted } from './election-paste.ts';

type Choice = 'UNKNOWN' | 'RE_ELECTED' | 'NEW';
interface Typed {
  readonly choice: Choice;
  readonly name: string;
  readonly email: string;
}
const untouched: Typed = { choice: 'UNKNOWN', name: '', email: '' };

interface Night {
  readonly startsOn: string;
  readonly basis: string;
  readonly rows: Readonly<Record<string, Typed>>;
}

const readNight = (kept: string | null): Night | null => {
  try {
    const { startsOn, basis, rows } = JSON.parse(kept ?? '{}') as Partial<Night>;
    return typeof startsOn === 'string' && typeof basis === 'string' && rows ? { startsOn, basis, rows } : null;
  } catch {
    return null;
  }
};

type Result = ElectionReport['rows'][number]['result'];

const isDone = (result: Result): boolean => ['replaced', 'reappointed', 'invited'].includes(result);

const input =
  'min-h-10 w-full min-w-44 rounded-control border border-control bg-surface px-2 text-ink aria-invalid:border-bad';

interface GminaRowProps {
  readonly row: ElectionRow;
  readonly typed: Typed;
  readonly result: Result | undefined;
  readonly issueAt: (field: 'name' | 'email') => string | undefined;
  readonly onChange: (typed: Typed) => void;
}

const GminaRow = ({ row, typed, result, issueAt, onChange }: GminaRowProps) => {
  const { t } = useTranslation('appointments');
  const { organization, holder, invited } = row;
  const issues = [issueAt('name'), issueAt('email')].filter(Boolean);
  return (
    <tr className="border-b border-line align-top max-md:flex max-md:flex-col max-md:gap-2 max-md:py-4">
      <th scope="row" className="py-2 pe-4 text-start font-semibold">
        {organization.name}
        <span className="block text-small font-normal text-soft">
          {holder ? holder.name : t('election.vacant')}
          {invited !== null && ` · ${t('election.waiting', { name: invited })}`}
        </span>
      </th>
      <td className="py-2 pe-4">
        <select
          aria-label={t('election.resultOf', { gmina: organization.name })}
          value={typed.choice}
          onChange={({ target }) => onChange({ ...typed, choice: target.value as Choice })}
          className={input}
        >
          <option value="UNKNOWN">{t('election.choice.UNKNOWN')}</option>
          {holder && <option value="RE_ELECTED">{t('election.choice.RE_ELECTED')}</option>}
          <option value="NEW">{t('election.choice.NEW')}</option>
        </select>
      </td>
      <td className="py-2 pe-4 max-md:empty:hidden">
        {typed.choice === 'NEW' && (
          <input
            aria-label={t('election.nameOf', { gmina: organization.name })}
            placeholder={t('election.name')}
            aria-invalid={issueAt('name') ? true : undefined}
            value={typed.name}
            onChange={({ target }) => onChange({ ...typed, name: target.value })}
            className={input}
          />
        )}
      </td>
      <td className="py-2 pe-4 max-md:empty:hidden">
        {typed.choice === 'NEW' && (
          <input
            type="email"
            aria-label={t('election.emailOf', { gmina: organization.name })}
            placeholder={t('election.email')}
            aria-invalid={issueAt('email') ? true : undefined}
            value={typed.email}
            onChange={({ target }) => onChange({ ...typed, email: target.value })}
            className={input}
          />
        )}
      </td>
      <td className="py-2 max-md:empty:hidden">
        {result && <Status tone={isDone(result) ? 'good' : 'late'}>{t(`election.result.${result}`)}</Status>}
        {issues.length > 0 && <p className="text-small font-semibold text-bad">{issues.join(' ')}</p>}
      </td>
    </tr>
  );
};

/** Election night: the results of all gminas in one table, tried first, then done in one go. */
export const ElectionPage = () => {
  const { t } = useTranslation('appointments');
  const format = useFormat();
  const say = useIssueWords();
  const { person } = useSession();
  const { data: gminas } = useSuspenseQuery(electionQuery());
  const draft = useDraft(person.id, 'election');
  const [night, setNight] = useState<Night>(
    () => readNight(draft.kept) ?? { startsOn: format.today, basis: '', rows: {} },
  );
  const [only, setOnly] = useState('');
  const [strangers, setStrangers] = useState<readonly string[]>([]);
  const preview = useMutation({
    mutationFn: (sent: CallOf<NonNullable<typeof api.previewElection.route>>) => call(api.previewElection, sent),
  });
  const apply = useDeed(api.applyElection);
  const change = (next: Night): void => {
    setNight(next);
    draft.keep(JSON.stringify(next));
    preview.reset();
  };
  const clear = ({ rows }: ElectionReport): void => {
    const done = rows.filter(({ result }) => isDone(result));
    toast({ message: t('election.done', { count: done.length }) });
    // What could not be done stays, to be decided.
    const gone = new Set(done.map(({ organizationId }) => organizationId));
    const left = Object.fromEntries(Object.entries(night.rows).filter(([id]) => !gone.has(id)));
    change({ ...night, rows: left });
    if (gone.size === rows.length) draft.clear();
  };
  const chosen = useMemo(
    () => gminas.filter(({ organization }) => (night.rows[organization.id] ?? untouched).choice !== 'UNKNOWN'),
    [gminas, night.rows],
  );
  const body = {
    startsOn: night.startsOn,
    basis: night.basis,
    rows: chosen.map(({ organization: { id } }) => {
      const { choice, name, email } = night.rows[id] ?? untouched;
      return choice === 'NEW'
        ? { organizationId: id, outcome: 'NEW' as const, name, email: email.trim() }
        : { organizationId: id, outcome: 'RE_ELECTED' as const };
    }),
  };
  const report = preview.data ?? apply.data;
  const resultOf = new Map(report?.rows.map(({ organizationId, result }) => [organizationId, result]));
  const failure = preview.error ?? apply.error;
  const issues = isProblem(failure, 'invalid') ? failure.issues : [];
  const issueAt = (pointer: string): string | undefined => {
    const issue = issues.find((one) => one.pointer === pointer);
    return issue && say(issue);
  };
  const paste = (event: ClipboardEvent): void => {
    const { rows: pasted, unknown } = readPasted(event.clipboardData?.getData('text/plain') ?? '', gminas);
    if (pasted.length === 0 && unknown.length === 0) return;
    event.preventDefault();
    setStrangers(unknown);
    const holders = new Set(gminas.flatMap(({ organization, holder }) => (holder ? [organization.id] : [])));
    const rows = Object.fromEntries(
      pasted.map(({ id, name, email }): [string, Typed] => [
        id,
        name === ''
          ? { ...untouched, choice: holders.has(id) ? 'RE_ELECTED' : 'UNKNOWN' }
          : { choice: 'NEW', name, email },
      ]),
    );
    change({ ...night, rows: { ...night.rows, ...rows } });
    toast({ message: t('election.pasted', { count: pasted.length }) });
  };
  const pasteNow = useEffectEvent(paste);
  // Wherever one stands on the page.
  useEffect(() => {
    document.addEventListener('paste', pasteNow);
    return () => document.removeEventListener('paste', pasteNow);
  }, []);
  const wanted = only.trim().toLocaleLowerCase('pl');
  const shown = gminas.filter(({ organization }) => organization.name.toLocaleLowerCase('pl').includes(wanted));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={t('election.title')} lead={t('election.lead')} />
      <Section title={t('election.terms')}>
        <div className="flex max-w-3xl flex-col gap-5">
          <DateField
            label={t('election.startsOn')}
            hint={t('election.startsHint')}
            value={night.startsOn}
            onChange={(startsOn) => change({ ...night, startsOn })}
            error={issueAt('/startsOn')}
          />
          <TextField
            label={t('appoint.basis')}
            hint={t('election.basisHint')}
            value={night.basis}
            onChange={(basis) => change({ ...night, basis })}
            error={issueAt('/basis')}
          />
        </div>
      </Section>
      <Section title={t('election.results')}>
        <p className="max-w-prose text-soft">{t('election.paste')}</p>
        {strangers.length > 0 && (
          <Notice kind="care" title={t('election.unknown', { names: strangers.join(', ') })} announced />
        )}
        <div className="max-w-80">
          <TextField label={t('election.filter')} value={only} onChange={setOnly} />
        </div>
        <table className="w-full border-collapse max-md:block">
          <caption className="sr-only">{t('election.results')}</caption>
          <thead className="max-md:sr-only">
            <tr className="border-b border-control text-start text-small text-soft">
              {(['gmina', 'result', 'name', 'email', 'outcome'] as const).map((column) => (
                <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
                  {t(`election.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block">
            {shown.map((row) => {
              const { id } = row.organization;
              const index = chosen.findIndex(({ organization }) => organization.id === id);
              return (
                <GminaRow
                  key={id}
                  row={row}
                  typed={night.rows[id] ?? untouched}
                  result={resultOf.get(id)}
                  issueAt={(field) => (index < 0 ? undefined : issueAt(`/rows/${index}/${field}`))}
                  onChange={(typed) => change({ ...night, rows: { ...night.rows, [id]: typed } })}
                />
              );
            })}
          </tbody>
        </table>
      </Section>
      {issues.length > 0 ? (
        <Notice kind="bad" title={t('election.invalid', { count: issues.length })} announced />
      ) : (
        <DeedFailure error={failure} />
      )}
      <div className="sticky bottom-20 flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-4 shadow-lift md:bottom-4">
        <p role="status" className="flex-1 basis-60">
          {preview.data
            ? t('election.tried', { count: chosen.length })
            : t('election.chosen', { count: chosen.length })}
        </p>
        {chosen.length > 0 && !preview.data && (
          <Button kind="primary" isPending={preview.isPending} onPress={() => preview.mutate({ body })}>
            {t('election.try')}
          </Button>
        )}
        {preview.data && (
          <Button
            kind="primary"
            isPending={apply.isPending}
            onPress={() => apply.mutate({ body }, { onSuccess: clear })}
          >
            {t('election.apply')}
          </Button>
        )}
        <ButtonLink to="/app/zaproszenia" kind="quiet">
          {t('election.invitations')}
        </ButtonLink>
      </div>
    </div>
  );
};
