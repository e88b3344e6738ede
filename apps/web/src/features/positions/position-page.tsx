import type { Language, PositionView } from '@blizej/contracts';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDownload } from '../../lib/download.ts';
import { EventList } from '../../lib/events.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { Moment } from '../../ui/time.tsx';
import { Addressees, Dissents, Effect, Signatures } from './aftermath.tsx';
import { ballotOnQuery, positionActivityQuery, positionQuery } from './positions.queries.ts';
import { StateSign, StateSteps } from './state.tsx';
import { PositionText } from './text.tsx';
import { OurStand, Unity } from './unity.tsx';

const dialogs = {
  consult: lazy(async () => ({ default: (await import('./dialogs.tsx')).ConsultDialog })),
  putToVote: lazy(async () => ({ default: (await import('./dialogs.tsx')).VoteDialog })),
  beginSilence: lazy(async () => ({ default: (await import('./dialogs.tsx')).SilenceDialog })),
  change: lazy(async () => ({ default: (await import('./dialogs.tsx')).TermsDialog })),
  entrust: lazy(async () => ({ default: (await import('./dialogs.tsx')).RapporteurDialog })),
  withdraw: lazy(async () => ({ default: (await import('./dialogs.tsx')).WithdrawDialog })),
};

const route = getRouteApi('/app/stanowiska/$positionId');

interface PositionProps {
  readonly position: PositionView;
}

/** What the viewer may do with the whole of it; the step that leads on is the one that matters. */
const Deeds = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null);
  const { id, state, abilities } = position;
  const Dialog = asked && dialogs[asked];
  const first = abilities.putToVote ? 'putToVote' : abilities.consult && state === 'DRAFT' ? 'consult' : null;
  const words = {
    consult: t(state === 'DRAFT' ? 'consult.open' : 'consult.extend'),
    putToVote: t('vote.open'),
    beginSilence: t('silence.open'),
    change: t('terms.open'),
    entrust: t('rapporteur.open'),
    withdraw: t('withdraw.open'),
  };
  return (
    <>
      {first && (
        <Button kind="primary" onPress={() => setAsked(first)}>
          {words[first]}
        </Button>
      )}
      {abilities.write && (
        <ButtonLink to="/app/stanowiska/$positionId/tekst" params={{ positionId: id }}>
          {t('text.write')}
        </ButtonLink>
      )}
      {(['consult', 'beginSilence', 'change', 'entrust', 'withdraw'] as const)
        .filter((deed) => deed !== first && abilities[deed])
        .map((deed) => (
          <Button key={deed} kind="quiet" onPress={() => setAsked(deed)}>
            {words[deed]}
          </Button>
        ))}
      <Suspense>{Dialog && <Dialog position={position} onClose={() => setAsked(null)} />}</Suspense>
    </>
  );
};

/** Nobody keeps it: whoever can name somebody is told where. */
const Orphaned = ({ position: { rapporteur, state } }: PositionProps) => {
  const { t } = useTranslation('positions');
  if (rapporteur || state === 'REJECTED' || state === 'WITHDRAWN') return null;
  return (
    <Notice kind="care" title={t('rapporteur.none')}>
      <p>{t('rapporteur.noneNext')}</p>
    </Notice>
  );
};

