import { shareOf, type BallotCount, type BallotView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Hemicycle, SeatMark, type Mark } from './hemicycle.tsx';

const parts = [
  { key: 'for', mark: 'FOR' },
  { key: 'against', mark: 'AGAINST' },
  { key: 'abstain', mark: 'ABSTAIN' },
] as const satisfies readonly { readonly key: keyof BallotCount; readonly mark: Mark }[];

/** Who has voted and how, as far as it is shown: in the order of the table, the silent last. */
export const marksOf = ({ turnout }: Pick<BallotView, 'turnout'>, count: BallotCount | null): readonly Mark[] => {
  const { electorate = 0, voted = 0 } = turnout ?? {};
  const many = (mark: Mark, times: number): Mark[] => Array.from({ length: Math.max(0, times) }, () => mark);
  const cast = count ? parts.flatMap(({ key, mark }) => many(mark, count[key])) : many('VOTED', voted);
  return [...cast, ...many('SILENT', electorate - cast.length)];
};

interface ResultProps {
  readonly ballot: BallotView;
  readonly count: BallotCount;
}

/** What a count says, in a sentence. */
export const useFinding = (): ((ballot: BallotView, count: BallotCount) => string) => {
  const { t } = useTranslation('ballots');
  return ({ outcome, turnout }, count) =>
    t(`finding.${outcome ?? 'LIVE'}`, { ...count, silent: (turnout?.electorate ?? 0) - (turnout?.voted ?? 0) });
};

/** How the gminas have voted: the finding in the title, a hemicycle, and the same in a table. */
export const Result = ({ ballot, count }: ResultProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const finding = useFinding()(ballot, count);
  const { electorate, voted } = ballot.turnout ?? { electorate: 0, voted: 0 };
  const silent = electorate - voted;
  const rows = [
    ...parts.map(({ key, mark }) => ({ mark: mark as Mark, name: t(`choice.${mark}`), votes: count[key] })),
    { mark: 'SILENT' as Mark, name: t('result.silent'), votes: silent },
  ];
  return (
    <Section title={finding}>
      <div className="grid items-center gap-6 md:grid-cols-2">
        <Hemicycle finding={finding} marks={marksOf(ballot, count)} />
        <DataTable
          caption={t('result.caption')}
          rows={rows}
          rowKey={({ mark }) => mark}
          columns={[
            {
              name: t('result.choice'),
              cell: ({ name, mark }) => (
                <span className="inline-flex items-center gap-2.5">
                  <svg aria-hidden viewBox="0 0 12 12" className="size-3.5 shrink-0">
                    <SeatMark mark={mark} x={6} y={6} radius={6} />
                  </svg>
                  {name}
                </span>
              ),
            },
            { name: t('result.votes'), numeric: true, cell: ({ votes }) => votes },
            {
              name: t('result.share'),
              numeric: true,
              cell: ({ votes }) => t('result.percent', { percent: format.number(shareOf(votes, electorate)) }),
            },
          ]}
        />
      </div>
    </Section>
  );
};
