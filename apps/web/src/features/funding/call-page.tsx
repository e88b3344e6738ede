import type { CallView } from '@blizej/contracts';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { EventList } from '../../lib/events.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText, Topics } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link, OutsideLink } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { CallStateSign, useAmount, useAreaName, useGrantWords } from './call-words.tsx';
import { callActivityQuery, callQuery } from './funding.queries.ts';
import { MatchesSection } from './matches-section.tsx';
import { PlanSection } from './plan-section.tsx';

const DeadlineDialog = lazy(async () => ({ default: (await import('./deadline-dialog.tsx')).DeadlineDialog }));

const route = getRouteApi('/app/nabory/$callId');

interface CallProps {
  readonly call: CallView;
}

/** What the viewer may do with it. */
const Deeds = ({ call }: CallProps) => {
  const { t } = useTranslation('funding');
  const [open, setOpen] = useState<'cancel' | 'deadline' | null>(null);
  const { id, following, version, abilities } = call;
  const follow = useDeed(api.followCall, (view) =>
    toast({ message: t(view.following ? 'follow.begun' : 'follow.ended') }),
  );
  const cancel = useDeed(api.cancelCall, () => {
    setOpen(null);
    toast({ message: t('cancel.done') });
  });
  return (
    <>
      <Button
        kind={following ? 'secondary' : 'primary'}
        isPending={follow.isPending}
        onPress={() => follow.mutate({ params: { id }, body: { following: !following } })}
      >
        {t(following ? 'follow.end' : 'follow.begin')}
      </Button>
      {abilities.moveDeadline && <Button onPress={() => setOpen('deadline')}>{t('deadline.action')}</Button>}
      {abilities.change && (
        <ButtonLink to="/app/nabory/$callId/zmiana" params={{ callId: id }} kind="quiet">
          {t('change.action')}
        </ButtonLink>
      )}
      {abilities.cancel && (
        <Button kind="quiet" onPress={() => setOpen('cancel')}>
          {t('cancel.action')}
        </Button>
      )}
      <DeedFailure error={follow.error} />
      <Suspense>
        {open === 'deadline' && <DeadlineDialog call={call} onClose={() => setOpen(null)} />}
        {open === 'cancel' && (
          <ReasonDialog
            title={t('cancel.title')}
            hint={t('cancel.hint')}
            action={t('cancel.send')}
            deed={cancel}
            onSend={(reason) => cancel.mutate({ params: { id }, body: { reason, version } })}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </>
  );
};

/** How its deadline was moved: the old days stay in view. */
const Moves = ({ call: { moves } }: CallProps) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  if (moves.length === 0) return null;
  return (
    <Section title={t('moves.title')}>
      <Rows>
        {moves.map(({ formerClosesAt, closesAt, formerFirstStageAt, firstStageAt, reason, movedAt }) => (
          <li key={movedAt} className="flex flex-col gap-1 py-3">
            <p>
              <s>{format.moment(formerClosesAt)}</s> {t('moves.to')}{' '}
              <span className="font-semibold">{format.moment(closesAt)}</span>
            </p>
            {formerFirstStageAt !== firstStageAt && (
              <p className="text-small">
                {t('firstStage')}: <s>{formerFirstStageAt ? format.moment(formerFirstStageAt) : t('noFirstStage')}</s>{' '}
                {t('moves.to')} {firstStageAt ? format.moment(firstStageAt) : t('noFirstStage')}
              </p>
            )}
            <p className="max-w-prose whitespace-pre-line text-soft">{reason}</p>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

/** The initiatives that apply in it. */
const ChosenBy = ({ call: { chosenBy, currency } }: CallProps) => {
  const { t } = useTranslation('funding');
  const amount = useAmount();
  if (chosenBy.length === 0) return null;
  return (
    <Section title={t('chosenBy')}>
      <Rows>
        {chosenBy.map(({ id, title, grant }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6 py-3">
            <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: id }}>
              <LocalizedText of={title} />
            </Link>
            {grant !== null && (
              <span className="text-soft tabular-nums">{t('asksFor', { amount: amount(grant, currency) })}</span>
            )}
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const CallFacts = ({ call }: CallProps) => {
  const { t } = useTranslation(['funding', 'life']);
  const format = useFormat();
  const grantWords = useGrantWords();
  const areaName = useAreaName();
  const { programme, state, opensOn, firstStageAt, closesAt, next, applicants, territory, territoryNote } = call;
  const partners = [
    call.partnersMin !== null && t('partnersMin', { count: call.partnersMin }),
    call.countriesMin !== null && t('countriesMin', { count: call.countriesMin }),
  ].filter(Boolean);
  return (
    <Facts>
      <Fact name={t('stateLabel')}>
        <CallStateSign state={state} />
      </Fact>
      <Fact name={t('programme')}>
        <LocalizedText of={programme.name} />
      </Fact>
      <Fact name={t('opensOn')}>{format.day(opensOn)}</Fact>
      {firstStageAt && <Fact name={t('firstStage')}>{format.moment(firstStageAt)}</Fact>}
      <Fact name={t('closesAt')}>
        {format.moment(closesAt)}
        {next?.stage === 'FINAL' && <span className="font-normal"> ({t('daysLeft', { count: next.daysLeft })})</span>}
      </Fact>
      {grantWords(call) !== '' && <Fact name={t('grantLabel')}>{grantWords(call)}</Fact>}
      <Fact name={t('applicants')}>{applicants.map((kind) => t(`applicant.${kind}`)).join(', ')}</Fact>
      <Fact name={t('territory')}>
        {territory.length === 0 ? t('everywhere') : territory.map(areaName).join(', ')}
        {territoryNote && <span className="block max-w-prose font-normal text-soft">{territoryNote}</span>}
      </Fact>
      {partners.length > 0 && <Fact name={t('partners')}>{partners.join(', ')}</Fact>}
      <Fact name={t('life:goals')}>{call.goals.map((goal) => t(`life:goal.${goal}`)).join(', ')}</Fact>
      {call.topics.length > 0 && (
        <Fact name={t('life:topics')}>
          <Topics of={call.topics} />
        </Fact>
      )}
      <Fact name={t('followersLabel')}>{format.number(call.followers)}</Fact>
    </Facts>
  );
};

/** One call: what is granted, by when the councils have to decide, and whom it fits. */
export const CallPage = () => {
  const { t } = useTranslation('funding');
  const { callId } = route.useParams();
  const { inicjatywa } = route.useSearch();
  const { data: call } = useSuspenseQuery(callQuery(callId));
  const activity = useInfiniteQuery(callActivityQuery(callId));
  return (
    <div key={callId} className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={call.title}
          {...(call.about && {
            lead: (
              <p className="whitespace-pre-line">
                <LocalizedText of={call.about} />
              </p>
            ),
          })}
          above={
            <Breadcrumbs>
              <Link to="/app/nabory" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={<Deeds call={call} />}
        />
        {call.cancellation !== null && (
          <Notice kind="care" title={t('cancelled')}>
            <p className="whitespace-pre-line">{call.cancellation}</p>
          </Notice>
        )}
        <CallFacts call={call} />
        {call.link && (
          <p>
            <OutsideLink href={call.link} newTab>
              {t('outside')}
            </OutsideLink>
          </p>
        )}
      </div>
      {call.next && <PlanSection call={call} initiative={inicjatywa} />}
      <ChosenBy call={call} />
      <Moves call={call} />
      {call.next && <MatchesSection call={call} />}
      <Section title={t('activity')}>
        <Paged query={activity} empty={<p className="text-soft">{t('activityNone')}</p>}>
          {(events) => <EventList events={events} />}
        </Paged>
      </Section>
    </div>
  );
};
