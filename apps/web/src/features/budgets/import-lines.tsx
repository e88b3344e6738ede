import type { BudgetCurrency, LinesPreview } from '@blizej/contracts';
import { useMutation } from '@tanstack/react-query';
import { useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem, call } from '../../lib/api.ts';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { useAmounts } from './use-amounts.ts';

/** The largest file that a request has room for, in bytes. */
const fileMost = 700_000;

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCodePoint(byte);
  return btoa(binary);
};

interface ImportLinesProps {
  readonly initiativeId: string;
  readonly currency: BudgetCurrency;
  readonly onUse: (shares: NonNullable<LinesPreview['shares']>) => void;
}

/** Lines from a spreadsheet: what is in it is shown row by row, and taken whole or not at all. */
export const ImportLines = ({ initiativeId, currency, onUse }: ImportLinesProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const input = useRef<HTMLInputElement>(null);
  const params = { id: initiativeId };
  const template = useDownload(api.exportBudget);
  const preview = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > fileMost) throw new ApiProblem('list-too-long', {});
      return call(api.previewBudgetLines, {
        params,
        body: { fileName: file.name, content: await base64Of(file), currency },
      });
    },
  });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file, corrected, can be chosen again.
    target.value = '';
    if (file) preview.mutate(file);
  };
  const { data } = preview;
  const wrong = data?.rows.filter(({ outcome }) => outcome !== 'good') ?? [];
  return (
    <Section title={t('import.title')}>
      <p className="max-w-prose text-soft">{t('import.what')}</p>
      <input ref={input} type="file" accept=".csv,.xlsx,text/csv" onChange={choose} hidden />
      <div className="flex flex-wrap gap-3">
        <Button isPending={preview.isPending} onPress={() => input.current?.click()}>
          {t('import.choose')}
        </Button>
        <Button
          kind="quiet"
          isPending={template.isPending}
          onPress={() => template.mutate({ params, query: { format: 'xlsx' } })}
        >
          {t('import.template')}
        </Button>
      </div>
      <DeedFailure error={preview.error ?? template.error} />
      {data && (
        <>
          {data.shares === null ? (
            <Notice kind="bad" title={t('import.wrong', { count: wrong.length })} announced>
              <p>{t('import.wrongNext')}</p>
            </Notice>
          ) : (
            <Notice kind="good" title={t('import.good', { count: data.rows.length })} announced>
              <p>{t('import.sums', { total: money(data.total, currency), grant: money(data.grant, currency) })}</p>
            </Notice>
          )}
          <DataTable
            caption={data.fileName}
            rows={data.shares === null ? wrong : data.rows}
            rowKey={({ line }) => String(line)}
            columns={[
              { name: t('import.line'), cell: ({ line }) => line, numeric: true },
              { name: t('participant'), cell: ({ participant }) => participant },
              { name: t('category'), cell: ({ category }) => category },
              { name: t('grant'), numeric: true, cell: ({ grant }) => grant },
              { name: t('own'), numeric: true, cell: ({ own }) => own },
              {
                name: t('import.outcome'),
                cell: ({ outcome }) => (
                  <Status tone={outcome === 'good' ? 'good' : 'late'}>{t(`import.outcomes.${outcome}`)}</Status>
                ),
              },
            ]}
          />
          {data.shares !== null && (
            <div>
              <Button
                onPress={() => {
                  onUse(data.shares ?? []);
                  preview.reset();
                }}
              >
                {t('import.use')}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
};
