import type { AmendmentState, AmendmentView, Paragraph, PositionComment, PositionView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalizedText, WherePolish } from '../../lib/localized-text.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';
import { useMissingEnglish } from './missing-english.ts';

const AmendDialog = lazy(async () => ({ default: (await import('./text-dialogs.tsx')).AmendDialog }));
const CommentDialog = lazy(async () => ({ default: (await import('./text-dialogs.tsx')).CommentDialog }));
const WithdrawAmendmentDialog = lazy(async () => ({
  default: (await import('./text-dialogs.tsx')).WithdrawAmendmentDialog,
}));
const DecideDialog = lazy(async () => ({ default: (await import('./text-dialogs.tsx')).DecideDialog }));

interface PositionProps {
  readonly position: PositionView;
}

const tones: Record<AmendmentState, Tone> = {
  PROPOSED: 'waiting',
  ACCEPTED: 'good',
  REJECTED: 'back',
  WITHDRAWN: 'ended',
};

interface AmendmentProps extends PositionProps {
  readonly amendment: AmendmentView;
}

/** What a gmina wants changed, with the words that go and those that come, and what became of it. */
const Amendment = ({ position, amendment }: AmendmentProps) => {
  const { t } = useTranslation('positions');
  const [asked, setAsked] = useState<boolean | null>(null);
  const { kind, organization, before, pl, en, reason, state, outdated, decision, mergedIn, abilities } = amendment;
  const [isWithdrawing, setWithdrawing] = useState(false);
  const name = { name: organization.name };
  return (
    <li className="flex flex-col gap-2 rounded-control border border-line bg-surface p-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {organization.name}
        <Status tone={tones[state]}>{t(`amendment.state.${state}`)}</Status>
      </p>
      <p className="text-small text-soft">{t(`amendment.kind.${kind}`)}</p>
      {kind !== 'ADD_AFTER' && before && (
        <del className="max-w-prose whitespace-pre-line text-soft">
          <LocalizedText of={before} />
        </del>
      )}
      {pl !== null && (
        <ins className="max-w-prose whitespace-pre-line decoration-sea decoration-2 underline-offset-4">
          <LocalizedText of={{ pl, en }} />
        </ins>
      )}
      <p className="text-small whitespace-pre-line">{t('amendment.because', { reason })}</p>
      {outdated && <p className="text-small font-semibold text-amber-text">{t('amendment.outdated')}</p>}
      {decision && (
        <p className="text-small whitespace-pre-line text-soft">
          {[
            t('amendment.decided', { reason: decision.reason, by: decision.by ?? t('nobody') }),
            mergedIn !== null && t('amendment.mergedIn', { number: mergedIn }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {(abilities.decide || abilities.withdraw) && (
        <div className="flex flex-wrap gap-2 print:hidden">
          {abilities.decide && (
            <>
              {!outdated && (
                <Button label={t('amendment.acceptOf', name)} onPress={() => setAsked(true)}>
                  {t('amendment.accept')}
                </Button>
              )}
              <Button kind="quiet" label={t('amendment.rejectOf', name)} onPress={() => setAsked(false)}>
                {t('amendment.reject')}
              </Button>
            </>
          )}
          {abilities.withdraw && (
            <Button kind="quiet" onPress={() => setWithdrawing(true)}>
              {t('amendment.withdraw')}
            </Button>
          )}
        </div>
      )}
      <Suspense>
        {isWithdrawing && (
          <WithdrawAmendmentDialog position={position} amendment={amendment} onClose={() => setWithdrawing(false)} />
        )}
        {asked !== null && (
          <DecideDialog position={position} amendment={amendment} accepted={asked} onClose={() => setAsked(null)} />
        )}
      </Suspense>
    </li>
  );
};

const Comment = ({ comment }: { readonly comment: PositionComment }) => {
  const { t } = useTranslation('positions');
  const { organization, by, text, writtenAt } = comment;
  return (
    <li className="flex flex-col gap-1 border-s-2 border-line ps-3">
      <p className="max-w-prose whitespace-pre-line">{text}</p>
      <p className="text-small text-soft">
        {[organization.name, by ?? t('nobody')].join(', ')} · <Moment at={writtenAt} />
      </p>
    </li>
  );
};

interface BesideProps extends PositionProps {
  readonly amendments: readonly AmendmentView[];
  readonly comments: readonly PositionComment[];
}

const Beside = ({ position, amendments, comments }: BesideProps) => {
  const { t } = useTranslation('positions');
  return (
    <>
      {amendments.length > 0 && (
        <ul aria-label={t('amendment.list')} className="flex flex-col gap-3">
          {amendments.map((amendment) => (
            <Amendment key={amendment.id} position={position} amendment={amendment} />
          ))}
        </ul>
      )}
      {comments.length > 0 && (
        <ul aria-label={t('comment.list')} className="flex flex-col gap-3">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
    </>
  );
};

interface ParagraphProps extends PositionProps {
  readonly paragraph: Paragraph;
  readonly number: number;
}

/** One paragraph, and beside it what gminas say of it. */
const ParagraphRow = ({ position, paragraph, number }: ParagraphProps) => {
  const { t } = useTranslation('positions');
  const [asked, setAsked] = useState<'amend' | 'comment' | null>(null);
  const { comments, amendments, abilities } = position;
  const ofThis = ({ paragraphId }: { readonly paragraphId: string | null }): boolean => paragraphId === paragraph.id;
  return (
    <li className="grid gap-x-10 gap-y-4 border-t border-line py-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-3">
        <p className="flex max-w-prose gap-4">
          <span className="text-small text-soft tabular-nums">{t('text.ordinal', { number })}</span>
          <span className="whitespace-pre-line">
            <LocalizedText of={paragraph} />
          </span>
        </p>
        <WherePolish of={paragraph}>
          <p className="text-small text-soft">{t('english.only')}</p>
        </WherePolish>
        {abilities.comment && (
          <div className="flex flex-wrap gap-2 print:hidden">
            <Button kind="quiet" label={t('amendment.proposeTo', { number })} onPress={() => setAsked('amend')}>
              {t('amendment.propose')}
            </Button>
            <Button kind="quiet" label={t('comment.writeTo', { number })} onPress={() => setAsked('comment')}>
              {t('comment.write')}
            </Button>
          </div>
        )}
      </div>
      <div className="flex flex-col gap-4">
        <Beside position={position} amendments={amendments.filter(ofThis)} comments={comments.filter(ofThis)} />
      </div>
      <Suspense>
        {asked === 'amend' && (
          <AmendDialog position={position} paragraph={paragraph} number={number} onClose={() => setAsked(null)} />
        )}
        {asked === 'comment' && (
          <CommentDialog position={position} paragraphId={paragraph.id} onClose={() => setAsked(null)} />
        )}
      </Suspense>
    </li>
  );
};

/** The text with amendments and comments beside its paragraphs; what speaks of the whole, or of what is gone, stands below. */
export const PositionText = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const [isCommenting, setCommenting] = useState(false);
  const { text, comments, amendments, abilities, withoutEnglish } = position;
  const missing = useMissingEnglish()(withoutEnglish);
  const isElsewhere = ({ paragraphId }: { readonly paragraphId: string | null }): boolean =>
    !text.paragraphs.some(({ id }) => id === paragraphId);
  const others = amendments.filter(isElsewhere);
  const general = comments.filter(isElsewhere);
  return (
    <Section title={t('text.title')} aside={t('text.version', { number: text.number })}>
      {missing !== null && <p className="max-w-prose text-small text-soft">{missing}</p>}
      <ol className="border-b border-line">
        {text.paragraphs.map((paragraph, index) => (
          <ParagraphRow key={paragraph.id} position={position} paragraph={paragraph} number={index + 1} />
        ))}
      </ol>
      {(others.length > 0 || general.length > 0 || abilities.comment) && (
        <div className="flex max-w-prose flex-col gap-4">
          <h3 className="text-h3">{t('text.whole')}</h3>
          <Beside position={position} amendments={others} comments={general} />
          {abilities.comment && (
            <div className="print:hidden">
              <Button kind="quiet" onPress={() => setCommenting(true)}>
                {t('comment.writeWhole')}
              </Button>
            </div>
          )}
        </div>
      )}
      <Suspense>{isCommenting && <CommentDialog position={position} onClose={() => setCommenting(false)} />}</Suspense>
    </Section>
  );
};
