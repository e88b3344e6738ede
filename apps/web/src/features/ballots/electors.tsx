import type { BallotView, ElectorView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';

/** Who may vote and who has; after the close how, with the receipts by which everybody finds their vote. */
export const Electors = ({ ballot }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation(['ballots', 'common']);
  const format = useFormat();
  const isPublished = ballot.phase === 'CLOSED';
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
      <Status tone={elector.voted ? 'good' : isPublished ? 'ended' : 'idle'}>
        {t(elector.voted ? 'electors.yes' : isPublished ? 'electors.never' : 'electors.notYet')}
      </Status>
    ),
  };
  const published: readonly Column<ElectorView>[] = [
    {
      name: t('electors.choice'),
      cell: ({ vote }) => (vote ? t(`choice.${vote.choice}`) : t('electors.never')),
    },
    { name: t('electors.office'), cell: ({ vote }) => vote && t(`common:office.${vote.office}`) },
    { name: t('electors.when'), cell: ({ vote }) => vote && format.moment(vote.castAt) },
    {
      name: t('electors.receipt'),
      cell: ({ vote }) => vote && <code className="text-small break-all max-md:max-w-[60%]">{vote.receipt}</code>,
    },
  ];
  return (
    <Section title={t(isPublished ? 'electors.published' : 'electors.title')}>
      <DataTable
        caption={t(isPublished ? 'electors.published' : 'electors.title')}
        rows={ballot.electors}
        rowKey={({ organization }) => organization.id}
        columns={isPublished ? [gmina, ...published] : [gmina, voted]}
      />
      {ballot.head && <p className="text-small break-all text-soft">{t('electors.head', { head: ballot.head })}</p>}
    </Section>
  );
};
