import type { Language, MeetingView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ConfirmDeed } from '../../lib/confirm-deed.tsx';
import { useDeed } from '../../lib/deed.ts';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLanguage } from '../../lib/i18n.ts';
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

interface DialogProps {
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

const ConveneDialog = ({ meeting: { id, version, startsAt, place }, onClose }: DialogProps) => {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  return (
    <ConfirmDeed
      title={t('convene.title')}
      action={t('convene.action')}
      route={api.conveneMeeting}
      sent={{ params: { id }, body: { version } }}
      done={t('convene.done')}
      onClose={onClose}
    >
      <p>{t('convene.what', { moment: format.moment(startsAt), place })}</p>
      <p>{t('convene.then')}</p>
    </ConfirmDeed>
  );
};

const OpenDialog = ({ meeting: { id, version, startsAt }, onClose }: DialogProps) => {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const isEarly = new Date() < new Date(startsAt);
  return (
    <ConfirmDeed
      title={t('open.title')}
      action={t('open.action')}
      route={api.openMeeting}
      sent={{ params: { id }, body: { version } }}
      done={t('open.done')}
      onClose={onClose}
    >
      {isEarly && <Notice kind="care" title={t('open.early', { moment: format.moment(startsAt) })} />}
      <p>{t('open.what')}</p>
      <p>{t('open.then')}</p>
    </ConfirmDeed>
  );
};

const CloseDialog = ({ meeting: { id, version, agenda }, onClose }: DialogProps) => {
  const { t } = useTranslation('meetings');
  const count = agenda.filter(({ ballot }) => !ballot).length;
  return (
    <ConfirmDeed
      title={t('close.title')}
      action={t('close.action')}
      route={api.closeMeeting}
      sent={{ params: { id }, body: { version } }}
      done={t('close.done')}
      onClose={onClose}
    >
      <p>{t('close.what')}</p>
      {count > 0 && <p>{t('close.unvoted', { count })}</p>}
    </ConfirmDeed>
  );
};

const CancelDialog = ({ meeting: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation('meetings');
  const cancel = useDeed(api.cancelMeeting, () => {
    onClose();
    toast({ message: t('cancel.done') });
  });
  return (
    <ReasonDialog
      title={t('cancel.title')}
      hint={t('cancel.hint')}
      action={t('cancel.action')}
      deed={cancel}
      onSend={(reason) => cancel.mutate({ params: { id }, body: { reason, version } })}
      onClose={onClose}
    />
  );
};

const dialogs = { convene: ConveneDialog, open: OpenDialog, close: CloseDialog, cancel: CancelDialog };

/** What the secretariat does with the whole of it; what follows is said before it is done. */
const Deeds = ({ meeting }: { readonly meeting: MeetingView }) => {
  const { t } = useTranslation('meetings');
  const [asked, setAsked] = useState<keyof typeof dialogs>();
  const Dialog = asked && dialogs[asked];
  const { id, abilities, state } = meeting;
  return (
    <>
      {abilities.convene && (
        <Button kind="primary" onPress={() => setAsked('convene')}>
          {t('convene.action')}
        </Button>
      )}
      {abilities.open && (
        <Button kind="primary" onPress={() => setAsked('open')}>
          {t('open.action')}
        </Button>
      )}
      {state === 'OPEN' && (
        <ButtonLink to="/app/zebrania/$meetingId/rzutnik" params={{ meetingId: id }}>
          {t('projector.open')}
        </ButtonLink>
      )}
      {abilities.close && <Button onPress={() => setAsked('close')}>{t('close.action')}</Button>}
      {abilities.change && (
        <ButtonLink to="/app/zebrania/$meetingId/zmiana" params={{ meetingId: id }} kind="quiet">
          {t('change.title')}
        </ButtonLink>
      )}
      {abilities.cancel && (
        <Button kind="quiet" onPress={() => setAsked('cancel')}>
          {t('cancel.action')}
        </Button>
      )}
      {Dialog && <Dialog meeting={meeting} onClose={() => setAsked(undefined)} />}
    </>
  );
};

const languages: readonly Language[] = ['pl', 'en'];

/** What is taken along on paper once it is over, the reader's language first. */
const MinutesButtons = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('meetings');
  const own = useLanguage();
  const minutes = useDownload(api.readMinutes);
  return (
    <>
      <div className="flex flex-wrap gap-3 print:hidden">
        {languages
          .toSorted((one, other) => Number(other === own) - Number(one === own))
          .map((language) => (
            <Button
              key={language}
              kind={language === own ? 'secondary' : 'quiet'}
              isPending={minutes.isPending}
              onPress={() => minutes.mutate({ params: { id }, query: { language } })}
            >
              {t(`minutes.${language}`)}
            </Button>
          ))}
      </div>
      <DeedFailure error={minutes.error} />
    </>
  );
};

/** One General Assembly: who is there, what is on the agenda, what is decided. */
export const MeetingPage = () => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const format = useFormat();
  const { meetingId } = route.useParams();
  const { data: meeting } = useSuspenseQuery(meetingQuery(meetingId));
  const { title, number, place, startsAt, state, presenceQuorum, cancellation, openedAt, closedAt } = meeting;
  return (
    <div key={meetingId} className="flex flex-col gap-10">
      <div className="flex flex-col gap-5">
        <PageHeader
          title={title}
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
        {state === 'CLOSED' && <MinutesButtons id={meetingId} />}
        <OwnPresence meeting={meeting} />
        <Facts>
          <Fact name={t('form.number')}>{roman(number)}</Fact>
          <Fact name={t('form.startsAt')}>{format.moment(startsAt)}</Fact>
          <Fact name={t('form.place')}>{place}</Fact>
          <Fact name={t('form.presenceQuorum')}>{t(`ballots:quorum.${presenceQuorum}`)}</Fact>
          {openedAt && <Fact name={t('openedAt')}>{format.moment(openedAt)}</Fact>}
          {closedAt && <Fact name={t('closedAt')}>{format.moment(closedAt)}</Fact>}
        </Facts>
      </div>
      <Agenda meeting={meeting} />
      <Presence meeting={meeting} />
    </div>
  );
};
