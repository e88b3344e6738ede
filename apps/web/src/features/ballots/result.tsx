import type { BallotCount, BallotView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';

const parts = [
  { key: 'for', choice: 'FOR', fill: 'fill-sea' },
  { key: 'against', choice: 'AGAINST', fill: 'fill-amber-edge' },
  { key: 'abstain', choice: 'ABSTAIN', fill: 'fill-control' },
] as const satisfies readonly { readonly key: keyof BallotCount; readonly choice: string; readonly fill: string }[];

interface ResultProps {
  readonly ballot: BallotView;
  readonly count: BallotCount;
}

/** How the gminas have voted: the finding in the title, a bar, and the same in a table. */
export const Result = ({ ballot, count }: ResultProps) => {
  const { t } = useTranslation('ballots');
  const { outcome, turnout } = ballot;
  const electorate = turnout?.electorate ?? 0;
  const silent = electorate - (turnout?.voted ?? 0);
  const share = (votes: number): number => (electorate === 0 ? 0 : (100 * votes) / electorate);
  const drawn = parts.map((part, index) => ({
    ...part,
    x: share(parts.slice(0, index).reduce((sum, { key }) => sum + count[key], 0)),
    width: share(count[part.key]),
  }));
  return (
    <Section title={t(`finding.${outcome ?? 'LIVE'}`, { ...count, silent })}>
      <svg
        aria-hidden
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        className="h-6 w-full rounded-control bg-sunken forced-colors:border"
      >
        {drawn.map(({ key, x, width, fill }) => (
          <rect key={key} x={x} width={Math.max(0, width - 0.4)} height="8" className={fill} />
        ))}
      </svg>
      <DataTable
        caption={t('result.caption')}
        rows={[
          ...drawn.map(({ key, choice, fill }) => ({ key, name: t(`choice.${choice}`), votes: count[key], fill })),
          { key: 'silent', name: t('result.silent'), votes: silent, fill: 'fill-sunken' },
        ]}
        rowKey={({ key }) => key}
        columns={[
          {
            name: t('result.choice'),
            cell: ({ name, fill }) => (
              <span className="inline-flex items-center gap-2.5">
                <svg aria-hidden viewBox="0 0 12 12" className="size-3 shrink-0">
                  <rect width="12" height="12" rx="2" className={`${fill} stroke-control`} />
                </svg>
                {name}
              </span>
            ),
          },
          { name: t('result.votes'), numeric: true, cell: ({ votes }) => votes },
          {
            name: t('result.share'),
            numeric: true,
            cell: ({ votes }) => t('result.percent', { percent: Math.round(share(votes)) }),
          },
        ]}
      />
    </Section>
  );
};
