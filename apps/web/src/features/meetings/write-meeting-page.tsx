import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { DescribeMeeting, planFields, useItemNames, usePlanLabels } from './describe-meeting.tsx';
import { meetingQuery } from './meetings.queries.ts';

/** The secretariat plans a General Assembly; it stays its own until it is convened. */
export const PlanMeetingPage = () => {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const plan = useDeed(api.planMeeting, ({ id }) => {
    toast({ message: t('plan.done') });
    void navigate({ to: '/app/zebrania/$meetingId', params: { meetingId: id } });
  });
  const form = useContractForm(contract.planMeeting.body, {
    defaults: { presenceQuorum: 'HALF', agenda: [{ titlePl: '', titleEn: '' }] },
    labels: usePlanLabels(),
    items: useItemNames(),
    draft: { name: 'meeting', fields: planFields },
    send: (body, outcome) => plan.mutate({ body }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('plan.title')}
        lead={t('plan.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/zebrania" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <DescribeMeeting of={form} action={t('plan.action')} deed={plan} />
    </div>
  );
};

const route = getRouteApi('/app/zebrania/$meetingId/zmiana');

/** Changes a General Assembly that has not been opened. */
export const ChangeMeetingPage = () => {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const { meetingId } = route.useParams();
  const { data: meeting } = useSuspenseQuery(meetingQuery(meetingId));
  const change = useDeed(api.changeMeeting, () => {
    toast({ message: t('change.done') });
    void navigate({ to: '/app/zebrania/$meetingId', params: { meetingId } });
  });
  // The version that was on the screen when the form was opened.
  const [version] = useState(meeting.version);
  const { number, title, place, startsAt, presenceQuorum, agenda } = meeting;
  const form = useContractForm(contract.planMeeting.body, {
    defaults: {
      number,
      titlePl: title.pl,
      titleEn: title.en ?? '',
      place,
      startsAt,
      presenceQuorum,
      agenda: agenda.map(({ id, title: words, position }) => ({
        id,
        titlePl: words.pl,
        titleEn: words.en ?? '',
        ...(position && { positionId: position.id }),
      })),
    },
    labels: usePlanLabels(),
    items: useItemNames(),
    send: (body, outcome) => change.mutate({ params: { id: meetingId }, body: { ...body, version } }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('change.title')}
        {...(meeting.state === 'CONVENED' && { lead: t('change.told') })}
        above={
          <Breadcrumbs>
            <Link to="/app/zebrania" look="soft">
              {t('title')}
            </Link>
            <Link to="/app/zebrania/$meetingId" params={{ meetingId }} look="soft">
              <LocalizedText of={title} />
            </Link>
          </Breadcrumbs>
        }
      />
      <DescribeMeeting
        of={form}
        action={t('change.action')}
        deed={change}
        standing={agenda.flatMap(({ position }) => position ?? [])}
      />
    </div>
  );
};
