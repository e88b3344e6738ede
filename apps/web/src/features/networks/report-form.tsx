import type { ClosingReportView } from '@blizej/contracts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { AreaControl, FormBody, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';

interface ReportFormProps {
  readonly report: ClosingReportView;
  readonly onChanged: (isChanged: boolean) => void;
}

const valuesOf = ({ problem, done, remaining, results, version }: ClosingReportView) => ({
  problem,
  done,
  remaining,
  version,
  results: results.map(({ organization, result }) => ({ organizationId: organization.id, result })),
});

/** What a report says, as one text: to compare two of them. */
const useText = () => {
  const { t } = useTranslation('life');
  return (values: ReturnType<typeof valuesOf>, { results }: ClosingReportView): string =>
    [
      ...(['problem', 'done', 'remaining'] as const).map(
        (part) => `${t(`report.${part}`)}\n${values[part] || t('report.conflict.empty')}`,
      ),
      ...values.results.map(
        ({ result }, index) => `${results[index]?.organization.name ?? ''}\n${result || t('report.conflict.empty')}`,
      ),
    ].join('\n\n');
};

/** The people of the lead and the secretariat write the report; what is typed stays on this device until it is saved. */
export const ReportForm = ({ report, onChanged }: ReportFormProps) => {
  const { t } = useTranslation(['life', 'problems']);
  const format = useFormat();
  const textOf = useText();
  const { network, results } = report;
  const write = useDeed(api.writeClosingReport, () => toast({ message: t('report.saved') }));
  const form = useContractForm(contract.writeClosingReport.body, {
    defaults: valuesOf(report),
    labels: {
      problem: t('report.problem'),
      done: t('report.done'),
      remaining: t('report.remaining'),
      ...Object.fromEntries(
        results.map(({ organization }, index) => [
          `results.${index}.result`,
          t('report.result', { name: organization.name }),
        ]),
      ),
    },
    // With the version on which it was written: whoever comes back to it is told what changed meanwhile.
    draft: { name: `report.${network.id}`, fields: ['problem', 'done', 'remaining', 'results', 'version'] },
    send: (body, outcome) =>
      write.mutate(
        { params: { id: network.id }, body },
        {
          onError: outcome.onError,
          onSuccess: (saved) => {
            fields.reset(valuesOf(saved));
            outcome.onSuccess();
          },
        },
      ),
  });
  const fields = form.form;
  const { isDirty } = fields.formState;
  useEffect(() => onChanged(isDirty), [isDirty, onChanged]);
  const theirs = isProblem(write.error, 'version-conflict') ? (write.error.current as ClosingReportView) : null;
  if (theirs) {
    const mine = fields.getValues() as ReturnType<typeof valuesOf>;
    return (
      <div className="flex flex-col gap-4">
        <Notice kind="care" title={t('problems:version-conflict.title')} announced>
          <p>{t('problems:version-conflict.detail')}</p>
        </Notice>
        <div className="grid gap-6 md:grid-cols-2">
          <section aria-label={t('report.conflict.mine')} className="flex flex-col items-start gap-3">
            <h2 className="text-h3">{t('report.conflict.mine')}</h2>
            <p className="w-full flex-1 rounded-control border-2 border-sea bg-surface p-3 whitespace-pre-wrap">
              {textOf(mine, report)}
            </p>
            <Button
              kind="primary"
              onPress={() => {
                fields.setValue('version', theirs.version);
                write.reset();
              }}
            >
              {t('report.conflict.keepMine')}
            </Button>
          </section>
          <section aria-label={t('report.conflict.theirs')} className="flex flex-col items-start gap-3">
            <h2 className="text-h3">{t('report.conflict.theirs')}</h2>
            <p className="w-full flex-1 rounded-control border border-control bg-sunken p-3 whitespace-pre-wrap">
              {textOf(valuesOf(theirs), theirs)}
            </p>
            <Button
              onPress={() => {
                fields.reset(valuesOf(theirs));
                write.reset();
              }}
            >
              {t('report.conflict.takeTheirs')}
            </Button>
          </section>
        </div>
      </div>
    );
  }
  return (
    <FormBody of={form} action={t('report.save')} deed={write}>
      <AreaControl of={form} name="problem" maximum={10_000} />
      <AreaControl of={form} name="done" hint={t('report.doneHint')} maximum={10_000} />
      <AreaControl of={form} name="remaining" maximum={10_000} rows={4} />
      <Section title={t('report.results')}>
        {results.length === 0 && <p className="text-soft">{t('report.noResults')}</p>}
        {results.map(({ organization, asked, answered }, index) => (
          <AreaControl
            key={organization.id}
            of={form}
            name={`results.${index}.result`}
            hint={t('report.counts', { answered: format.number(answered), asked: format.number(asked) })}
            maximum={2000}
            rows={2}
          />
        ))}
      </Section>
    </FormBody>
  );
};
