import type { MeetingView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { Agenda } from './agenda.tsx';
import { MeetingStatus } from './meeting-status.tsx';
import { meetingQuery } from './meetings.queries.ts';
import { OwnPresence, Presence } from './presence.tsx';
import { roman } from './roman.ts';

const route = getRouteApi('/app/zebrania/$meetingId');

/** What the secretariat does with the whole of it. */
const Deeds = ({ meeting }: { readonly meeting: MeetingView }) => {
  const { t } = useTranslation('meetings');
  const [isCancelling, setCancelling] = useState(false);
  const { id, version, abilities, state } = meeting;
  const sent = { params: { id }, body: { version } };
  const convene = useDeed(api.conveneMeeting, () => toast({ message: t('convene.done') }));
  const open = useDeed(api.openMeeting, () => toast({ message: t('open.done') }));
  const close = useDeed(api.closeMeeting, () => toast({ message: t('close.done') }));
  const cancel = useDeed(api.cancelMeeting, () => {
    setCancelling(false);
    toast({ message: t('cancel.done') });
  });
  return (
    <>
      {abilities.convene && (
        <Button kind="primary" isPending={convene.isPending} onPress={() => convene.mutate(sent)}>
          {t('convene.action')}
        </Button>
      )}
      {abilities.open && (
        <Button kind="primary" isPending={open.isPending} onPress={() => open.mutate(sent)}>
          {t('open.action')}
        </Button>
      )}
      {state === 'OPEN' && (
        <ButtonLink to="/app/zebrania/$meetingId/rzutnik" params={{ meetingId: id }}>
          {t('projector.open')}
        </ButtonLink>
      )}
      {abilities.close && (
        <Button isPending={close.isPending} onPress={() => close.mutate(sent)}>
          {t('close.action')}
        </Button>
      )}
      {abilities.change && (
        <ButtonLink to="/app/zebrania/$meetingId/zmiana" params={{ meetingId: id }} kind="quiet">
          {t('change.title')}
        </ButtonLink>
      )}
      {abilities.cancel && (
        <Button kind="quiet" onPress={() => setCancelling(true)}>
          {t('cancel.action')}
        </Button>
      )}
      <DeedFailure error={convene.error ?? open.error ?? close.error} />
      {isCancelling && (
        <ReasonDialog
          title={t('cancel.title')}
          hint={t('cancel.hint')}
          action={t('cancel.action')}
          deed={cancel}
          onSend={(reason) => cancel.mutate({ params: { id }, body: { reason, version } })}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
};

/** One General Assembly: who is there, what is on the agenda, what is decided. */
export const MeetingPage = () => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const localized = useLocalized();
  const format = useFormat();
  const { meetingId } = route.useParams();
  const { data: meeting } = useSuspenseQuery(meetingQuery(meetingId));
  const { title, number, place, startsAt, state, presenceQuorum, cancellation, openedAt, closedAt } = meeting;
  return (
    <div key={meetingId} className="flex flex-col gap-10">
      <div className="flex flex-col gap-5">
        <PageHeader
          title={localized(title)}
          above={
            <Breadcrumbs>
              <Link to="/app/zebrania" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={<Deeds meeting={meeting} />}
        />
        <div>
          <MeetingStatus state={state} />
        </div>
        {state === 'DRAFT' && <Notice kind="calm" title={t('standing.draft')} />}
        {cancellation !== null && (
          <Notice kind="care" title={t('standing.cancelled')}>
            <p className="whitespace-pre-line">{cancellation}</p>
          </Notice>
        )}
        <Facts>
          <Fact name={t('form.number')}>{roman(number)}</Fact>
          <Fact name={t('form.startsAt')}>{format.moment(startsAt)}</Fact>
          <Fact name={t('form.place')}>{place}</Fact>
          <Fact name={t('form.presenceQuorum')}>{t(`ballots:quorum.${presenceQuorum}`)}</Fact>
          {openedAt && <Fact name={t('openedAt')}>{format.moment(openedAt)}</Fact>}
          {closedAt && <Fact name={t('closedAt')}>{format.moment(closedAt)}</Fact>}
        </Facts>
      </div>
      <OwnPresence meeting={meeting} />
      <Agenda meeting={meeting} />
      <Presence meeting={meeting} />
    </div>
  );
};
