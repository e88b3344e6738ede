import type { PositionView } from '@blizej/contracts';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ConfirmDeed } from '../../lib/confirm-deed.tsx';
import {
  AreaControl,
  DateControl,
  RadioControl,
  SelectControl,
  TextControl,
  useContractForm,
  useField,
} from '../../lib/contract-form.tsx';
import { api as contract, ballotMajority, ballotQuorum, majorityBase, positionNature } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';
import { EndOfDayControl } from './end-of-day-control.tsx';
import { useMissingEnglish } from './missing-english.ts';
import { Threshold } from './threshold.tsx';

interface DialogProps {
  readonly position: PositionView;
  readonly onClose: () => void;
}

/** Opens the consultation, or puts off its end. */
export const ConsultDialog = ({ position: { id, version, state }, onClose }: DialogProps) => {
  const { t } = useTranslation('positions');
  const consult = useDeed(api.openConsultation, () => {
    onClose();
    toast({ message: t('consult.done') });
  });
  const form = useContractForm(contract.openConsultation.body, {
    defaults: { until: '', version },
    labels: { until: t('consult.until') },
    send: (body, outcome) => consult.mutate({ params: { id }, body }, outcome),
  });
  const isOpen = state === 'CONSULTATION';
  return (
    <DeedDialog
      title={t(isOpen ? 'consult.extend' : 'consult.open')}
      action={t(isOpen ? 'consult.extend' : 'consult.open')}
      deed={consult}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t(isOpen ? 'consult.extendWhat' : 'consult.what')}</p>
      <EndOfDayControl of={form} name="until" hint={t('endOfDay')} />
    </DeedDialog>
  );
};

interface PolishOnlyProps {
  readonly position: PositionView;
  readonly isMeant: boolean;
  readonly onChange: (isMeant: boolean) => void;
}

/** Names what has no English before nothing can be changed any more; that it stays so has to be said. */
const PolishOnly = ({ position: { title, text, withoutEnglish }, isMeant, onChange }: PolishOnlyProps) => {
  const { t } = useTranslation('positions');
  const parts = useMissingEnglish()(withoutEnglish);
  if (title.en === null && text.paragraphs.every(({ en }) => en === null)) {
    return (
      <Notice kind="care" title={t('english.none')}>
        {t('english.noneBefore')}
      </Notice>
    );
  }
  if (parts === null) return null;
  return (
    <Notice kind="care" title={parts}>
      <p>{t('english.before')}</p>
      <Checkbox isSelected={isMeant} onChange={onChange}>
        {t('english.meant')}
      </Checkbox>
    </Notice>
  );
};

/** Puts the text as it stands to the vote of all. */
export const VoteDialog = ({ position, onClose }: DialogProps) => {
  const { id, version, text } = position;
  const { t } = useTranslation(['positions', 'ballots']);
  const vote = useDeed(api.putToVote, () => {
    onClose();
    toast({ message: t('vote.done') });
  });
  const form = useContractForm(contract.putToVote.body, {
    defaults: { quorum: 'HALF', majority: 'SIMPLE', majorityOf: 'VOTES', closesAt: '', withoutEnglish: false, version },
    labels: {
      quorum: t('ballots:form.quorum'),
      majority: t('ballots:form.majority'),
      majorityOf: t('ballots:form.majorityOf'),
      closesAt: t('vote.closes'),
    },
    send: (body, outcome) => vote.mutate({ params: { id }, body }, outcome),
  });
  const meant = useField({ of: form, name: 'withoutEnglish' });
  const majority = useWatch({ control: form.form.control, name: 'majority' });
  return (
    <DeedDialog title={t('vote.open')} action={t('vote.open')} deed={vote} onSend={form.submit} onClose={onClose}>
      <p className="text-soft">{t('vote.what', { number: text.number })}</p>
      <SelectControl
        of={form}
        name="quorum"
        options={ballotQuorum.options.map((value) => ({ value, label: t(`ballots:quorum.${value}`) }))}
      />
      <RadioControl
        of={form}
        name="majority"
        options={ballotMajority.options.map((value) => ({ value, label: t(`ballots:majority.${value}`) }))}
        onChosen={(chosen) => {
          if (chosen === 'SIMPLE') form.form.setValue('majorityOf', 'VOTES');
        }}
      />
      {majority !== 'SIMPLE' && (
        <RadioControl
          of={form}
          name="majorityOf"
          options={majorityBase.options.map((value) => ({ value, label: t(`ballots:majorityOf.${value}`) }))}
        />
      )}
      <EndOfDayControl of={form} name="closesAt" hint={t('endOfDay')} />
      <PolishOnly position={position} isMeant={meant.value} onChange={meant.onChange} />
    </DeedDialog>
  );
};

