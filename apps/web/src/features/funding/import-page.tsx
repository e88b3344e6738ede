import { callColumns, type CallColumn, type CallImportReport, type CallRowOutcome } from '@blizej/contracts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem, call } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { downloadTable } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useIssueWords } from '../../lib/problem-words.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';

/** The largest file that a request has room for, in bytes. */
const fileMost = 700_000;

const tones: Record<CallRowOutcome, Tone> = { NEW: 'good', CHANGED: 'active', UNCHANGED: 'idle', WRONG: 'late' };

interface Chosen {
  readonly fileName: string;
  readonly content: string;
}

const readFile = async (file: File): Promise<Chosen> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCodePoint(byte);
  return { fileName: file.name, content: btoa(binary) };
};

type Wrong = CallImportReport['rows'][number]['wrong'];

/** What is wrong with a row: in which column, why, what stands there, and what may stand there. */
const useWrongWords = (): ((wrong: Wrong) => string[]) => {
  const { t, i18n } = useTranslation(['funding', 'life']);
  const say = useIssueWords();
  const meaning: Partial<Record<CallColumn, string>> = { applicants: 'funding:applicant', goals: 'life:goal' };
  const taken = ({ column, takes }: Wrong[number]): string =>
    takes
      .map((word) => {
        const key = `${meaning[column]}.${word}`;
        return i18n.exists(key) ? `${word} (${t(key as 'life:goal.SEA')})` : word;
      })
      .join(', ');
  return (wrong) =>
    wrong.map((one) =>
      [
        `${t(`column.${one.column}`)}: ${say(one)}`,
        one.value && t('import.stands', { value: one.value }),
        one.takes.length > 0 && t('import.takes', { words: taken(one) }),
      ]
        .filter(Boolean)
        .join(' '),
    );
};

const Report = ({ report }: { readonly report: CallImportReport }) => {
  const { t } = useTranslation('funding');
  const wrongWords = useWrongWords();
  return (
    <DataTable
      caption={report.fileName}
      rows={report.rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { name: t('import.line'), cell: ({ line }) => line, numeric: true },
        { name: t('column.externalId'), cell: ({ externalId }) => externalId || '–' },
        { name: t('column.titlePl'), cell: ({ title }) => title || '–' },
        {
          name: t('import.outcome'),
          cell: ({ outcome, wrong }) => (
            <span className="flex flex-col gap-1">
              <span>
                <Status tone={tones[outcome]}>{t(`import.outcomes.${outcome}`)}</Status>
              </span>
              {wrongWords(wrong).map((words) => (
                <span key={words} className="text-small">
                  {words}
                </span>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
};

interface PreviewProps {
  readonly file: Chosen;
  readonly report: CallImportReport;
  readonly onKept: (report: CallImportReport) => void;
  readonly onOther: () => void;
}

const Preview = ({ file, report, onKept, onOther }: PreviewProps) => {
  const { t } = useTranslation('funding');
  const keep = useDeed(api.importCalls, onKept);
  const count = (...outcomes: CallRowOutcome[]): number =>
    report.rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const wrong = count('WRONG');
  const right = count('NEW', 'CHANGED');
  return (
    <Section title={report.fileName}>
      <p role="status">
        {t('import.sum', { created: count('NEW'), changed: count('CHANGED'), same: count('UNCHANGED'), wrong })}
      </p>
      {wrong > 0 && (
        <Notice kind={right > 0 ? 'care' : 'bad'} title={t('import.wrong', { count: wrong })}>
          <p>{t('import.wrongNext')}</p>
        </Notice>
      )}
      <Report report={report} />
      <DeedFailure error={keep.error} />
      <div className="flex flex-wrap gap-3">
        {right > 0 && (
          <Button
            kind="primary"
            isPending={keep.isPending}
            onPress={() => keep.mutate({ body: { ...file, rows: wrong > 0 ? 'GOOD' : 'ALL' } })}
          >
            {wrong > 0 ? t('import.keepGood', { count: right }) : t('import.keep', { count: right })}
          </Button>
        )}
        <Button kind="quiet" onPress={onOther}>
          {t('import.other')}
        </Button>
      </div>
    </Section>
  );
};

/** Takes calls from a file: what would happen is shown first, row by row. */
export const ImportPage = () => {
  const { t } = useTranslation('funding');
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<CallImportReport | null>(null);
  const preview = useMutation({
    mutationFn: async (chosen: File) => {
      if (chosen.size > fileMost) throw new ApiProblem('list-too-long', {});
      const file = await readFile(chosen);
      return { file, report: await call(api.previewCalls, { body: file }) };
    },
  });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file, corrected, can be chosen again.
    target.value = '';
    setDone(null);
    if (file) preview.mutate(file);
  };
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('import.title')}
        lead={t('import.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/nabory" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <input ref={input} type="file" accept=".csv,.xlsx,.json,text/csv,application/json" onChange={choose} hidden />
      <DeedFailure error={preview.error} />
      {done ? (
        <Section title={t('import.done')}>
          <Report report={done} />
          <div className="flex flex-wrap gap-3">
            <ButtonLink to="/app/nabory" kind="primary">
              {t('import.toCalls')}
            </ButtonLink>
            <Button kind="quiet" onPress={() => input.current?.click()}>
              {t('import.other')}
            </Button>
          </div>
        </Section>
      ) : preview.data ? (
        <Preview {...preview.data} onKept={setDone} onOther={() => input.current?.click()} />
      ) : (
        <div className="flex max-w-prose flex-col items-start gap-4">
          <p>{t('import.columns')}</p>
          <p className="text-soft">{t('import.again')}</p>
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" isPending={preview.isPending} onPress={() => input.current?.click()}>
              {t('import.choose')}
            </Button>
            <Button onPress={() => downloadTable(t('import.exampleFile'), [[...callColumns]])}>
              {t('import.template')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
};
