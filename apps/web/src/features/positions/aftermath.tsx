import type { AddresseeView, PositionView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';

const DissentDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).DissentDialog }));
const SignDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).SignDialog }));
const EffectDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).EffectDialog }));
const SendDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).SendDialog }));
const AnswerDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).AnswerDialog }));
const AddresseesDialog = lazy(async () => ({ default: (await import('./addressees-dialog.tsx')).AddresseesDialog }));

interface PositionProps {
  readonly position: PositionView;
}

/** What gminas put on record beside the adopted position. */
export const Dissents = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const [isWriting, setWriting] = useState(false);
  const { dissents, abilities } = position;
  if (dissents.length === 0 && !abilities.dissent) return null;
  return (
    <Section title={t('dissent.heading', { count: dissents.length })}>
      {dissents.length > 0 && (
        <Rows>
          {dissents.map(({ organization, text }) => (
            <li key={organization.id} className="flex flex-col gap-1 py-4">
              <h3 className="font-semibold">{organization.name}</h3>
              <p className="max-w-prose whitespace-pre-line">
                <LocalizedText of={text} />
              </p>
            </li>
          ))}
        </Rows>
      )}
      {abilities.dissent && (
        <div className="print:hidden">
          <Button kind="quiet" onPress={() => setWriting(true)}>
            {t('dissent.open')}
          </Button>
        </div>
      )}
      <Suspense>{isWriting && <DissentDialog position={position} onClose={() => setWriting(false)} />}</Suspense>
    </Section>
  );
};

/** Which mayors have approved it in the portal. */
export const Signatures = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const [isSigning, setSigning] = useState(false);
  const { signatures, unity, mine, abilities } = position;
  return (
    <Section title={t('sign.heading', { count: signatures.length, members: unity.members })}>
      <Progress
        value={signatures.length}
        total={unity.members}
        label={t('sign.heading', { count: signatures.length, members: unity.members })}
      />
      {signatures.length > 0 && (
        <p className="max-w-prose">{signatures.map(({ organization }) => organization.name).join(', ')}</p>
      )}
      <p className="max-w-prose text-small text-soft">{t('sign.what')}</p>
      {abilities.sign && mine && (
        <div>
          <Button kind="primary" onPress={() => setSigning(true)}>
            {t('sign.open', { name: mine.organization.name })}
          </Button>
        </div>
      )}
      <Suspense>{isSigning && <SignDialog position={position} onClose={() => setSigning(false)} />}</Suspense>
    </Section>
  );
};

interface AddresseeProps extends PositionProps {
  readonly addressee: AddresseeView;
}

const Addressee = ({ position, addressee }: AddresseeProps) => {
  const { t } = useTranslation('positions');
  const format = useFormat();
  const [asked, setAsked] = useState<'send' | 'answer' | null>(null);
  const { id, name, address, email, eDelivery, answerDueOn, late, dispatches, answers } = addressee;
  const { abilities } = position;
  const hasAddress = Boolean(address ?? email ?? eDelivery);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {name}
          {late && <Status tone="late">{t('addressees.late')}</Status>}
        </h3>
        <p className="text-small break-words text-soft">{[address, email, eDelivery].filter(Boolean).join(' · ')}</p>
        {answerDueOn && answers.length === 0 && (
          <p className="text-small text-soft">{t('addressees.dueOn', { day: format.shortDay(answerDueOn) })}</p>
        )}
        <ul className="flex flex-col gap-1">
          {dispatches.map(({ id: dispatch, channel, sentOn, proof }) => (
            <li key={dispatch} className="text-small">
              {[t('addressees.sent', { channel: t(`channel.${channel}`), day: format.shortDay(sentOn) }), proof]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
          {answers.map(({ id: answer, kind, receivedOn, text }) => (
            <li key={answer} className="flex max-w-prose flex-col">
              <span className="font-semibold">
                {t('addressees.answered', { kind: t(`answer.kind.${kind}`), day: format.shortDay(receivedOn) })}
              </span>
              <span className="whitespace-pre-line">{text}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2 print:hidden">
        {abilities.send && hasAddress && (
          <Button
            label={t('send.openTo', { name })}
            kind={dispatches.length === 0 ? 'secondary' : 'quiet'}
            onPress={() => setAsked('send')}
          >
            {t(dispatches.length === 0 ? 'send.open' : 'send.again')}
          </Button>
        )}
        {abilities.recordAnswer && dispatches.length > 0 && (
          <Button label={t('answer.openOf', { name })} kind="quiet" onPress={() => setAsked('answer')}>
            {t('answer.open')}
          </Button>
        )}
      </div>
      <Suspense>
        {asked === 'send' && <SendDialog position={position} addresseeId={id} onClose={() => setAsked(null)} />}
        {asked === 'answer' && <AnswerDialog position={position} addresseeId={id} onClose={() => setAsked(null)} />}
      </Suspense>
    </li>
  );
};

/** To whom it goes, how it was sent, and what they have answered. */
export const Addressees = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const [isWriting, setWriting] = useState(false);
  const { addressees, abilities } = position;
  if (addressees.length === 0 && !abilities.address) return null;
  return (
    <Section title={t('addressees.title')}>
      {addressees.length === 0 ? (
        <p className="text-soft">{t('addressees.none')}</p>
      ) : (
        <Rows>
          {addressees.map((addressee) => (
            <Addressee key={addressee.id} position={position} addressee={addressee} />
          ))}
        </Rows>
      )}
      {abilities.address && (
        <div className="print:hidden">
          <Button kind="quiet" onPress={() => setWriting(true)}>
            {t('addressees.change')}
          </Button>
        </div>
      )}
      <Suspense>{isWriting && <AddresseesDialog position={position} onClose={() => setWriting(false)} />}</Suspense>
    </Section>
  );
};

/** What has changed by it. */
export const Effect = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const [isWriting, setWriting] = useState(false);
  const { effect, abilities } = position;
  if (effect === null && !abilities.recordEffect) return null;
  return (
    <Section title={t('effect.title')}>
      {effect === null ? (
        <p className="text-soft">{t('effect.none')}</p>
      ) : (
        <p className="max-w-prose whitespace-pre-line">
          <LocalizedText of={effect} />
        </p>
      )}
      {abilities.recordEffect && (
        <div className="print:hidden">
          <Button kind="quiet" onPress={() => setWriting(true)}>
            {t('effect.open')}
          </Button>
        </div>
      )}
      <Suspense>{isWriting && <EffectDialog position={position} onClose={() => setWriting(false)} />}</Suspense>
    </Section>
  );
};
