import type { NewSecondFactor, SecurityView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { Enrol } from './enrol.tsx';
import { useSecureDeed } from './proof.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** With so few recovery codes left it is time for new ones. */
const few = 3;

interface OnProps {
  readonly factor: NonNullable<SecurityView['secondFactor']>;
  readonly isRequired: boolean;
  readonly onCodes: (codes: readonly string[]) => void;
}

const SecondFactorOn = ({ factor, isRequired, onCodes }: OnProps) => {
  const { t } = useTranslation('security');
  const [isRemoving, setRemoving] = useState(false);
  const renew = useSecureDeed(api.renewRecoveryCodes, ({ codes }) => onCodes(codes));
  const remove = useSecureDeed(api.removeSecondFactor, () => {
    setRemoving(false);
    toast({ message: t('factor.removed') });
  });
  return (
    <>
      <Facts>
        <Fact name={t('factor.since')}>
          <Moment at={factor.since} />
        </Fact>
        <Fact name={t('factor.codesLeft')}>{factor.codesLeft}</Fact>
      </Facts>
      {factor.codesLeft <= few && <Notice kind="care" title={t('factor.fewCodes')} />}
      {isRequired && <p className="max-w-prose text-soft">{t('factor.required')}</p>}
      <DeedFailure error={renew.error} />
      <div className="flex flex-wrap gap-3">
        <Button isPending={renew.isPending} onPress={() => renew.mutate({})}>
          {t('factor.renew')}
        </Button>
        <Button kind="danger" onPress={() => setRemoving(true)}>
          {t('factor.remove')}
        </Button>
      </div>
      {renew.proof}
      {isRemoving && (
        <DeedDialog
          title={t('factor.removeTitle')}
          action={t('factor.remove')}
          kind="danger"
          deed={remove}
          onSend={() => remove.mutate({})}
          onClose={() => setRemoving(false)}
        >
          <p>{t('factor.removeLead')}</p>
        </DeedDialog>
      )}
      {remove.proof}
    </>
  );
};

interface OffProps {
  readonly onBegun: (factor: NewSecondFactor) => void;
}

const SecondFactorOff = ({ onBegun }: OffProps) => {
  const { t } = useTranslation('security');
  const begin = useSecureDeed(api.beginSecondFactor, onBegun);
  return (
    <>
      <p className="max-w-prose">{t('factor.why')}</p>
      <DeedFailure error={begin.error} />
      <div>
        <Button isPending={begin.isPending} onPress={() => begin.mutate({})}>
          {t('factor.begin')}
        </Button>
      </div>
      {begin.proof}
    </>
  );
};

/** The second factor: to turn it on with an authenticator, its recovery codes, to turn it off. */
export const SecondFactorSection = ({ security }: { readonly security: SecurityView }) => {
  const { t } = useTranslation('security');
  const [begun, setBegun] = useState<NewSecondFactor>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { secondFactor, secondFactorRequired } = security;
  const onCodes = (given: readonly string[]): void => {
    setBegun(undefined);
    setCodes(given);
  };
  const state = secondFactor ? (
    <Status tone="good">{t('factor.on')}</Status>
  ) : (
    <Status tone="idle">{t('factor.off')}</Status>
  );
  return (
    <Section title={t('factor.title')} aside={state}>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {begun && <Enrol factor={begun} onConfirmed={onCodes} onCancel={() => setBegun(undefined)} />}
      {!codes && !begun && secondFactor && (
        <SecondFactorOn factor={secondFactor} isRequired={secondFactorRequired} onCodes={onCodes} />
      )}
      {!codes && !begun && !secondFactor && <SecondFactorOff onBegun={setBegun} />}
    </Section>
  );
};
