import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { ballotQuery } from './ballots.queries.ts';
import { Hemicycle } from './hemicycle.tsx';
import { useQuorumWords } from './quorum.tsx';
import { marksOf, useFinding } from './result.tsx';

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
  const name = localized(title);
  useDocumentTitle(name);
  const navigate = useNavigate();
  const wall = useRef<HTMLDialogElement>(null);
  // In front of all else: the frame of the portal is out of sight and out of reach. Escape leads back.
  useLayoutEffect(() => {
    const dialog = wall.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const voted = turnout ? t('turnout', { voted: turnout.voted, electorate: turnout.electorate }) : t(`phase.${phase}`);
  const said = count ? finding(ballot, count) : voted;
  return (
    <dialog
      ref={wall}
      aria-labelledby="wall-title"
      className="m-0 h-dvh max-h-none w-dvw max-w-none overflow-y-auto border-0 bg-ground p-6 text-ink sm:p-12"
      onCancel={(event) => {
        event.preventDefault();
        void navigate({ to: '/app/glosowania/$ballotId', params: { ballotId } });
      }}
    >
      <div className="flex min-h-full flex-col justify-between gap-6">
        <header className="flex flex-col gap-4">
          <h1
            id="wall-title"
            tabIndex={-1}
            className="outline-none text-[clamp(1.75rem,4vw,4rem)] leading-tight font-bold"
          >
            {name}
          </h1>
          <p className="max-w-[60ch] text-[clamp(1.125rem,2vw,2rem)] text-soft">{localized(question)}</p>
        </header>
        {turnout && <Hemicycle finding={said} marks={marksOf(ballot, count)} big />}
        <div role="status" className="flex flex-wrap items-baseline justify-between gap-x-12 gap-y-3">
          <p className="text-[clamp(1.5rem,3.5vw,3.5rem)] leading-tight font-bold">{withdrawal ?? said}</p>
          <p className="text-[clamp(1.125rem,2vw,2rem)]">
            {[count ? voted : undefined, quorum].filter((words) => words !== undefined).join(' · ')}
          </p>
          {phase === 'OPEN' && (
            <p className="text-[clamp(1.125rem,2vw,2rem)] text-soft">
              {t('when.closes', { moment: format.moment(closesAt) })}
            </p>
          )}
        </div>
      </div>
    </dialog>
  );
};
