import { reasonLength, type AssignmentView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';

interface Props {
  readonly assignment: AssignmentView;
}

interface DialogProps extends Props {
  readonly onClose: () => void;
}

const AskDialog = ({ assignment: { task, organization, dueOn }, onClose }: DialogProps) => {
  const { t } = useTranslation(['tasks', 'common']);
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useDeed(api.askForTime, () => {
    onClose();
    toast({ message: t('time.asked') });
  });
  const said = reason.trim();
  const isReason = said.length >= reasonLength.minimum && said.length <= reasonLength.maximum;
  const isLater = day > dueOn && !isProblem(ask.error, 'invalid');
  const send = (): void => {
    setTried(true);
    if (day > dueOn && isReason)
      ask.mutate({ params: { id: task.id, organizationId: organization.id }, body: { dueOn: day, reason: said } });
  };
  return (
    <DeedDialog
      title={t('time.title')}
      action={t('time.send')}
      deed={{ ...ask, error: isProblem(ask.error, 'invalid') ? null : ask.error }}
      onSend={send}
      onClose={onClose}
    >
      <DateField
        label={t('time.day')}
        value={day}
        earliest={dueOn}
        onChange={(chosen) => {
          setDay(chosen);
          ask.reset();
        }}
        error={tried && !isLater ? t('time.notLater') : undefined}
      />
      <TextArea
        label={t('common:reason')}
        hint={t('time.reasonHint')}
        value={reason}
        onChange={setReason}
        maximum={reasonLength.maximum}
        error={tried && !isReason ? t('common:reasonMissing') : undefined}
      />
    </DeedDialog>
  );
};

/** The gmina's side: asks for a later day, sees what came of it. */
export const AskForTime = ({ assignment }: Props) => {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  const withdraw = useDeed(api.withdrawTimeRequest, () => toast({ message: t('time.withdrawn') }));
  const { task, organization, dueRequest, abilities } = assignment;
  return (
    <>
      {dueRequest?.state === 'OPEN' && abilities.withdrawTimeRequest && (
        <Notice kind="calm" title={t('time.waiting')}>
          <p>
            {t('time.wanted')} <Day day={dueRequest.dueOn} />
          </p>
          <p className="whitespace-pre-line">{dueRequest.reason}</p>
          <p>
            <Button
              isPending={withdraw.isPending}
              onPress={() =>
                withdraw.mutate({
                  params: { id: task.id, organizationId: organization.id },
                  body: { requestId: dueRequest.id },
                })
              }
            >
              {t('time.withdraw')}
            </Button>
          </p>
          <DeedFailure error={withdraw.error} />
        </Notice>
      )}
      {dueRequest?.state === 'REFUSED' && abilities.askForTime && (
        <Notice kind="care" title={t('time.refused')}>
          <p className="whitespace-pre-line">{dueRequest.refusal}</p>
        </Notice>
      )}
      {abilities.askForTime && (
        <div className="print:hidden">
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('time.ask')}
          </Button>
        </div>
      )}
      {isOpen && <AskDialog assignment={assignment} onClose={() => setOpen(false)} />}
    </>
  );
};

/** The secretariat's side: the day that is asked for, and why; given, given otherwise, or refused. */
export const DecideOnTime = ({ assignment }: Props) => {
  const { t } = useTranslation('tasks');
  const { task, organization, dueOn, dueRequest, abilities } = assignment;
  const [deciding, setDeciding] = useState<'grant' | 'refuse' | null>(null);
  const [day, setDay] = useState('');
  const close = (): void => setDeciding(null);
  const grant = useDeed(api.grantTime, () => {
    close();
    toast({ message: t('time.granted') });
  });
  const refuse = useDeed(api.refuseTime, () => {
    close();
    toast({ message: t('time.refusedNow') });
  });
  if (!dueRequest || !abilities.decideTimeRequest) return null;
  const params = { id: task.id, organizationId: organization.id };
  const isInvalid = isProblem(grant.error, 'invalid');
  return (
    <Notice kind="care" title={t('time.asks', { gmina: organization.name })}>
      <p>
        {t('time.wanted')} <Day day={dueRequest.dueOn} />
      </p>
      <p className="whitespace-pre-line">{dueRequest.reason}</p>
      <p className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          onPress={() => {
            setDay(dueRequest.dueOn);
            grant.reset();
            setDeciding('grant');
          }}
        >
          {t('time.grant')}
        </Button>
        <Button onPress={() => setDeciding('refuse')}>{t('time.refuse')}</Button>
      </p>
      {deciding === 'grant' && (
        <DeedDialog
          title={t('time.grantTitle', { gmina: organization.name })}
          action={t('time.grant')}
          deed={{ ...grant, error: isInvalid ? null : grant.error }}
          onSend={() => grant.mutate({ params, body: { requestId: dueRequest.id, dueOn: day } })}
          onClose={close}
        >
          <DateField
            label={t('time.day')}
            value={day}
            earliest={dueOn}
            onChange={setDay}
            error={isInvalid ? t('time.notLater') : undefined}
          />
        </DeedDialog>
      )}
      {deciding === 'refuse' && (
        <ReasonDialog
          title={t('time.refuseTitle', { gmina: organization.name })}
          hint={t('time.refuseHint')}
          action={t('time.refuse')}
          deed={refuse}
          onSend={(reason) => refuse.mutate({ params, body: { requestId: dueRequest.id, reason } })}
          onClose={close}
        />
      )}
    </Notice>
  );
};
