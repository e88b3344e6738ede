import type { BallotView, ElectorView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';

/** What was in the sealed votes, by the codes that the voters alone knew. */
const Opened = ({ ballot: { opened } }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation('ballots');
  const rows = opened.map((vote, place) => ({ ...vote, place }));
  return (
    <Section title={t('opened.title')}>
      <p className="max-w-prose text-soft">{t('opened.use')}</p>
      <DataTable
        caption={t('opened.title')}
        rows={rows}
        rowKey={({ place }) => String(place)}
        columns={[
          { name: t('opened.code'), cell: ({ code }) => <code className="wrap-anywhere">{code}</code> },
          { name: t('electors.choice'), cell: ({ choice }) => t(`choice.${choice}`) },
        ]}
      />
    </Section>
  );
};

/** Who may vote and who has; after the close how, with the receipts by which everybody finds their vote. */
export const Electors = ({ ballot }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation(['ballots', 'common']);
  const format = useFormat();
  const { phase } = ballot;
  const isPublished = phase === 'CLOSED';
  // Nobody votes in it any more, whether it is counted or not.
  const isOver = phase !== 'OPEN';
  const title = t(
    isPublished ? 'electors.published' : phase === 'WITHDRAWN' ? 'electors.untilWithdrawn' : 'electors.title',
  );
  const gmina: Column<ElectorView> = {
    name: t('electors.gmina'),
    cell: ({ organization: { id, name } }) => (
      <Link to="/app/gminy/$organizationId" params={{ organizationId: id }} look="plain">
        {name}
      </Link>
    ),
  };
  const voted: Column<ElectorView> = {
    name: t('electors.voted'),
    cell: (elector) => (
      <Status tone={elector.voted ? 'good' : isOver ? 'ended' : 'idle'}>
        {t(elector.voted ? 'electors.yes' : isOver ? 'electors.never' : 'electors.notYet')}
      </Status>
    ),
  };
  const proxy: Column<ElectorView> = {
    name: t('electors.proxy'),
    cell: ({ proxy: named }) =>
      named ? t('electors.proxyBy', { organization: named.organization.name, document: named.document }) : '–',
  };
  const hasProxies = !isOver && ballot.electors.some((elector) => elector.proxy);
  const choice: Column<ElectorView> = {
    name: t('electors.choice'),
    cell: ({ vote }) => (vote?.choice ? t(`choice.${vote.choice}`) : t('electors.never')),
  };
  const published: readonly Column<ElectorView>[] = [
    ballot.secret ? voted : choice,
    {
      name: t('electors.office'),
      cell: ({ vote }) =>
        !vote
          ? '–'
          : vote.proxy
            ? t('electors.byProxy', { organization: vote.proxy.organization })
            : vote.paper
              ? t('electors.onPaper', { reference: vote.paper.reference })
              : t(`common:office.${vote.office}`),
    },
    { name: t('electors.when'), cell: ({ vote }) => (vote ? format.moment(vote.castAt) : '–') },
    {
      name: t('electors.receipt'),
      cell: ({ vote }) =>
        vote ? <code className="text-small wrap-anywhere max-md:max-w-[60%]">{vote.receipt}</code> : '–',
    },
  ];
  return (
    <>
      {ballot.opened.length > 0 && <Opened ballot={ballot} />}
      <Section title={title}>
        <DataTable
          caption={title}
          rows={ballot.electors}
          rowKey={({ organization }) => organization.id}
          columns={isPublished ? [gmina, ...published] : [gmina, voted, ...(hasProxies ? [proxy] : [])]}
        />
        {ballot.head && (
          <p className="text-small wrap-anywhere text-soft">{t('electors.head', { head: ballot.head })}</p>
        )}
        {ballot.closing && (
          <p className="text-small wrap-anywhere text-soft">{t('electors.closing', { closing: ballot.closing })}</p>
        )}
      </Section>
    </>
  );
};
