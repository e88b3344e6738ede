import type { RichText } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { useDraft } from '../../lib/draft.ts';
import { Failure } from '../../lib/failure.tsx';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';
import { commentsQuery, type Place } from './conversations.queries.ts';

/** A kept draft with the names of those whom it mentions, as the editor wrote it. */
type Kept = RichText | null;

const readKept = (kept: string | null): Kept => {
  try {
    return JSON.parse(kept ?? 'null') as Kept;
  } catch {
    return null;
  }
};

const labelsIn = (text: Kept): Map<string, string> => {
  const labels = new Map<string, string>();
  JSON.stringify(text, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'label' in value && 'id' in value)
      labels.set(String(value.id), String(value.label));
    return value;
  });
  return labels;
};

/** What people say about a network or a task. */
export const ConversationSection = ({ place }: { readonly place: Place }) => {
  const { t } = useTranslation('conversations');
  const { person } = useSession();
  const draft = useDraft(person.id, `comment.${place.place}.${place.id}`);
  const [kept, setKept] = useState(() => readKept(draft.kept));
  const [isWriting, setWriting] = useState(kept !== null);
  const query = useInfiniteQuery(commentsQuery(place));
  const write = useDeed(api.writeComment, () => {
    draft.clear();
    setKept(null);
    setWriting(false);
    toast({ message: t('sent') });
  });
  // Whoever may not see it sees nothing of it.
  if (isProblem(query.error, 'not-found')) return null;
  const first = query.data?.pages[0];
  const comments = query.data?.pages.flatMap(({ items }) => items).toReversed() ?? [];
  const mayWrite = first?.abilities.write === true;
  return (
    <Section title={t('title')}>
      {query.isPending ? (
        <RowsSkeleton />
      ) : query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : comments.length === 0 ? (
        <EmptyState title={t('none.title')}>
          {t(mayWrite ? (place.place === 'initiatives' ? 'none.writeHere' : 'none.write') : 'none.read')}
        </EmptyState>
      ) : (
        <div className="flex flex-col items-start gap-5">
          {query.hasNextPage && (
            <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {t('earlier')}
            </Button>
          )}
          <ol className="flex w-full flex-col gap-6">
            {comments.map((comment) => (
              <CommentItem key={comment.id} comment={comment} place={place} />
            ))}
          </ol>
        </div>
      )}
      {mayWrite &&
        (isWriting ? (
          <CommentForm
            place={place}
            label={t('write.label')}
            action={t('write.send')}
            initial={kept}
            nameOf={(id) => labelsIn(kept).get(id) ?? ''}
            canAnnounce={first.abilities.announce}
            counts
            deed={write}
            onChange={(text) => draft.keep(JSON.stringify(text))}
            onSend={(body, kind) => write.mutate({ params: place, body: { body, kind } })}
            onCancel={() => {
              draft.clear();
              setKept(null);
              setWriting(false);
              write.reset();
            }}
          />
        ) : (
          <div className="print:hidden">
            <Button onPress={() => setWriting(true)}>{t('write.action')}</Button>
          </div>
        ))}
    </Section>
  );
};
