import type { BallotChoice, BallotView, ElectorView, ReceiptView } from '@blizej/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { downloadText } from '../../lib/download.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Section, Sheet } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { keepAttempt, keptAttempt, prepare, type Attempt } from './attempt.ts';
import { ballotQuery } from './ballots.queries.ts';
import { canSeal } from './seal.ts';

const choices = ['FOR', 'AGAINST', 'ABSTAIN'] as const satisfies readonly BallotChoice[];

type Organization = ReceiptView['organization'];
type Vote = NonNullable<ElectorView['vote']>;

interface ReceiptProps {
  readonly ballot: BallotView;
  readonly organization: Organization;
  readonly vote: Vote;
  /** Of a secret vote that was cast on this page a moment ago. */
  readonly code: string | undefined;
}

interface OwnCodeProps {
  readonly code: string;
  /** Of which vote it is. */
  readonly of: readonly string[];
}

/** The code of a secret vote, shown this once: to copy and to save. The receipt, which one may show, is without it. */
const OwnCode = ({ code, of }: OwnCodeProps) => {
  const { t } = useTranslation('ballots');
  const shown = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code);
      toast({ message: t('receipt.copied') });
    } catch {
      // The browser does not let a page write there: selected, the code is copied by hand.
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      toast({ message: t('receipt.selected') });
    }
  };
  const save = (): void =>
    downloadText(`${t('receipt.codeFile')}.txt`, [...of, [t('receipt.own'), code].join(' '), t('receipt.ownOnce')]);
  return (
    <>
      <p className="font-semibold">
        {t('receipt.own')}{' '}
        <code ref={shown} className="wrap-anywhere">
          {code}
        </code>
      </p>
      <p>{t('receipt.ownOnce')}</p>
      <div className="flex flex-wrap gap-3 py-1 print:hidden">
        <Button kind="primary" onPress={() => void copy()}>
          {t('receipt.copy')}
        </Button>
        <Button onPress={save}>{t('receipt.save')}</Button>
      </div>
    </>
  );
};

/** The gmina's vote as it stands in the record, with what proves it later. */
const Receipt = ({ ballot, organization, vote, code }: ReceiptProps) => {
  const { t } = useTranslation(['ballots', 'common']);
  const format = useFormat();
  const localized = useLocalized();
  const { choice, proxy, paper } = vote;
  const title = choice
    ? t('receipt.title', { organization: organization.name, choice: t(`choice.${choice}`) })
    : t('receipt.secret', { organization: organization.name });
  const cast = t('receipt.cast', { moment: format.moment(vote.castAt), office: t(`common:office.${vote.office}`) });
  const manner = proxy
    ? t('receipt.proxy', { organization: proxy.organization, document: proxy.document })
    : paper && t('receipt.paper', { reference: paper.reference, day: format.day(paper.on) });
  const receipt = t('receipt.code', { receipt: vote.receipt });
  const use = t(ballot.phase === 'WITHDRAWN' ? 'receipt.useWithdrawn' : choice ? 'receipt.use' : 'receipt.useSecret');
  const lines = [localized(ballot.title), title, cast, manner, receipt, use].filter((line) => typeof line === 'string');
  return (
    <Notice kind={ballot.phase === 'WITHDRAWN' ? 'calm' : 'good'} title={title}>
      <p>{cast}</p>
      {manner && <p>{manner}</p>}
      <p className="wrap-anywhere">{receipt}</p>
      {code !== undefined && <OwnCode code={code} of={[localized(ballot.title), title]} />}
      <p className="text-small text-soft">{use}</p>
      <div className="pt-1 print:hidden">
        <Button onPress={() => downloadText(`${t('receipt.file')}-${vote.receipt.slice(0, 8)}.txt`, lines)}>
          {t('receipt.download')}
        </Button>
      </div>
    </Notice>
  );
};

interface UnknownProps {
  readonly ballotId: string;
  /** Asked meanwhile: the vote is not in the record. */
  readonly isMissing: boolean;
  readonly onChecked: () => void;
  readonly onSend: () => void;
}

