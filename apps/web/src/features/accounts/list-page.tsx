import type { BulkRunView, ListPreview, RowOutcome } from '@blizej/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem, call } from '../../lib/api.ts';
import { offices } from '../../lib/choices.ts';
import { useDeed } from '../../lib/deed.ts';
import { downloadTable } from '../../lib/download.ts';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { bulkRunQuery } from './invitations.queries.ts';

const route = getRouteApi('/app/zaproszenia/lista');

/** The largest file that a request has room for, in bytes. */
const fileMost = 700_000;

type Row = BulkRunView['report'][number];

const toneOf = (outcome: RowOutcome): Tone =>
  outcome === 'invited' ? 'good' : outcome === 'already_appointed' || outcome === 'invitation_exists' ? 'idle' : 'late';

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCodePoint(byte);
  return btoa(binary);
};

interface OutcomesProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** What an outcome is called: what would happen, or what did. */
  readonly when: 'will' | 'done';
}

/** An office in words; one that was not understood, as it stands in the file; none is that of an official. */
const useOfficeWords = (): ((office: string) => string) => {
  const { t } = useTranslation();
  return (office) => {
    const known = offices.find((one) => one === office);
    return known ? t(`office.${known}`) : office || t('office.OFFICIAL');
  };
};

const Outcomes = ({ caption, rows, when }: OutcomesProps) => {
  const { t } = useTranslation('invitations');
  const officeWords = useOfficeWords();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { name: t('list.line'), cell: ({ line }) => line, numeric: true },
        { name: t('invite.name'), cell: ({ name }) => name },
        { name: t('invite.email'), cell: ({ email }) => <span className="break-all">{email}</span> },
        { name: t('invite.organizationId'), cell: ({ organization }) => organization },
        { name: t('invite.office'), cell: ({ office }) => officeWords(office) },
        {
          name: when === 'will' ? t('list.outcome') : t('list.result'),
          cell: ({ outcome }) => (
            <Status tone={toneOf(outcome)}>
              {outcome === 'invited' ? t(`list.${when}`) : t(`list.outcomes.${outcome}`)}
            </Status>
          ),
        },
      ]}
    />
  );
};

const Run = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('invitations');
  const officeWords = useOfficeWords();
  const run = useQuery(bulkRunQuery(id));
  if (run.isPending) return <RowsSkeleton />;
  if (run.isError) return <Failure error={run.error} onRetry={() => void run.refetch()} />;
  const { fileName, total, done, finishedAt, report } = run.data;
  const invited = report.filter(({ outcome }) => outcome === 'invited').length;
  const save = (): void =>
    downloadTable(t('list.reportFile'), [
      [
        t('list.line'),
        t('invite.name'),
        t('invite.email'),
        t('invite.organizationId'),
        t('invite.office'),
        t('list.result'),
      ],
      ...report.map(({ line, name, email, organization, office, outcome }) => [
        String(line),
        name,
        email,
        organization,
        officeWords(office),
        outcome === 'invited' ? t('list.done') : t(`list.outcomes.${outcome}`),
      ]),
    ]);
  return (
    <Section title={finishedAt ? t('list.finished') : t('list.running')}>
      <p role="status">{finishedAt ? t('list.sum', { count: invited, total }) : t('list.soFar', { done, total })}</p>
      {!finishedAt && <Progress label={fileName ?? t('list.running')} value={done} total={total} />}
      {report.length > 0 && <Outcomes caption={t('list.report')} rows={report} when="done" />}
      {finishedAt && (
        <div className="flex flex-wrap gap-3">
          <Button onPress={save}>{t('list.save')}</Button>
          <ButtonLink to="/app/zaproszenia/lista" kind="quiet">
            {t('list.another')}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
};

interface PreviewProps {
  readonly preview: ListPreview;
  readonly onBegun: (run: BulkRunView) => void;
  readonly onOther: () => void;
}

const Preview = ({ preview: { fileName, rows }, onBegun, onOther }: PreviewProps) => {
  const { t } = useTranslation('invitations');
  const invite = useDeed(api.inviteList, onBegun);
  const ready = rows.flatMap(({ line, name, email, outcome, understood }) =>
    outcome === 'invited' && understood ? [{ line, name, email, ...understood }] : [],
  );
  const left = rows.length - ready.length;
  return (
    <Section title={fileName}>
      {left > 0 && (
        <Notice kind={ready.length > 0 ? 'care' : 'bad'} title={t('list.left', { count: left })}>
          <p>{t('list.leftNext')}</p>
        </Notice>
      )}
      <Outcomes caption={fileName} rows={rows} when="will" />
      <DeedFailure error={invite.error} />
      <div className="flex flex-wrap gap-3">
        {ready.length > 0 && (
          <Button
            kind="primary"
            isPending={invite.isPending}
            onPress={() => invite.mutate({ body: { fileName, rows: ready } })}
          >
            {t('list.send', { count: ready.length })}
          </Button>
        )}
        <Button kind="quiet" onPress={onOther}>
          {t('list.other')}
        </Button>
      </div>
    </Section>
  );
};

/** Asks many people in by a list: what would happen is shown first, row by row. */
export const ListPage = () => {
  const { t } = useTranslation('invitations');
  const navigate = useNavigate({ from: '/app/zaproszenia/lista' });
  const { przebieg } = route.useSearch();
  const input = useRef<HTMLInputElement>(null);
  const preview = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > fileMost) throw new ApiProblem('list-too-long', {});
      return call(api.previewList, { body: { fileName: file.name, content: await base64Of(file) } });
    },
  });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file, corrected, can be chosen again.
    target.value = '';
    if (file) preview.mutate(file);
  };
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/zaproszenia" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      {przebieg ? (
        <Run id={przebieg} />
      ) : (
        <>
          {!preview.data && (
            <div className="flex max-w-prose flex-col items-start gap-4">
              <p>{t('list.columns')}</p>
              <Button
                onPress={() =>
                  downloadTable(t('list.exampleFile'), [
                    [t('list.head.name'), t('list.head.email'), t('list.head.organization'), t('list.head.office')],
                    [t('list.example.name'), 'imie.nazwisko@gmina.example', t('list.example.organization'), ''],
                  ])
                }
              >
                {t('list.template')}
              </Button>
            </div>
          )}
          <input ref={input} type="file" accept=".csv,.xlsx,text/csv" onChange={choose} hidden />
          <DeedFailure error={preview.error} />
          {preview.data ? (
            <Preview
              preview={preview.data}
              onBegun={({ id }) => void navigate({ search: { przebieg: id } })}
              onOther={() => input.current?.click()}
            />
          ) : (
            <div>
              <Button kind="primary" isPending={preview.isPending} onPress={() => input.current?.click()}>
                {t('list.choose')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
};
