import type { SessionView } from '@blizej/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSignIn, type Credentials } from './use-sign-in.ts';

interface CodeStepProps {
  readonly credentials: Credentials;
  readonly onSignedIn: (session: SessionView) => void;
  readonly onCancel: () => void;
}

/** The second step of signing in, for who has a second factor. */
export const CodeStep = ({ credentials, onSignedIn, onCancel }: CodeStepProps) => {
  const { t } = useTranslation(['links', 'common']);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const signIn = useSignIn(onSignedIn);
  const isEmpty = code.trim() === '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isEmpty) input.current?.focus();
    else if (!signIn.isPending) {
      signIn.mutate({ ...credentials, code: code.trim() }, { onError: () => input.current?.select() });
    }
  };
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-5">
      <DeedFailure error={signIn.error} />
      <TextField
        ref={input}
        label={t('code')}
        hint={t('codeHint')}
        name="code"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={tried && isEmpty ? t('codeMissing') : undefined}
      />
      <Button type="submit" kind="primary" wide isPending={signIn.isPending}>
        {t('SIGN_IN.do')}
      </Button>
      <Button kind="quiet" onPress={onCancel}>
        {t('common:cancel')}
      </Button>
    </form>
  );
};