/** What is known of a vote whose answer was lost. It is sent again by a press alone, and is the same vote then. */
const Unknown = ({ ballotId, isMissing, onChecked, onSend }: UnknownProps) => {
  const { t } = useTranslation('ballots');
  const queries = useQueryClient();
  const check = useMutation({
    mutationFn: () => queries.fetchQuery({ ...ballotQuery(ballotId), staleTime: 0 }),
    onSuccess: onChecked,
  });
  return (
    <Notice kind="care" title={t(isMissing ? 'lost.missing' : 'lost.title')} announced>
      <p>{t(isMissing ? 'lost.missingNext' : 'lost.next')}</p>
      <div className="flex flex-wrap gap-3 pt-1">
        <Button kind="primary" onPress={onSend}>
          {t('lost.send')}
        </Button>
        <Button isPending={check.isPending} onPress={() => check.mutate()}>
          {t('lost.check')}
        </Button>
      </div>
      {check.isError && <p className="text-small">{t('lost.stillOffline')}</p>}
    </Notice>
  );
};

interface ConfirmProps {
  readonly ballot: BallotView;
  readonly organization: Organization;
  readonly attempt: Attempt;
  readonly channel: 'PORTAL' | 'LETTER';
  readonly onDone: () => void;
  readonly onLost: () => void;
  readonly onClose: () => void;
}

/** Says once more what is about to be cast. What is sent again after a lost connection is the same vote. */
const Confirm = ({ ballot, organization, attempt, channel, onDone, onLost, onClose }: ConfirmProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const { choice, sealed, idempotencyKey } = attempt;
  const cast = useDeed(api.castVote, () => {
    onDone();
    toast({ message: t('cast.done') });
  });
  const body = { organizationId: organization.id, channel, ...(sealed === undefined ? { choice } : { sealed }) };
  const isLost = (error: unknown): boolean =>
    isProblem(error, 'offline') || isProblem(error, 'unavailable') || isProblem(error, 'internal');
  const send = (): void =>
    cast.mutate({ params: { id: ballot.id }, body, idempotencyKey }, { onError: (error) => isLost(error) && onLost() });
  return (
    <DeedDialog
      title={t('cast.confirm', { choice: t(`choice.${choice}`) })}
      action={t(isLost(cast.error) ? 'lost.send' : 'cast.action')}
      deed={cast}
      onSend={send}
      onClose={onClose}
    >
      <p>
        {t(ballot.secret ? 'cast.whatSecret' : 'cast.what', {
          organization: organization.name,
          moment: format.moment(ballot.closesAt),
        })}
      </p>
      {isLost(cast.error) && <p>{t('lost.next')}</p>}
    </DeedDialog>
  );
};

interface CastVoteProps {
  readonly ballot: BallotView;
  readonly organizationId: string;
  readonly channel?: 'PORTAL' | 'LETTER';
}

