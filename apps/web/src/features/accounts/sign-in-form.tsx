import type { SessionView } from '@blizej/contracts';
import { lazy, Suspense, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/api.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSignIn } from './use-sign-in.ts';

const CodeStep = lazy(async () => ({ default: (await import('./code-step.tsx')).CodeStep }));

interface SignInFormProps {
  /** Known where a session has ended: then only the password is asked. */
  readonly email?: string;
  readonly onSignedIn: (session: SessionView) => void;
}

export const SignInForm = ({ email: known = '', onSignedIn }: SignInFormProps) => {
  const { t } = useTranslation('accounts');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const signIn = useSignIn(onSignedIn);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '') emailInput.current?.focus();
    else if (password === '') passwordInput.current?.focus();
    else {
      signIn.mutate(
        { email: email.trim(), password },
        {
          onError: (error) => {
            if (isProblem(error, 'wrong-credentials')) passwordInput.current?.select();
          },
        },
      );
    }
  };

  // The password is right, and the account has a second factor.
  if (isProblem(signIn.error, 'second-factor-required')) {
    return (
      <Suspense>
        <CodeStep credentials={{ email: email.trim(), password }} onSignedIn={onSignedIn} onCancel={signIn.reset} />
      </Suspense>
    );
  }
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-5">
      <DeedFailure error={signIn.error} />
      <TextField
        ref={emailInput}
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={tried && email.trim() === '' ? t('emailMissing') : undefined}
      />
      <TextField
        ref={passwordInput}
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={tried && password === '' ? t('passwordMissing') : undefined}
      />
      <Button type="submit" kind="primary" wide isPending={signIn.isPending}>
        {t('signIn')}
      </Button>
    </form>
  );
};