/** What one has to know before anything else. */
const Standing = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const format = useFormat();
  const { state, consultationUntil, silenceUntil, ballotId, withdrawal, abilities, openAmendments } = position;
  if (state === 'WITHDRAWN')
    return (
      <Notice kind="care" title={t('standing.withdrawn')}>
        <p className="whitespace-pre-line">{withdrawal}</p>
      </Notice>
    );
  if (state === 'REJECTED') return <Notice kind="care" title={t('standing.rejected')} />;
  if (state === 'DRAFT')
    return (
      <Notice kind="calm" title={t('standing.draft')}>
        <p>{t('standing.draftNext')}</p>
      </Notice>
    );
  if (state === 'VOTING' && ballotId === null && silenceUntil)
    return (
      <Notice kind="calm" title={t('standing.silence', { moment: format.moment(silenceUntil) })}>
        <p>{t('standing.silenceNext')}</p>
      </Notice>
    );
  if (state === 'CONSULTATION' && consultationUntil) {
    const isOver = new Date(consultationUntil) <= new Date();
    return (
      <Notice
        kind="calm"
        title={t(isOver ? 'standing.consulted' : 'standing.consultation', { moment: format.moment(consultationUntil) })}
      >
        <p>
          {abilities.consult && openAmendments > 0
            ? t('standing.amendments', { count: openAmendments })
            : t(isOver ? 'standing.consultedNext' : 'standing.consultationNext')}
        </p>
      </Notice>
    );
  }
  return null;
};

