import type { AgendaItemView, MeetingView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';

const PutToVoteDialog = lazy(async () => ({ default: (await import('./put-to-vote-dialog.tsx')).PutToVoteDialog }));
const PutPositionToVoteDialog = lazy(async () => ({
  default: (await import('./put-to-vote-dialog.tsx')).PutPositionToVoteDialog,
}));

/** What came of a ballot, in words. */
const ItemBallot = ({ ballot }: { readonly ballot: NonNullable<AgendaItemView['ballot']> }) => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const { id, phase, outcome, count, turnout } = ballot;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Status tone={outcome === 'ADOPTED' ? 'good' : phase === 'OPEN' ? 'active' : 'ended'}>
        {outcome ? t(`ballots:outcome.${outcome}`) : t(`ballots:phase.${phase}`)}
      </Status>
      <span className="text-small text-soft">
        {[
          phase !== 'CLOSED' &&
            turnout &&
            t('ballots:turnout', { voted: turnout.voted, electorate: turnout.electorate }),
          count && t('agenda.count', count),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Link to="/app/glosowania/$ballotId" params={{ ballotId: id }}>
        {t(phase === 'OPEN' ? 'agenda.vote' : 'agenda.ballot')}
      </Link>
    </div>
  );
};

/** The joint position that an item is about, and ballots on it that were withdrawn. */
const ItemMatter = ({ item: { position, withdrawn } }: { readonly item: AgendaItemView }) => {
  const { t } = useTranslation(['meetings', 'positions']);
  return (
    <>
      {position && (
        <p>
          {t('agenda.position')}{' '}
          <Link to="/app/stanowiska/$positionId" params={{ positionId: position.id }}>
            <LocalizedText of={position.title} />
          </Link>{' '}
          <span className="text-small text-soft">({t(`positions:state.${position.state}`)})</span>
        </p>
      )}
      {withdrawn.map(({ id, reason }) => (
        <p key={id} className="text-small text-soft">
          <Link to="/app/glosowania/$ballotId" params={{ ballotId: id }}>
            {t('agenda.withdrawn')}
          </Link>{' '}
          {reason}
        </p>
      ))}
    </>
  );
};

/** What is on the agenda, and what was decided of it. */
export const Agenda = ({ meeting }: { readonly meeting: MeetingView }) => {
  const { t } = useTranslation('meetings');
  const localized = useLocalized();
  const [voting, setVoting] = useState<AgendaItemView | null>(null);
  const { writeBallot } = useSession().abilities;
  const { id, agenda, abilities, presence, quorumNeeded, state } = meeting;
  const isVoting = agenda.some(({ ballot }) => ballot?.phase === 'OPEN' || ballot?.phase === 'COUNTING');
  const waits =
    writeBallot && state === 'OPEN' && abilities.putToVote.length === 0 && agenda.some(({ ballot }) => !ballot);
  const given = { meetingId: id, present: presence?.present ?? 0, onClose: () => setVoting(null) };
  return (
    <Section title={t('agenda.title')}>
      {isVoting && (presence?.present ?? 0) < (quorumNeeded ?? 0) && (
        <Notice kind="care" title={t('vote.quorumLost')}>
          <p>{t('vote.quorumLostNext')}</p>
        </Notice>
      )}
      {waits && <Notice kind="calm" title={t(isVoting ? 'vote.afterBallot' : 'vote.afterQuorum')} />}
      <ol className="divide-y divide-line border-y border-line">
        {agenda.map((item, at) => (
          <li key={item.id} className="flex flex-col gap-2 py-4">
            <h3 className="text-h3">{t('agenda.numbered', { number: at + 1, item: localized(item.title) })}</h3>
            <ItemMatter item={item} />
            {item.ballot && <ItemBallot ballot={item.ballot} />}
            {abilities.putToVote.includes(item.id) && (
              <div>
                <Button label={t('vote.actionOf', { item: localized(item.title) })} onPress={() => setVoting(item)}>
                  {t('vote.open')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <Suspense>
        {voting?.position && <PutPositionToVoteDialog {...given} item={voting} position={voting.position} />}
        {voting && !voting.position && <PutToVoteDialog {...given} item={voting} />}
      </Suspense>
    </Section>
  );
};
