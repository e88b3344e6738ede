import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EventList } from '../../lib/events.tsx';
import { LocalizedText, Polish } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { membershipTone, networkTone } from '../../lib/states.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Clock } from './clock.tsx';
import { CourseDeeds } from './course-deeds.tsx';
import { Extensions, Parts, Reviews } from './course.tsx';
import { ActivateButton, ChangeLeadButton, InviteButton, RejectButton } from './govern.tsx';
import { JoinButton } from './join.tsx';
import { JoinSteps } from './join-steps.tsx';
import { Mandate } from './mandate.tsx';
import { LeaveButton, Members } from './members.tsx';
import { membershipsQuery, networkActivityQuery, networkQuery } from './networks.queries.ts';
import { Warnings } from './warnings.tsx';
import { Requests } from './requests.tsx';

interface NetworkPageProps {
  readonly id: string;
  /** What other features show of a network. */
  readonly tasks: ReactNode;
  readonly documents: ReactNode;
  readonly conversation: ReactNode;
  readonly map: ReactNode;
}

export const NetworkPage = ({ id, tasks, documents, conversation, map }: NetworkPageProps) => {
  const { t } = useTranslation(['networks', 'life', 'common']);
  const { data: network } = useSuspenseQuery(networkQuery(id));
  const { data: memberships } = useSuspenseQuery(membershipsQuery(id));
  const activity = useInfiniteQuery(networkActivityQuery(id));
  const { abilities, mine } = network;
  const { keepTemplates } = useSession().abilities;
  const own = memberships.find(({ organization }) => organization.id === mine?.organizationId);
  return (
    <div className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={network.name}
          lead={
            <p className="whitespace-pre-line">
              <LocalizedText of={network.purpose} />
            </p>
          }
          above={
            <Breadcrumbs>
              <Link to="/app/sieci" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={
            <>
              {abilities.activate && <ActivateButton network={network} />}
              {abilities.joinFor.length > 0 && <JoinButton network={network} />}
              {abilities.writeTask && (
                <ButtonLink to="/app/zadania/nowe" search={{ siec: id }} kind="primary">
                  {t('writeTask')}
                </ButtonLink>
              )}
              {abilities.invite && <InviteButton network={network} memberships={memberships} />}
              {abilities.changeLead && <ChangeLeadButton network={network} memberships={memberships} />}
              <CourseDeeds network={network} />
              {keepTemplates && network.state !== 'PROPOSED' && (
                <ButtonLink to="/app/sieci/wzory/nowy" search={{ siec: id }} kind="quiet">
                  {t('asTemplate')}
                </ButtonLink>
              )}
              {abilities.reject && <RejectButton network={network} />}
              {own?.abilities.leave === true && <LeaveButton network={network} membership={own} />}
            </>
          }
        />
        <Warnings network={network} />
        <Facts>
          <Fact name={t('common:state')}>
            <Status tone={networkTone[network.state]}>{t(`common:networkState.${network.state}`)}</Status>
          </Fact>
          {mine && (
            <Fact name={t('ourPlace')}>
              <Status tone={membershipTone[mine.state]}>
                {mine.state === 'ACTIVE' ? t(`mine.${mine.role}`) : t(`common:membershipState.${mine.state}`)}
              </Status>
            </Fact>
          )}
          {network.state !== 'REJECTED' && <Fact name={t('leadGmina')}>{network.lead?.name ?? t('noLead')}</Fact>}
          <Fact name={t('kind')}>{t(`common:networkKind.${network.kind}`)}</Fact>
          <Fact name={t('joining')}>{t(`joinPolicy.${network.joinPolicy}`)}</Fact>
          {network.endsOn && network.state === 'ACTIVE' && (
            <Fact name={t('clock.title')}>
              <Clock network={network} endsOn={network.endsOn} />
            </Fact>
          )}
          {network.parent && (
            <Fact name={t('life:parent')}>
              <Link to="/app/sieci/$networkId" params={{ networkId: network.parent.id }}>
                <LocalizedText of={network.parent.name} />
              </Link>
            </Fact>
          )}
          {network.state === 'PROPOSED' && <Fact name={t('life:proposedBy')}>{network.proposedBy.name}</Fact>}
          {network.goals.length > 0 && (
            <Fact name={t('life:goals')}>{network.goals.map((goal) => t(`life:goal.${goal}`)).join(', ')}</Fact>
          )}
          {network.topics.length > 0 && (
            <Fact name={t('life:topics')}>
              <span className="flex flex-wrap gap-x-3">
                {network.topics.map((topic) => (
                  <Link key={topic} to="/app/sieci" search={{ temat: topic }}>
                    <Polish>{topic}</Polish>
                  </Link>
                ))}
              </span>
            </Fact>
          )}
        </Facts>
      </div>
      {mine && mine.state !== 'ACTIVE' && (
        <Section title={t(mine.state === 'INVITED' ? 'steps.invited' : 'steps.title')}>
          <JoinSteps state={mine.state} policy={network.joinPolicy} />
        </Section>
      )}
      <Requests network={network} memberships={memberships} />
      {network.state !== 'REJECTED' && <Mandate network={network} />}
      {network.benefit && (
        <Section title={t('life:benefit')}>
          <p className="max-w-prose whitespace-pre-line">{network.benefit}</p>
        </Section>
      )}
      <Extensions network={network} />
      <Parts network={network} />
      {tasks}
      {documents}
      {conversation}
      <div className={classes('grid items-start gap-x-12 gap-y-8', map !== false && 'xl:grid-cols-[1fr_22rem]')}>
        <Members network={network} memberships={memberships} />
        {map}
      </div>
      <Reviews network={network} />
      <Section title={t('common:activity')}>
        <Paged query={activity} empty={<EmptyState title={t('noActivity.title')}>{t('noActivity.next')}</EmptyState>}>
          {(events) => <EventList events={events} />}
        </Paged>
      </Section>
    </div>
  );
};
