import type { EventView, NotificationView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useNavigate } from '@tanstack/react-router';
import { Mail, MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { useEventSentence } from '../../lib/events.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { Moment } from '../../ui/time.tsx';
import { usePersonName } from '../../lib/person-name.ts';
import { toast } from '../../ui/toast.ts';
import { notificationsQuery } from './activity.queries.ts';
import { useMarking } from './use-marking.ts';

const route = getRouteApi('/app/skrzynka');

interface SentenceProps {
  readonly event: EventView;
  readonly onFollow: () => void;
}

/** Where an event has happened, as a link leads there; undefined where it has no page of its own. */
const placeOf = ({ kind, taskId, networkId, facts }: EventView) => {
  const { ballotId, meetingId, initiativeId, ideaId, positionId, callId, partnerId, cardId, balanceOf, year } = facts;
  if (taskId) return linkOptions({ to: '/app/zadania/$taskId', params: { taskId } });
  if (networkId) return linkOptions({ to: '/app/sieci/$networkId', params: { networkId } });
  if (ballotId) return linkOptions({ to: '/app/glosowania/$ballotId', params: { ballotId } });
  if (meetingId) return linkOptions({ to: '/app/zebrania/$meetingId', params: { meetingId } });
  if (positionId) return linkOptions({ to: '/app/stanowiska/$positionId', params: { positionId } });
  if (ideaId) return linkOptions({ to: '/app/pomysly/$ideaId', params: { ideaId } });
  if (initiativeId && kind.startsWith('budget.'))
    return linkOptions({ to: '/app/inicjatywy/$initiativeId/budzet', params: { initiativeId } });
  if (initiativeId) return linkOptions({ to: '/app/inicjatywy/$initiativeId', params: { initiativeId } });
  if (callId) return linkOptions({ to: '/app/nabory/$callId', params: { callId } });
  if (partnerId) return linkOptions({ to: '/app/partnerzy/$organizationId', params: { organizationId: partnerId } });
  if (cardId) return linkOptions({ to: '/app/partnerzy/karty/$cardId', params: { cardId } });
  if (!balanceOf) return undefined;
  return linkOptions({
    to: '/app/gminy/$organizationId/bilans',
    params: { organizationId: balanceOf },
    search: { rok: year },
  });
};

/** What happened, leading to where it happened. */
const Sentence = ({ event, onFollow }: SentenceProps) => {
  const sentence = useEventSentence()(event);
  const place = placeOf(event);
  return place ? (
    <Link {...place} look="plain" onClick={onFollow}>
      {sentence}
    </Link>
  ) : (
    <span className="font-semibold">{sentence}</span>
  );
};

const NotificationRow = ({ notification }: { readonly notification: NotificationView }) => {
  const { t } = useTranslation('activity');
  const marking = useMarking();
  const named = usePersonName();
  const { id, event, reason, readAt } = notification;
  const isRead = readAt !== null;
  const mark = (read: boolean): void => marking.mutate({ id, read });
  return (
    <li className={classes('flex items-start gap-4 py-4', isRead && 'text-soft')}>
      <span
        aria-hidden
        className={classes('mt-2 size-2 shrink-0 rounded-round', isRead ? 'bg-transparent' : 'bg-amber-edge')}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className={classes(isRead && '[&_a]:font-normal [&_a]:text-soft')}>
          {!isRead && <span className="sr-only">{t('unread')} </span>}
          <Sentence event={event} onFollow={() => !isRead && mark(true)} />
        </p>
        <p className="text-small text-soft">
          {t(`reason.${reason}`)}
          {event.actor && ` · ${named(event.actor.name, event.actingFor?.name)}`} · <Moment at={event.occurredAt} />
        </p>
        <DeedFailure error={marking.error} />
      </div>
      <IconButton label={t(isRead ? 'markUnread' : 'markRead')} onPress={() => mark(!isRead)}>
        {isRead ? <Mail aria-hidden className="size-5" /> : <MailOpen aria-hidden className="size-5" />}
      </IconButton>
    </li>
  );
};

/** What a person was told, and why. */
export const InboxPage = () => {
  const { t } = useTranslation('activity');
  const navigate = useNavigate({ from: '/app/skrzynka' });
  const { unread } = useSession();
  const { nieprzeczytane } = route.useSearch();
  const query = useInfiniteQuery(notificationsQuery(nieprzeczytane ? { unread: 'true' } : {}));
  const newest = query.data?.pages[0]?.items[0];
  const readAll = useDeed(api.markAllRead, () => toast({ message: t('allRead') }));
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={unread === 0 ? t('nothingUnread') : t('unreadCount', { count: unread })}
        actions={
          unread > 0 &&
          newest && (
            <Button isPending={readAll.isPending} onPress={() => readAll.mutate({ body: { upTo: newest.id } })}>
              {t('readAll')}
            </Button>
          )
        }
      />
      <Checkbox
        isSelected={nieprzeczytane ?? false}
        onChange={(chosen) => void navigate({ search: { nieprzeczytane: chosen || undefined }, replace: true })}
      >
        {t('onlyUnread')}
      </Checkbox>
      <DeedFailure error={readAll.error} />
      <Paged
        query={query}
        empty={<EmptyState title={t(nieprzeczytane ? 'none.unread' : 'none.title')}>{t('none.next')}</EmptyState>}
      >
        {(notifications) => (
          <Rows>
            {notifications.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} />
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