/** Begins the silence procedure. */
export const SilenceDialog = ({ position, onClose }: DialogProps) => {
  const { id, version } = position;
  const { t } = useTranslation('positions');
  const begin = useDeed(api.beginSilence, () => {
    onClose();
    toast({ message: t('silence.begun') });
  });
  const form = useContractForm(contract.beginSilence.body, {
    defaults: { until: '', withoutEnglish: false, version },
    labels: { until: t('silence.until') },
    send: (body, outcome) => begin.mutate({ params: { id }, body }, outcome),
  });
  const meant = useField({ of: form, name: 'withoutEnglish' });
  return (
    <DeedDialog
      title={t('silence.open')}
      action={t('silence.begin')}
      deed={begin}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('silence.what')}</p>
      <EndOfDayControl of={form} name="until" hint={t('endOfDay')} />
      <PolishOnly position={position} isMeant={meant.value} onChange={meant.onChange} />
    </DeedDialog>
  );
};

/** Names who keeps it from now on. */
export const RapporteurDialog = ({ position, onClose }: DialogProps) => {
  const { t } = useTranslation('positions');
  const { id, version, rapporteur, candidates } = position;
  const name = useDeed(api.nameRapporteur, () => {
    onClose();
    toast({ message: t('rapporteur.done') });
  });
  const form = useContractForm(contract.nameRapporteur.body, {
    defaults: { personId: rapporteur?.id ?? '', version },
    labels: { personId: t('field.rapporteur') },
    send: (body, outcome) => name.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('rapporteur.open')}
      action={t('rapporteur.send')}
      deed={name}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('rapporteur.what')}</p>
      <SelectControl
        of={form}
        name="personId"
        nothing={t('nobody')}
        options={candidates.map((candidate) => ({ value: candidate.id, label: candidate.name }))}
      />
    </DeedDialog>
  );
};

