import type { CommentView, ReactionKind } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { Check, Eye, Heart, Megaphone, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { usePersonName } from '../../lib/person-name.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { CommentForm } from './comment-form.tsx';
import { receiptsQuery, versionsQuery, type Place } from './conversations.queries.ts';
import { RichTextView, useMentionedName } from './rich-text.tsx';

const reactions: readonly { readonly kind: ReactionKind; readonly icon: LucideIcon }[] = [
  { kind: 'THANKS', icon: Heart },
  { kind: 'AGREE', icon: Check },
  { kind: 'SEEN', icon: Eye },
];

/** Small answers by one press; pressed again they are taken back. */
const Reactions = ({ comment }: { readonly comment: CommentView }) => {
  const { t } = useTranslation('conversations');
  const add = useDeed(api.addReaction);
  const remove = useDeed(api.removeReaction);
  const shown = reactions.map(({ kind, icon }) => ({
    kind,
    icon,
    ...(comment.reactions.find((one) => one.kind === kind) ?? { count: 0, mine: false }),
  }));
  return (
    <>
      {shown.map(({ kind, icon: Icon, count, mine }) =>
        comment.abilities.react ? (
          <button
            key={kind}
            type="button"
            aria-pressed={mine}
            title={t(`reaction.${kind}`)}
            onClick={() => (mine ? remove : add).mutate({ params: { id: comment.id, kind } })}
            className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-round px-2 text-small text-soft hover:bg-sea-wash hover:text-sea aria-pressed:bg-sea-wash aria-pressed:font-semibold aria-pressed:text-sea"
          >
            <Icon aria-hidden className="size-4" />
            <span className="sr-only">{t(`reaction.${kind}`)}</span>
            {count > 0 && <span>{count}</span>}
          </button>
        ) : (
          count > 0 && (
            <span key={kind} className="inline-flex items-center gap-1.5 px-2 text-small text-soft">
              <Icon aria-hidden className="size-4" />
              <span className="sr-only">{t(`reaction.${kind}`)}</span>
              <span>{count}</span>
            </span>
          )
        ),
      )}
      <DeedFailure error={add.error ?? remove.error} />
    </>
  );
};

interface DialogProps {
  readonly comment: CommentView;
  readonly onClose: () => void;
}

/** How it read before. */
const Versions = ({ comment, onClose }: DialogProps) => {
  const { t } = useTranslation(['conversations', 'common']);
  const { data, error, refetch } = useQuery(versionsQuery(comment.id));
  return (
    <Dialog title={t('versions.title')} onClose={onClose}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ol className="flex flex-col gap-4">
          {data.map(({ version, body, writtenAt }) => (
            <li key={version} className="flex flex-col gap-1 border-s-2 border-line ps-4">
              <p className="text-small text-soft">
                <Moment at={writtenAt} />
              </p>
              <RichTextView text={body} mentioned={comment.mentioned} />
            </li>
          ))}
        </ol>
      ) : (
        <RowsSkeleton />
      )}
      <DialogActions>
        <Button onPress={onClose}>{t('common:close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

/** Who has read an announcement, and who has not. */
const Receipts = ({ comment, onClose }: DialogProps) => {
  const { t } = useTranslation(['conversations', 'common']);
  const { data, error, refetch } = useQuery(receiptsQuery(comment.id));
  return (
    <Dialog title={t('receipts.title')} onClose={onClose}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <div className="flex flex-col gap-4">
          {(['unread', 'read'] as const).map((which) => (
            <div key={which} className="flex flex-col gap-1">
              <h3 className="font-semibold">{t(`receipts.${which}`, { count: data[which].length })}</h3>
              <ul>
                {data[which].map(({ id, name, organization }) => (
                  <li key={id}>{[name, organization].join(' · ')}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      ) : (
        <RowsSkeleton />
      )}
      <DialogActions>
        <Button onPress={onClose}>{t('common:close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

interface CommentItemProps {
  readonly comment: CommentView;
  readonly place: Place;
}

/** One thing that somebody said: who, for whom, when, and what others make of it. */
export const CommentItem = ({ comment, place }: CommentItemProps) => {
  const { t } = useTranslation(['conversations', 'common']);
  const named = usePersonName();
  const nameOf = useMentionedName(comment.mentioned);
  const [shows, setShows] = useState<'edit' | 'remove' | 'versions' | 'receipts' | null>(null);
  const close = (): void => setShows(null);
  const edit = useDeed(api.editComment, close);
  const remove = useDeed(api.removeComment, () => {
    close();
    toast({ message: t('remove.done') });
  });
  const read = useDeed(api.markAnnouncementRead);
  const { id, author, actingFor, body, version, kind, createdAt, editedAt, receipt, abilities } = comment;
  const isAnnouncement = kind === 'ANNOUNCEMENT';
  const name = named(author.name, actingFor?.name);
  return (
    <li
      className={classes(
        'flex flex-col gap-2',
        isAnnouncement ? 'rounded-card border border-amber-edge bg-amber-wash p-4' : 'border-s-2 border-line ps-4',
      )}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-small">
        {isAnnouncement && (
          <strong className="inline-flex items-center gap-1.5 text-amber-text">
            <Megaphone aria-hidden className="size-4" />
            {t('announcement')}
          </strong>
        )}
        <span className="font-semibold">{name}</span>
        {actingFor && <span className="text-soft">{actingFor.name}</span>}
        <span className="text-soft">
          <Moment at={createdAt} />
        </span>
      </p>
      {body === null ? (
        <p className="text-soft italic">{t('takenBack')}</p>
      ) : shows === 'edit' ? (
        <CommentForm
          place={place}
          label={t('edit.label')}
          action={t('edit.send')}
          initial={body}
          nameOf={nameOf}
          deed={edit}
          onSend={(text) => edit.mutate({ params: { id }, body: { body: text, version } })}
          onCancel={close}
        />
      ) : (
        <RichTextView text={body} mentioned={comment.mentioned} />
      )}
      {receipt && (
        <div className="flex flex-wrap items-center gap-3">
          {abilities.markRead && (
            <Button isPending={read.isPending} onPress={() => read.mutate({ params: { id } })}>
              {t('receipts.mark')}
            </Button>
          )}
          <span className="text-small">
            {t(receipt.mine ? 'receipts.mine' : 'receipts.count', { count: receipt.count })}
          </span>
          {abilities.readReceipts && (
            <Button kind="quiet" onPress={() => setShows('receipts')}>
              {t('receipts.who')}
            </Button>
          )}
          <DeedFailure error={read.error} />
        </div>
      )}
      {body !== null && shows !== 'edit' && (
        <div className="-ms-2 flex flex-wrap items-center print:hidden">
          <Reactions comment={comment} />
          {abilities.edit && (
            <Button kind="quiet" label={t('edit.of', { name })} onPress={() => setShows('edit')}>
              {t('edit.action')}
            </Button>
          )}
          {abilities.remove && (
            <Button kind="quiet" label={t('remove.of', { name })} onPress={() => setShows('remove')}>
              {t('remove.action')}
            </Button>
          )}
          {editedAt && (
            <Button kind="quiet" onPress={() => setShows('versions')}>
              {t('versions.action')}
            </Button>
          )}
        </div>
      )}
      {shows === 'versions' && <Versions comment={comment} onClose={close} />}
      {shows === 'receipts' && <Receipts comment={comment} onClose={close} />}
      {shows === 'remove' && (
        <DeedDialog
          title={t('remove.title')}
          action={t('remove.action')}
          kind="danger"
          deed={remove}
          onSend={() => remove.mutate({ params: { id }, body: { version } })}
          onClose={close}
        >
          <p className="text-soft">{t('remove.what')}</p>
        </DeedDialog>
      )}
    </li>
  );
};
