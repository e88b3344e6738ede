import type { InitiativeView } from '@blizej/contracts';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { EventList } from '../../lib/events.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText, Topics } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { Decisions } from './decisions.tsx';
import { initiativeQuery } from './initiatives.queries.ts';
import { Parts } from './parts.tsx';
import { PublicCard } from './public-card.tsx';
import { Indicators, Milestones, Risks } from './results.tsx';
import { StageSign, StageSteps } from './stage.tsx';
import { initiativeActivityQuery } from './views.queries.ts';

const MoveDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).MoveDialog }));
const LevelDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).LevelDialog }));

const route = getRouteApi('/app/inicjatywy/$initiativeId');

interface InitiativeProps {
  readonly initiative: InitiativeView;
}

/** What the viewer may do with the whole of it. */
const Deeds = ({ initiative }: InitiativeProps) => {
  const { t } = useTranslation('initiatives');
  const [open, setOpen] = useState<'level' | 'move' | null>(null);
  const { id, following, abilities } = initiative;
  const follow = useDeed(api.followInitiative, (view) =>
    toast({ message: t(view.following ? 'follow.begun' : 'follow.ended') }),
  );
  return (
    <>
      {abilities.moveTo.length > 0 && (
        <Button kind="primary" onPress={() => setOpen('move')}>
          {t('move.action')}
        </Button>
      )}
      <Button
        isPending={follow.isPending}
        onPress={() => follow.mutate({ params: { id }, body: { following: !following } })}
      >
        {t(following ? 'follow.end' : 'follow.begin')}
      </Button>
      {abilities.change && (
        <ButtonLink to="/app/inicjatywy/$initiativeId/zmiana" params={{ initiativeId: id }} kind="quiet">
          {t('change.action')}
        </ButtonLink>
      )}
      {abilities.inviteGuests && (
        <ButtonLink to="/app/inicjatywy/$initiativeId/goscie" params={{ initiativeId: id }} kind="quiet">
          {t('guests')}
        </ButtonLink>
      )}
      {abilities.change && (
        <ButtonLink to="/app/partnerzy/karty/nowa" search={{ inicjatywa: id }} kind="quiet">
          {t('writeCard')}
        </ButtonLink>
      )}
      {abilities.changeLevel && (
        <Button kind="quiet" onPress={() => setOpen('level')}>
          {t('levelChange.action')}
        </Button>
      )}
      <DeedFailure error={follow.error} />
      <Suspense>
        {open === 'move' && <MoveDialog initiative={initiative} onClose={() => setOpen(null)} />}
        {open === 'level' && <LevelDialog initiative={initiative} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
};

/** How it came to be where it is. */
const Moves = ({ initiative: { moves } }: InitiativeProps) => {
  const { t } = useTranslation('initiatives');
  if (moves.length === 0) return null;
  return (
    <Section title={t('moves.title')}>
      <Rows>
        {moves.map(({ stage, level, reason, by, organization, movedAt }) => (
          <li key={movedAt} className="flex flex-col gap-1 py-3">
            <p className="font-semibold">
              {stage ? t(`stage.${stage}`) : level && t('moves.level', { level: t(`level.${level}`) })}
            </p>
            <p className="max-w-prose whitespace-pre-line">{reason}</p>
            <p className="text-small text-soft">
              {[by, organization].filter(Boolean).join(', ')} · <Moment at={movedAt} />
            </p>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

interface InitiativePageProps {
  /** From where it has come, which another feature knows. */
  readonly origin: ReactNode;
  /** What those who take part work on; other features know of it. */
  readonly work: ReactNode;
  /** The calls that fit it, which another feature knows. */
  readonly calls: ReactNode;
}

/** One initiative: how far it has come, who takes part, what it has come to. */
export const InitiativePage = ({ origin, work, calls }: InitiativePageProps) => {
  const { t } = useTranslation(['initiatives', 'life']);
  const format = useFormat();
  const { initiativeId } = route.useParams();
  const { data: initiative } = useSuspenseQuery(initiativeQuery(initiativeId));
  const activity = useInfiniteQuery(initiativeActivityQuery(initiativeId));
  const { title, summary, benefit, stage, level, goals, topics, lead, network, proposedBy, startsOn, endsOn } =
    initiative;
  const isUnderWay = ['PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING'].includes(stage);
  const former = initiative.participants.filter((part) => part.former && part.state !== 'WITHDRAWN');
  const formerLead = former.find(({ role }) => role === 'LEAD_PARTNER');
  return (
    <div key={initiativeId} className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={title}
          lead={
            <p className="whitespace-pre-line">
              <LocalizedText of={summary} />
            </p>
          }
          above={
            <Breadcrumbs>
              <Link to="/app/inicjatywy" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={<Deeds initiative={initiative} />}
        />
        {isUnderWay && lead === null && (
          <Notice kind="care" title={t('leadless.title')}>
            <p>{t('leadless.next')}</p>
          </Notice>
        )}
        {formerLead && isUnderWay && (
          <Notice kind="care" title={t('former.lead', { name: formerLead.organization.name })}>
            <p>{t('former.leadNext')}</p>
          </Notice>
        )}
        {former.length > 0 && !(formerLead && isUnderWay) && (
          <Notice kind="calm" title={t('former.title', { count: former.length })}>
            <p>{t('former.next', { names: former.map(({ organization }) => organization.name).join(', ') })}</p>
          </Notice>
        )}
        <StageSteps stage={stage} />
        <Facts>
          <Fact name={t('stageLabel')}>
            <StageSign stage={stage} />
          </Fact>
          <Fact name={t('levelLabel')}>{t(`level.${level}`)}</Fact>
          <Fact name={t('leadPartner')}>{lead?.name ?? t('noLead')}</Fact>
          <Fact name={t('proposedBy')}>{proposedBy.name}</Fact>
          {(startsOn ?? endsOn) && (
            <Fact name={t('term')}>
              {[startsOn && format.day(startsOn), endsOn && format.day(endsOn)].filter(Boolean).join(' – ')}
            </Fact>
          )}
          <Fact name={t('money')}>
            <Link to="/app/inicjatywy/$initiativeId/budzet" params={{ initiativeId }}>
              {t('moneyOpen')}
            </Link>
          </Fact>
          {network && (
            <Fact name={t('ofNetwork')}>
              <Link to="/app/sieci/$networkId" params={{ networkId: network.id }}>
                <LocalizedText of={network.name} />
              </Link>
            </Fact>
          )}
          <Fact name={t('life:goals')}>{goals.map((goal) => t(`life:goal.${goal}`)).join(', ')}</Fact>
          {topics.length > 0 && (
            <Fact name={t('life:topics')}>
              <Topics of={topics} />
            </Fact>
          )}
        </Facts>
        {origin}
      </div>
      <Section title={t('life:benefit')}>
        <p className="max-w-prose whitespace-pre-line">{benefit}</p>
      </Section>
      <Parts initiative={initiative} />
      <Milestones initiative={initiative} />
      <Indicators initiative={initiative} />
      <Risks initiative={initiative} />
      <Decisions initiative={initiative} />
      {work}
      <PublicCard initiative={initiative} />
      {calls}
      <Moves initiative={initiative} />
      <Section title={t('activity')}>
        <Paged query={activity} empty={<p className="text-soft">{t('activityNone')}</p>}>
          {(events) => <EventList events={events} />}
        </Paged>
      </Section>
    </div>
  );
};