/** Changes what a draft is for, and its threshold. */
export const TermsDialog = ({ position, onClose }: DialogProps) => {
  const { t } = useTranslation('positions');
  const { id, version, occasion, aim, wantedBy, nature, threshold, isPublic } = position;
  const change = useDeed(api.changePosition, () => {
    onClose();
    toast({ message: t('terms.done') });
  });
  const form = useContractForm(contract.changePosition.body, {
    defaults: {
      occasion: occasion.pl,
      occasionEn: occasion.en ?? undefined,
      aim: aim.pl,
      aimEn: aim.en ?? undefined,
      wantedBy: wantedBy ?? undefined,
      nature,
      threshold,
      isPublic,
      version,
    },
    labels: {
      occasion: t('field.occasion'),
      occasionEn: t('field.occasionEn'),
      aim: t('field.aim'),
      aimEn: t('field.aimEn'),
      wantedBy: t('field.wantedBy'),
      nature: t('field.nature'),
      threshold: t('field.threshold'),
      isPublic: t('field.isPublic'),
    },
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  const publicly = useField({ of: form, name: 'isPublic' });
  const share = useField({ of: form, name: 'threshold' });
  return (
    <DeedDialog title={t('terms.open')} action={t('terms.send')} deed={change} onSend={form.submit} onClose={onClose}>
      <AreaControl of={form} name="occasion" lang="pl" maximum={2000} />
      <AreaControl of={form} name="occasionEn" lang="en" maximum={2000} rows={2} />
      <AreaControl of={form} name="aim" lang="pl" maximum={1000} rows={3} />
      <AreaControl of={form} name="aimEn" lang="en" maximum={1000} rows={2} />
      <DateControl of={form} name="wantedBy" />
      <RadioControl
        of={form}
        name="nature"
        options={positionNature.options.map((value) => ({ value, label: t(`nature.${value}`) }))}
      />
      <Threshold label={share.label} error={share.error} value={share.value} onChange={share.onChange} />
      <Checkbox isSelected={publicly.value} onChange={publicly.onChange}>
        {publicly.label}
      </Checkbox>
    </DeedDialog>
  );
};

/** Why it is withdrawn. */
export const WithdrawDialog = ({ position: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation('positions');
  const withdraw = useDeed(api.withdrawPosition, () => {
    onClose();
    toast({ message: t('withdraw.done') });
  });
  return (
    <ReasonDialog
      title={t('withdraw.title')}
      hint={t('withdraw.hint')}
      action={t('withdraw.open')}
      deed={withdraw}
      onSend={(reason) => withdraw.mutate({ params: { id }, body: { reason, version } })}
      onClose={onClose}
    />
  );
};

/** A gmina's dissent, to stand beside the adopted position. */
export const DissentDialog = ({ position: { id, mine, dissents, isPublic }, onClose }: DialogProps) => {
  const { t } = useTranslation('positions');
  const organizationId = mine?.organization.id ?? '';
  const former = dissents.find(({ organization }) => organization.id === organizationId);
  const dissent = useDeed(api.recordDissent, () => {
    onClose();
    toast({ message: t('dissent.done') });
  });
  const form = useContractForm(contract.recordDissent.body, {
    defaults: { pl: former?.text.pl ?? '', en: former?.text.en ?? undefined },
    labels: { pl: t('dissent.pl'), en: t('dissent.en') },
    draft: { name: `dissent.${id}`, fields: ['pl', 'en'] },
    send: (body, outcome) => dissent.mutate({ params: { id, organizationId }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('dissent.title', { name: mine?.organization.name })}
      action={t('dissent.send')}
      deed={dissent}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('dissent.what')}</p>
      {isPublic && <p className="font-semibold">{t('dissent.publicly')}</p>}
      <AreaControl of={form} name="pl" maximum={3000} />
      <AreaControl of={form} name="en" maximum={3000} />
    </DeedDialog>
  );
};

/** The mayor approves it for the gmina, for good. */
export const SignDialog = ({ position: { id, mine, isPublic }, onClose }: DialogProps) => {
  const { t } = useTranslation('positions');
  return (
    <ConfirmDeed
      title={t('sign.title', { name: mine?.organization.name })}
      action={t('sign.send')}
      route={api.signPosition}
      sent={{ params: { id }, body: { organizationId: mine?.organization.id ?? '' } }}
      done={t('sign.done')}
      onClose={onClose}
    >
      <p className="text-soft">{t('sign.follows')}</p>
      {isPublic && <p className="text-soft">{t('sign.publicly')}</p>}
    </ConfirmDeed>
  );
};

/** What has changed by the position. */
export const EffectDialog = ({ position: { id, version, effect }, onClose }: DialogProps) => {
  const { t } = useTranslation('positions');
  const record = useDeed(api.recordEffect, () => {
    onClose();
    toast({ message: t('effect.done') });
  });
  const form = useContractForm(contract.recordEffect.body, {
    defaults: { effect: effect?.pl ?? '', effectEn: effect?.en ?? undefined, version },
    labels: { effect: t('effect.title'), effectEn: t('effect.en') },
    send: (body, outcome) => record.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog title={t('effect.open')} action={t('effect.send')} deed={record} onSend={form.submit} onClose={onClose}>
      <AreaControl of={form} name="effect" lang="pl" hint={t('effect.hint')} maximum={3000} />
      <AreaControl of={form} name="effectEn" lang="en" hint={t('field.wordsEnHint')} maximum={3000} rows={3} />
    </DeedDialog>
  );
};

interface SendDialogProps extends DialogProps {
  readonly addresseeId: string;
}

/** Sends the position to an addressee, or records how it was sent. */
export const SendDialog = ({ position, addresseeId, onClose }: SendDialogProps) => {
  const { t } = useTranslation('positions');
  const format = useFormat();
  const addressee = position.addressees.find(({ id }) => id === addresseeId);
  const channels = (
    [
      ['MAIL', addressee?.email],
      ['LETTER', addressee?.address],
      ['E_DELIVERY', addressee?.eDelivery],
    ] as const
  ).flatMap(([channel, address]) =>
    address ? [{ value: channel, label: t(`channel.${channel}`), hint: address }] : [],
  );
  const send = useDeed(api.sendPosition, () => {
    onClose();
    toast({ message: t('send.done') });
  });
  const form = useContractForm(contract.sendPosition.body, {
    defaults: { channel: channels[0]?.value ?? 'MAIL' },
    labels: { channel: t('send.how'), sentOn: t('send.sentOn'), proof: t('send.proof') },
    send: (body, outcome) => send.mutate({ params: { id: position.id, addresseeId }, body }, outcome),
  });
  const channel = useWatch({ control: form.form.control, name: 'channel' });
  const sent = addressee?.dispatches.at(-1);
  return (
    <DeedDialog
      title={t('send.title', { name: addressee?.name })}
      action={t(channel !== 'MAIL' ? 'send.record' : sent ? 'send.again' : 'send.mail')}
      deed={send}
      onSend={form.submit}
      onClose={onClose}
    >
      {sent && (
        <Notice kind="care" title={t('send.alreadySent', { day: format.day(sent.sentOn) })}>
          <p>{t(addressee?.answers.length ? 'send.answered' : 'send.notYet')}</p>
        </Notice>
      )}
      <RadioControl of={form} name="channel" options={channels} />
      {channel === 'MAIL' ? (
        <p className="text-soft">{t('send.mailWhat')}</p>
      ) : (
        <>
          <DateControl of={form} name="sentOn" hint={t('send.sentOnHint')} />
          <TextControl of={form} name="proof" hint={t('send.proofHint')} />
        </>
      )}
    </DeedDialog>
  );
};

/** Records what an addressee has answered. */
export const AnswerDialog = ({ position, addresseeId, onClose }: SendDialogProps) => {
  const { t } = useTranslation('positions');
  const addressee = position.addressees.find(({ id }) => id === addresseeId);
  const record = useDeed(api.recordAnswer, () => {
    onClose();
    toast({ message: t('answer.done') });
  });
  const form = useContractForm(contract.recordAnswer.body, {
    defaults: { kind: 'AGREED', receivedOn: '', text: '' },
    labels: { kind: t('answer.kindLabel'), receivedOn: t('answer.receivedOn'), text: t('answer.text') },
    draft: { name: `positionAnswer.${addresseeId}`, fields: ['kind', 'receivedOn', 'text'] },
    send: (body, outcome) => record.mutate({ params: { id: position.id, addresseeId }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('answer.title', { name: addressee?.name })}
      action={t('answer.send')}
      deed={record}
      onSend={form.submit}
      onClose={onClose}
    >
      <RadioControl
        of={form}
        name="kind"
        options={(['AGREED', 'PARTLY', 'REFUSED', 'NO_ANSWER'] as const).map((value) => ({
          value,
          label: t(`answer.kind.${value}`),
        }))}
      />
      <DateControl of={form} name="receivedOn" />
      <AreaControl of={form} name="text" maximum={5000} />
    </DeedDialog>
  );
};