/** The ballot on it, as it stands now. */
const BallotFigure = ({ ballotId }: { readonly ballotId: string }) => {
  const { t } = useTranslation(['positions', 'ballots']);
  const { data: ballot } = useQuery(ballotOnQuery(ballotId));
  const format = useFormat();
  if (!ballot) return null;
  const { phase, outcome, turnout, quorumNeeded, count, closesAt } = ballot;
  const needed = quorumNeeded ?? 0;
  return (
    <Section title={t('ballot.title')} aside={outcome ? t(`ballots:outcome.${outcome}`) : t(`ballots:phase.${phase}`)}>
      {turnout && (
        <Progress
          value={turnout.voted}
          total={turnout.electorate}
          label={t('ballots:turnout', { voted: turnout.voted, electorate: turnout.electorate })}
        />
      )}
      <p className="text-soft">
        {[
          turnout && turnout.voted < needed
            ? t('ballots:quorumOf.missing', { count: needed - turnout.voted })
            : needed > 0 && t('ballots:quorumOf.reached', { needed }),
          count && t('ballot.count', { ...count }),
          phase === 'OPEN' && t('ballots:when.closes', { moment: format.moment(closesAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div>
        <ButtonLink to="/app/glosowania/$ballotId" params={{ ballotId }}>
          {t('ballot.open')}
        </ButtonLink>
      </div>
    </Section>
  );
};

/** The versions of the text, each with who saved it and whose amendment it took in. */
const Versions = ({ position: { id, versions } }: PositionProps) => {
  const { t } = useTranslation('positions');
  return (
    <Section title={t('versions.title')}>
      <Rows>
        {versions.map(({ number, savedAt, by, organization, amendmentOf }) => (
          <li key={number} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <p>
              <span className="font-semibold">{t('versions.number', { number })}</span>{' '}
              <span className="text-small text-soft">
                {amendmentOf
                  ? t('versions.amendmentOf', { name: amendmentOf.name })
                  : [by, organization.name].filter(Boolean).join(', ')}{' '}
                · <Moment at={savedAt} />
              </span>
            </p>
            {number > 1 && (
              <Link
                to="/app/stanowiska/$positionId/porownanie"
                params={{ positionId: id }}
                search={{ od: number - 1, do: number }}
              >
                {t('versions.compare', { from: number - 1, to: number })}
              </Link>
            )}
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const languages: readonly Language[] = ['pl', 'en'];

/** What is taken along on paper, in either language. */
const Papers = ({ position: { id, amendments } }: PositionProps) => {
  const { t } = useTranslation('positions');
  const position = useDownload(api.printPosition);
  const record = useDownload(api.printAmendments);
  const inLanguage = (language: Language) => ({ params: { id }, query: { language } });
  return (
    <Section title={t('papers.title')}>
      <div className="flex flex-wrap gap-3 print:hidden">
        {languages.map((code) => (
          <Button key={code} isPending={position.isPending} onPress={() => position.mutate(inLanguage(code))}>
            {t(`papers.position.${code}`)}
          </Button>
        ))}
        {amendments.length > 0 &&
          languages.map((code) => (
            <Button
              key={code}
              kind="quiet"
              isPending={record.isPending}
              onPress={() => record.mutate(inLanguage(code))}
            >
              {t(`papers.amendments.${code}`)}
            </Button>
          ))}
      </div>
      <DeedFailure error={position.error ?? record.error} />
    </Section>
  );
};

interface PositionPageProps {
  /** The General Assembly that has it on its agenda. */
  readonly meeting: ReactNode;
  /** Its signed copies, once it is adopted. */
  readonly signed: ReactNode;
}

/** One position: its text with amendments beside the paragraphs, the line of its life, who stands behind it. */
export const PositionPage = ({ meeting, signed }: PositionPageProps) => {
  const { t } = useTranslation('positions');
  const format = useFormat();
  const { positionId } = route.useParams();
  const { data: position } = useSuspenseQuery(positionQuery(positionId));
  const activity = useInfiniteQuery(positionActivityQuery(positionId));
  const {
    title,
    state,
    nature,
    occasion,
    aim,
    wantedBy,
    network,
    proposedBy,
    rapporteur,
    decision,
    isPublic,
    ballotId,
  } = position;
  const isDecided = decision !== null;
  return (
    <div key={positionId} className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={title}
          lead={
            <>
              <span className="text-small text-soft">{t('field.aim')}</span>
              <p className="whitespace-pre-line">
                <LocalizedText of={aim} />
              </p>
            </>
          }
          above={
            <Breadcrumbs>
              <Link to="/app/stanowiska" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={<Deeds position={position} />}
        />
        <Standing position={position} />
        <Orphaned position={position} />
        <StateSteps state={state} />
        {meeting}
        <Facts>
          <Fact name={t('stateLabel')}>
            <StateSign state={state} />
          </Fact>
          {decision && (
            <Fact name={t('field.number')}>
              {t('number', { number: decision.number, year: decision.year })}, {t(`adoptedBy.${decision.by}`)},{' '}
              {format.shortDay(decision.on)}
            </Fact>
          )}
          <Fact name={t('field.nature')}>{t(`nature.${nature}`)}</Fact>
          {wantedBy && <Fact name={t('field.wantedBy')}>{format.day(wantedBy)}</Fact>}
          {network && (
            <Fact name={t('field.network')}>
              <Link to="/app/sieci/$networkId" params={{ networkId: network.id }}>
                <LocalizedText of={network.name} />
              </Link>
            </Fact>
          )}
          <Fact name={t('field.proposedBy')}>{proposedBy.name}</Fact>
          <Fact name={t('field.rapporteur')}>{rapporteur?.name ?? t('nobody')}</Fact>
          <Fact name={t('field.register')}>
            {isPublic && isDecided ? (
              <Link to="/stanowiska/$positionId" params={{ positionId }}>
                {t('publicPage')}
              </Link>
            ) : (
              t(isPublic ? 'public' : 'notPublic')
            )}
          </Fact>
        </Facts>
      </div>
      <OurStand position={position} />
      {ballotId && <BallotFigure ballotId={ballotId} />}
      <Section title={t('field.occasion')}>
        <p className="max-w-prose whitespace-pre-line">
          <LocalizedText of={occasion} />
        </p>
      </Section>
      <PositionText position={position} />
      {isDecided && <Dissents position={position} />}
      {isDecided && <Signatures position={position} />}
      {isDecided && signed}
      <Addressees position={position} />
      {isDecided && <Effect position={position} />}
      {state !== 'DRAFT' && <Unity position={position} />}
      <Versions position={position} />
      <Papers position={position} />
      <Section title={t('activity')}>
        <Paged query={activity} empty={<p className="text-soft">{t('activityNone')}</p>}>
          {(events) => <EventList events={events} />}
        </Paged>
      </Section>
    </div>
  );
};
