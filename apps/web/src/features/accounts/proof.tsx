import type { Answer, Route } from '@blizej/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, isProblem, type Address, type CallOf } from '../../lib/api.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useDeed } from '../../lib/deed.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { securityQuery } from './security.queries.ts';

interface ProofDialogProps {
  readonly onProved: () => void;
  readonly onClose: () => void;
}

/** Who has nothing to prove it with signs in again. */
const SignInAnew = ({ onClose }: Pick<ProofDialogProps, 'onClose'>) => {
  const { t } = useTranslation(['security', 'common']);
  const leave = async (): Promise<void> => {
    await call(api.signOut, {}).catch(() => undefined);
    window.location.assign(`/logowanie?powrot=${encodeURIComponent(window.location.pathname)}`);
  };
  return (
    <Dialog title={t('proof.title')} onClose={onClose}>
      <p>{t('proof.anew')}</p>
      <DialogActions>
        <Button kind="primary" onPress={() => void leave()}>
          {t('proof.signIn')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common:cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

/** Asks again for everything with which one signs in. */
const ProofDialog = ({ onProved, onClose }: ProofDialogProps) => {
  const { t } = useTranslation('security');
  const {
    data: { hasPassword, secondFactor, email },
  } = useSuspenseQuery(securityQuery());
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  const codeInput = useRef<HTMLInputElement>(null);
  // Not a deed: nothing on the page has changed, and the session has a new token while the next call is on its way.
  const prove = useMutation({
    mutationFn: () =>
      call(api.proveSession, {
        body: { ...(hasPassword && { password }), ...(secondFactor && { code: code.trim() }) },
      }),
    onSuccess: onProved,
    onError: (error) => (isProblem(error, 'wrong-code') ? codeInput : passwordInput).current?.select(),
  });
  if (!hasPassword && !secondFactor) return <SignInAnew onClose={onClose} />;
  const lacksPassword = hasPassword && password === '';
  const lacksCode = secondFactor !== null && code.trim() === '';
  const send = (): void => {
    setTried(true);
    if (lacksPassword) passwordInput.current?.focus();
    else if (lacksCode) codeInput.current?.focus();
    else if (!prove.isPending) prove.mutate();
  };
  return (
    <DeedDialog title={t('proof.title')} action={t('proof.confirm')} deed={prove} onSend={send} onClose={onClose}>
      <p className="text-soft">{t('proof.lead')}</p>
      {/* So that a password manager knows whose password it is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <TextField
          ref={passwordInput}
          label={t('proof.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={tried && lacksPassword ? t('proof.passwordMissing') : undefined}
        />
      )}
      {secondFactor && (
        <TextField
          ref={codeInput}
          label={t('proof.code')}
          hint={t('proof.codeHint')}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={tried && lacksCode ? t('proof.codeMissing') : undefined}
        />
      )}
    </DeedDialog>
  );
};

export interface SecureDeed<R extends Route> {
  readonly mutate: (sent: CallOf<R>) => void;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: Error | null;
  /** Stands beside whatever asks for the deed, never within its form. */
  readonly proof: ReactNode;
}

/** A deed that may ask first who one is, and goes on with what was being done once that is proved. */
export const useSecureDeed = <R extends Route>(
  route: Address<R>,
  onDone?: (answer: Answer<R>, sent: CallOf<R>) => void,
): SecureDeed<R> => {
  const deed = useDeed(route, onDone);
  const [waiting, setWaiting] = useState<{ readonly sent: CallOf<R> }>();
  const mutate = (sent: CallOf<R>): void =>
    deed.mutate(sent, { onError: (error) => isProblem(error, 'proof-required') && setWaiting({ sent }) });
  return {
    mutate,
    isPending: deed.isPending,
    isSuccess: deed.isSuccess,
    error: isProblem(deed.error, 'proof-required') ? null : deed.error,
    proof: waiting && (
      <ProofDialog
        onProved={() => {
          setWaiting(undefined);
          mutate(waiting.sent);
        }}
        onClose={() => setWaiting(undefined)}
      />
    ),
  };
};
