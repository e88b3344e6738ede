import type { MeetingSummary } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { VoicePlaces } from '../../lib/voice-places.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { MeetingStatus } from './meeting-status.tsx';
import { meetingsQuery } from './meetings.queries.ts';

const MeetingRow = ({ meeting }: { readonly meeting: MeetingSummary }) => {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const { id, title, place, startsAt, state, presence } = meeting;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <Link to="/app/zebrania/$meetingId" params={{ meetingId: id }} look="plain">
          <LocalizedText of={title} />
        </Link>
        <p className="text-small text-soft">{[format.moment(startsAt), place].join(' · ')}</p>
        {state === 'OPEN' && presence && <p className="text-small text-soft">{t('presence.of', presence)}</p>}
      </div>
      <MeetingStatus state={state} />
    </li>
  );
};

/** General Assemblies, the latest first. */
export const MeetingsPage = () => {
  const { t } = useTranslation('meetings');
  const { abilities } = useSession();
  const query = useInfiniteQuery(meetingsQuery({}));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          abilities.writeBallot && (
            <ButtonLink to="/app/zebrania/nowe" kind="primary">
              {t('plan.title')}
            </ButtonLink>
          )
        }
      />
      <VoicePlaces />
      <Paged query={query} empty={<EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>}>
        {(meetings) => (
          <Rows>
            {meetings.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
