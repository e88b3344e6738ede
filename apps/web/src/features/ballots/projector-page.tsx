import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Wall } from '../../ui/wall.tsx';
import { ballotQuery } from './ballots.queries.ts';
import { Hemicycle } from './hemicycle.tsx';
import { useQuorumWords } from './quorum.tsx';
import { marksOf, useFinding } from './result.tsx';
import { Asked } from '../../lib/asked.tsx';

const route = getRouteApi('/app/glosowania/$ballotId/rzutnik');

/** For the wall of a hall: the question, the quorum as it grows, and the result as soon as there is one; no way to anywhere else. */
export const ProjectorPage = () => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const localized = useLocalized();
  const { ballotId } = route.useParams();
  const { data: ballot } = useSuspenseQuery(ballotQuery(ballotId));
  const { title, question, phase, count, turnout, closesAt, withdrawal } = ballot;
  const quorum = useQuorumWords()(ballot);
  const finding = useFinding();
  useDocumentTitle(localized(title));
  const navigate = useNavigate();
  const voted = turnout ? t('turnout', { voted: turnout.voted, electorate: turnout.electorate }) : t(`phase.${phase}`);
  const said = count ? finding(ballot, count) : voted;
  return (
    <Wall title={title} onLeave={() => void navigate({ to: '/app/glosowania/$ballotId', params: { ballotId } })}>
      <p className="max-w-[60ch] text-[clamp(1.125rem,2vw,2rem)] text-soft">
        <Asked of={question} />
      </p>
      {turnout && <Hemicycle finding={said} marks={marksOf(ballot, count)} big />}
      <div role="status" className="flex flex-wrap items-baseline justify-between gap-x-12 gap-y-3">
        <p className="text-[clamp(1.5rem,3.5vw,3.5rem)] leading-tight font-bold">
          {withdrawal === null ? said : t('standing.withdrawn')}
        </p>
        <p className="text-[clamp(1.125rem,2vw,2rem)]">
          {[count ? voted : undefined, withdrawal ?? quorum].filter((words) => words !== undefined).join(' · ')}
        </p>
        {phase === 'OPEN' && (
          <p className="text-[clamp(1.125rem,2vw,2rem)] text-soft">
            {t('when.closes', { moment: format.moment(closesAt) })}
          </p>
        )}
      </div>
    </Wall>
  );
};
