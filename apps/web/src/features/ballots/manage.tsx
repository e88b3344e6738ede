import type { BallotView } from '@blizej/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../lib/api.ts';
import { ConfirmDeed } from '../../lib/confirm-deed.tsx';
import { AreaControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { downloadJson, useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { MomentControl } from '../../lib/moment-control.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { PaperDialog } from './paper-dialog.tsx';

interface DialogProps {
  readonly ballot: BallotView;
  readonly onClose: () => void;
}

const AnnounceDialog = ({ ballot: { id, version, opensAt }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  return (
    <ConfirmDeed
      title={t('announce.title')}
      action={t('announce.action')}
      route={api.announceBallot}
      sent={{ params: { id }, body: { version } }}
      done={t('announce.done')}
      onClose={onClose}
    >
      <p>{t('announce.what')}</p>
      <p>{opensAt ? t('announce.later', { moment: format.moment(opensAt) }) : t('announce.now')}</p>
    </ConfirmDeed>
  );
};

const ExtendDialog = ({ ballot: { id, version, closesAt }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const extend = useDeed(api.extendBallot, () => {
    onClose();
    toast({ message: t('extend.done') });
  });
  const form = useContractForm(contract.extendBallot.body, {
    defaults: { version, closesAt },
    labels: { closesAt: t('form.closesAt'), reason: t('extend.reason') },
    send: (body, outcome) => extend.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('extend.title')}
      action={t('extend.action')}
      deed={extend}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('extend.what', { moment: format.moment(closesAt) })}</p>
      <MomentControl of={form} name="closesAt" />
      <AreaControl of={form} name="reason" hint={t('extend.reasonHint')} maximum={2000} rows={3} />
    </DeedDialog>
  );
};

const CloseDialog = ({ ballot: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  return (
    <ConfirmDeed
      title={t('close.title')}
      action={t('close.action')}
      route={api.closeBallot}
      sent={{ params: { id }, body: { version } }}
      done={t('close.done')}
      onClose={onClose}
    >
      <p>{t('close.what')}</p>
    </ConfirmDeed>
  );
};

const WithdrawDialog = ({ ballot: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  const withdraw = useDeed(api.withdrawBallot, () => {
    onClose();
    toast({ message: t('withdraw.done') });
  });
  return (
    <ReasonDialog
      title={t('withdraw.title')}
      hint={t('withdraw.hint')}
      action={t('withdraw.action')}
      deed={withdraw}
      onSend={(reason) => withdraw.mutate({ params: { id }, body: { reason, version } })}
      onClose={onClose}
    />
  );
};

/** The whole record as files: for anybody to recount, and for programs that read votes of many bodies. */
export const Outputs = ({ ballot: { id, secret } }: { readonly ballot: BallotView }) => {
  const { t, i18n } = useTranslation('ballots');
  const [own, other] = i18n.language === 'en' ? (['en', 'pl'] as const) : (['pl', 'en'] as const);
  const minutes = useDownload(api.readProtocol);
  const popolo = useMutation({
    mutationFn: () => call(api.readPopolo, { params: { id } }),
    onSuccess: (motion) => downloadJson(`${t('export.file')}-${id}-popolo.json`, motion),
  });
  const read = useMutation({
    mutationFn: () => call(api.exportBallot, { params: { id } }),
    onSuccess: (record) => downloadJson(`${t('export.file')}-${id}.json`, record),
  });
  return (
    <div className="print:hidden">
      <Section title={t('export.record')}>
        <div className="flex flex-wrap gap-3">
          <Button
            isPending={minutes.isPending}
            onPress={() => minutes.mutate({ params: { id }, query: { language: own } })}
          >
            {t('export.protocol')}
          </Button>
          <Button
            isPending={minutes.isPending}
            onPress={() => minutes.mutate({ params: { id }, query: { language: other } })}
          >
            {t('export.protocolEn')}
          </Button>
          <Button isPending={read.isPending} onPress={() => read.mutate()}>
            {t('export.action')}
          </Button>
          {!secret && (
            <Button isPending={popolo.isPending} onPress={() => popolo.mutate()}>
              {t('export.popolo')}
            </Button>
          )}
          <Button kind="quiet" onPress={() => window.print()}>
            {t('export.print')}
          </Button>
        </div>
        <DeedFailure error={read.error ?? popolo.error ?? minutes.error} />
      </Section>
    </div>
  );
};

const dialogs = {
  announce: AnnounceDialog,
  extend: ExtendDialog,
  close: CloseDialog,
  withdraw: WithdrawDialog,
  enterPaper: PaperDialog,
};
const deeds = ['announce', 'close', 'extend', 'withdraw'] as const;

/** What the viewer may do with the ballot itself. */
export const Manage = ({ ballot }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation('ballots');
  const [asked, setAsked] = useState<keyof typeof dialogs>();
  const Dialog = asked && dialogs[asked];
  const { abilities, id } = ballot;
  return (
    <>
      {abilities.change && (
        <ButtonLink to="/app/glosowania/$ballotId/zmiana" params={{ ballotId: id }}>
          {t('change.open')}
        </ButtonLink>
      )}
      {deeds
        .filter((deed) => abilities[deed])
        .map((deed) => (
          <Button
            key={deed}
            kind={deed === 'announce' || deed === 'close' ? 'primary' : deed === 'withdraw' ? 'quiet' : 'secondary'}
            onPress={() => setAsked(deed)}
          >
            {t(`${deed}.open`)}
          </Button>
        ))}
      {abilities.enterPaper && <Button onPress={() => setAsked('enterPaper')}>{t('paper.open')}</Button>}
      {ballot.openedAt && (
        // Nobody projects from a phone, where the choices are to stand on the first screen.
        <span className="max-sm:hidden">
          <ButtonLink to="/app/glosowania/$ballotId/rzutnik" params={{ ballotId: id }} kind="quiet" target="_blank">
            {t('projector')}
          </ButtonLink>
        </span>
      )}
      {Dialog && <Dialog ballot={ballot} onClose={() => setAsked(undefined)} />}
    </>
  );
};
