import type { BallotChoice, BallotView, ReceiptView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newIdempotencyKey } from '../../lib/api.ts';
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

const choices = ['FOR', 'AGAINST', 'ABSTAIN'] as const satisfies readonly BallotChoice[];

interface ReceiptProps {
  readonly ballot: BallotView;
  readonly organization: ReceiptView['organization'];
  readonly vote: Omit<ReceiptView, 'organization'>;
}

/** The gmina's vote as it stands in the record, with what proves it later. */
const Receipt = ({ ballot, organization, vote }: ReceiptProps) => {
  const { t } = useTranslation(['ballots', 'common']);
  const format = useFormat();
  const localized = useLocalized();
  const title = t('receipt.title', { organization: organization.name, choice: t(`choice.${vote.choice}`) });
  const lines = [
    localized(ballot.title),
    title,
    t('receipt.cast', { moment: format.moment(vote.castAt), office: t(`common:office.${vote.office}`) }),
    t('receipt.code', { receipt: vote.receipt }),
    t('receipt.use'),
  ];
  return (
    <Notice kind="good" title={title}>
      <p>{lines[2]}</p>
      <p className="break-all">{lines[3]}</p>
      <p className="text-small text-soft">{lines[4]}</p>
      <div className="pt-1">
        <Button onPress={() => downloadText(`${t('receipt.file')}-${vote.receipt.slice(0, 8)}.txt`, lines)}>
          {t('receipt.download')}
        </Button>
      </div>
    </Notice>
  );
};

interface ConfirmProps {
  readonly ballot: BallotView;
  readonly organization: ReceiptView['organization'];
  readonly choice: BallotChoice;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Says once more what is about to be cast. What is sent again after a lost connection is the same vote. */
const Confirm = ({ ballot, organization, choice, onDone, onClose }: ConfirmProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const cast = useDeed(api.castVote, () => {
    onDone();
    toast({ message: t('cast.done') });
  });
  const send = (): void =>
    cast.mutate({ params: { id: ballot.id }, body: { organizationId: organization.id, choice }, idempotencyKey });
  return (
    <DeedDialog
      title={t('cast.confirm', { choice: t(`choice.${choice}`) })}
      action={t('cast.action')}
      deed={cast}
      onSend={send}
      onClose={onClose}
    >
      <p>{t('cast.what', { organization: organization.name, moment: format.moment(ballot.closesAt) })}</p>
    </DeedDialog>
  );
};

interface CastVoteProps {
  readonly ballot: BallotView;
  readonly organizationId: string;
}

/** The vote of the viewer's gmina: three choices and a confirmation; then its receipt, and a way to vote anew. */
export const CastVote = ({ ballot, organizationId }: CastVoteProps) => {
  const { t } = useTranslation('ballots');
  const elector = ballot.electors.find(({ organization }) => organization.id === organizationId);
  const vote = elector?.vote ?? null;
  const [choice, setChoice] = useState<BallotChoice | ''>('');
  const [isChanging, setChanging] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const [isMissing, setMissing] = useState(false);
  if (!elector) return null;
  const { organization } = elector;
  const takesVote = ballot.abilities.cast && (!vote || isChanging);
  if (!vote && !takesVote) return null;
  return (
    <Section title={t('cast.title', { organization: organization.name })}>
      <Sheet>
        {vote && <Receipt ballot={ballot} organization={organization} vote={vote} />}
        {takesVote ? (
          <>
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
            <div>
              <Button kind="primary" onPress={() => (choice === '' ? setMissing(true) : setConfirming(true))}>
                {t('cast.go')}
              </Button>
            </div>
          </>
        ) : (
          ballot.abilities.cast && (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button onPress={() => setChanging(true)}>{t('cast.change')}</Button>
              <span className="text-small text-soft">{t('cast.changeHint')}</span>
            </div>
          )
        )}
      </Sheet>
      {isConfirming && choice !== '' && (
        <Confirm
          ballot={ballot}
          organization={organization}
          choice={choice}
          onDone={() => {
            setConfirming(false);
            setChanging(false);
            setChoice('');
          }}
          onClose={() => setConfirming(false)}
        />
      )}
    </Section>
  );
};
