import { lengthOf, mentionsIn, saysNothing, commentLimits, type CommentKind, type RichText } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/api.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { findMentionables, reachQuery, type Place } from './conversations.queries.ts';

const TextEditor = lazy(async () => ({ default: (await import('./text-editor.tsx')).TextEditor }));

/** How long a text has to rest before it is asked whom it reaches, in milliseconds. */
const rest = 400;

interface CommentFormProps {
  readonly place: Place;
  readonly label: string;
  readonly action: string;
  readonly initial: RichText | null;
  readonly nameOf: (id: string) => string;
  readonly canAnnounce?: boolean;
  /** An edit tells only those whom it mentions newly: nothing is counted. */
  readonly counts?: boolean;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
  readonly onChange?: (text: RichText) => void;
  readonly onSend: (text: RichText, kind: CommentKind) => void;
  readonly onCancel: () => void;
}

const emptyText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Where something is said, or said in other words. How many it reaches stands beside the button. */
export const CommentForm = (props: CommentFormProps) => {
  const { place, label, action, initial, nameOf, canAnnounce, counts, deed, onChange, onSend, onCancel } = props;
  const { t } = useTranslation(['conversations', 'common']);
  const [text, setText] = useState(initial ?? emptyText);
  const [announces, setAnnounces] = useState(false);
  const [tried, setTried] = useState(false);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), rest);
    return () => clearTimeout(timer);
  }, [text]);
  const kind = announces ? 'ANNOUNCEMENT' : 'COMMENT';
  const reach = useQuery({ ...reachQuery(place, rested, kind), enabled: counts === true });
  const length = lengthOf(text);
  const trouble = (): string | undefined => {
    if (tried && saysNothing(text)) return t('empty');
    if (length > commentLimits.text) return t('tooLong', { most: commentLimits.text, length });
    if (tried && mentionsIn(text).length > commentLimits.mentions)
      return t('tooMany', { most: commentLimits.mentions });
    if (isProblem(deed.error, 'invalid'))
      return t(
        deed.error.issues.some(({ code }) => code === 'not_in_network' || code === 'not_taking_part')
          ? 'unseen'
          : 'invalid',
      );
    return undefined;
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (saysNothing(text) || length > commentLimits.text || mentionsIn(text).length > commentLimits.mentions) return;
    onSend(text, kind);
  };
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-3">
      <Suspense fallback={<div aria-hidden className="h-40 rounded-control bg-sunken" />}>
        <TextEditor
          label={label}
          initial={initial}
          nameOf={nameOf}
          find={(search) => findMentionables(place, search)}
          onChange={(now) => {
            setText(now);
            onChange?.(now);
          }}
          error={trouble()}
        />
      </Suspense>
      {canAnnounce && (
        <Checkbox isSelected={announces} onChange={setAnnounces}>
          {t(place.place === 'initiatives' ? 'announceToPartakers' : 'announce')}
        </Checkbox>
      )}
      {!isProblem(deed.error, 'invalid') && <DeedFailure error={deed.error} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" kind="primary" isPending={deed.isPending}>
          {action}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('common:cancel')}
        </Button>
        {counts && (
          <p role="status" className="text-small text-soft">
            {reach.data !== undefined && t('reach', { count: reach.data })}
          </p>
        )}
      </div>
    </form>
  );
};