/** The vote of a gmina: three choices and a confirmation; then its receipt, and a way to vote anew where there is one. */
export const CastVote = ({ ballot, organizationId, channel = 'PORTAL' }: CastVoteProps) => {
  const { t } = useTranslation(['ballots', 'common']);
  const elector = ballot.electors.find(({ organization }) => organization.id === organizationId);
  const vote = elector?.vote ?? null;
  const mayCast = ballot.casts.find(({ organization }) => organization.id === organizationId);
  const [choice, setChoice] = useState<BallotChoice | ''>('');
  const [isChanging, setChanging] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const [attempt, setAttempt] = useState<Attempt | undefined>(() => keptAttempt(ballot.id, organizationId));
  const [isLost, setLost] = useState(attempt !== undefined);
  const [isChecked, setChecked] = useState(false);
  const [code, setCode] = useState<string>();
  if (!elector) return null;
  const { organization } = elector;
  const hasArrived = isLost && vote !== null && vote.receipt !== attempt?.before;
  const keep = (next: Attempt | undefined): void => {
    setAttempt(next);
    setLost(false);
    setChecked(false);
    keepAttempt(ballot.id, organizationId, undefined);
  };
  const begin = async (): Promise<void> => {
    if (choice === '') return setMissing(true);
    keep(await prepare(ballot, organizationId, { choice, before: vote?.receipt ?? null }));
    setConfirming(true);
    return undefined;
  };
  const settle = (): void => {
    setCode(attempt?.code);
    keep(undefined);
    setConfirming(false);
    setChanging(false);
    setChoice('');
  };
  const lose = (): void => {
    setLost(true);
    keepAttempt(ballot.id, organizationId, attempt);
  };
  const giveUp = (): void => {
    setChanging(false);
    setChoice('');
    setMissing(false);
  };
  const takesVote = mayCast !== undefined && (!vote || isChanging);
  if (!vote && !takesVote) return null;
  const waits = isLost && !hasArrived && mayCast !== undefined;
  const shownCode = code ?? (hasArrived ? attempt?.code : undefined);
  return (
    <Section title={t(mayCast?.byProxy ? 'cast.titleByProxy' : 'cast.title', { organization: organization.name })}>
      <Sheet>
        {hasArrived && <Notice kind="good" title={t('lost.arrived')} announced />}
        {vote && <Receipt ballot={ballot} organization={organization} vote={vote} code={shownCode} />}
        {waits && !isConfirming && (
          <Unknown
            ballotId={ballot.id}
            isMissing={isChecked}
            onChecked={() => setChecked(true)}
            onSend={() => setConfirming(true)}
          />
        )}
        {takesVote && !waits && ballot.secret && !canSeal() && <Notice kind="bad" title={t('cast.unsafe')} />}
        {takesVote && !waits && !(ballot.secret && !canSeal()) && (
          <>
            {ballot.secret && <p className="text-soft">{t('cast.secret')}</p>}
            <RadioGroup<BallotChoice | ''>
              label={t('cast.label')}
              value={choice}
              onChange={(chosen) => {
                setChoice(chosen);
                setMissing(false);
              }}
              options={choices.map((value) => ({ value, label: t(`choice.${value}`) }))}
            />
            {isMissing && <Notice kind="bad" title={t('cast.missing')} announced />}
            <div className="flex flex-wrap gap-3">
              <Button kind="primary" onPress={() => void begin()}>
                {t('cast.go')}
              </Button>
              {isChanging && (
                <Button kind="quiet" onPress={giveUp}>
                  {t('common:cancel')}
                </Button>
              )}
            </div>
          </>
        )}
        {!takesVote && mayCast && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
            <Button onPress={() => setChanging(true)}>{t('cast.change')}</Button>
            <span className="text-small text-soft">{t('cast.changeHint')}</span>
          </div>
        )}
      </Sheet>
      {isConfirming && attempt && (
        <Confirm
          ballot={ballot}
          organization={organization}
          attempt={attempt}
          channel={channel}
          onDone={settle}
          onLost={lose}
          onClose={() => setConfirming(false)}
        />
      )}
    </Section>
  );
};

/** No vote is taken any more, and those that were count. */
const isOver = ({ phase }: BallotView): boolean => ['CLOSED', 'COUNTING', 'UNCOUNTABLE'].includes(phase);

/** Every vote that is the viewer's to cast, the own gmina's first; and the own gmina's receipt, or that it has not voted. */
export const Votes = ({ ballot, channel = 'PORTAL' }: Omit<CastVoteProps, 'organizationId'>) => {
  const { t } = useTranslation('ballots');
  const own = ballot.mine?.organizationId;
  const others = ballot.casts.map(({ organization }) => organization.id).filter((id) => id !== own);
  return (
    <>
      {ballot.mine?.voted === false && isOver(ballot) && <Notice kind="calm" title={t('mine.missed')} />}
      {[...(own === undefined ? [] : [own]), ...others].map((id) => (
        <CastVote key={`${ballot.id} ${id}`} ballot={ballot} organizationId={id} channel={channel} />
      ))}
    </>
  );
};
