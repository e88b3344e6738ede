import type { HeldLink, LinkPurpose, SessionView } from '@blizej/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, isProblem } from '../../lib/api.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Sheet } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { AskLink } from './ask-link.tsx';
import { Held, useLinkToken } from './held-link.tsx';
import { useIssueAt, withoutIssues } from './issue-at.ts';
import { useEntering } from './use-sign-in.ts';

interface FormProps {
  readonly token: string;
  readonly link: HeldLink;
}

/** Takes the session over and goes to the working side. */
const useGoIn = (): ((session: SessionView) => Promise<void>) => {
  const enter = useEntering();
  const navigate = useNavigate();
  return async (session) => {
    await enter(session);
    await navigate({ to: '/app', replace: true });
  };
};

const EnterForm = ({ token, link }: FormProps) => {
  const { t } = useTranslation('links');
  const goIn = useGoIn();
  const [code, setCode] = useState('');
  const codeInput = useRef<HTMLInputElement>(null);
  const enter = useMutation({
    mutationFn: () => call(api.signInByLink, { body: { token, ...(link.secondFactor && { code: code.trim() }) } }),
    onSuccess: goIn,
    onError: () => codeInput.current?.select(),
  });
  const issueAt = useIssueAt(enter.error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate();
  };
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-5">
      <DeedFailure error={withoutIssues(enter).error} />
      {link.secondFactor && (
        <TextField
          ref={codeInput}
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={issueAt('/code')}
        />
      )}
      <Button type="submit" kind="primary" wide isPending={enter.isPending}>
        {t('SIGN_IN.do')}
      </Button>
    </form>
  );
};

const ResetForm = ({ token, link }: FormProps) => {
  const { t } = useTranslation('links');
  const goIn = useGoIn();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const reset = useMutation({
    mutationFn: () => call(api.resetPassword, { body: { token, password } }),
    onSuccess: async ({ session }) => {
      toast({ message: session ? t('resetDoneIn') : t('resetDone') });
      if (session) return goIn(session);
      return navigate({ to: '/logowanie', replace: true });
    },
    onError: (error) => isProblem(error, 'invalid') && input.current?.focus(),
  });
  const issueAt = useIssueAt(reset.error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!reset.isPending) reset.mutate();
  };
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-5">
      <DeedFailure error={withoutIssues(reset).error} />
      {/* So that a password manager knows whose password it is. */}
      <input type="email" name="username" autoComplete="username" value={link.email} readOnly hidden />
      <TextField
        ref={input}
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={issueAt('/password')}
      />
      <Button type="submit" kind="primary" wide isPending={reset.isPending}>
        {t('RESET.do')}
      </Button>
    </form>
  );
};

const forms = { SIGN_IN: EnterForm, RESET: ResetForm };

/** Behind a link: whose account it opens, and the way in. */
const HeldPage = ({ token, purpose, onAsk }: { token: string; purpose: LinkPurpose; onAsk: () => void }) => {
  const { t } = useTranslation('links');
  const Form = forms[purpose];
  const title = t(`${purpose}.title`);
  return (
    <Held
      token={token}
      title={title}
      onVoid={
        <div>
          <Button kind="primary" onPress={onAsk}>
            {t(`${purpose}.void`)}
          </Button>
        </div>
      }
    >
      {(link) => (
        <>
          <PageHeader title={title} lead={t(`${purpose}.heldLead`)} />
          <Facts>
            <Fact name={t('account')}>
              {link.name} · {link.email}
            </Fact>
          </Facts>
          <Sheet>
            <Form token={token} link={link} />
          </Sheet>
        </>
      )}
    </Held>
  );
};

const LinkPage = ({ purpose }: { readonly purpose: LinkPurpose }) => {
  const token = useLinkToken();
  const [voidToken, setVoidToken] = useState<string>();
  return (
    <PublicFrame>
      <div className="mx-auto flex max-w-md flex-col gap-6">
        {token === '' || token === voidToken ? (
          <AskLink purpose={purpose} />
        ) : (
          <HeldPage key={token} token={token} purpose={purpose} onAsk={() => setVoidToken(token)} />
        )}
      </div>
    </PublicFrame>
  );
};

/** Signing in by a link: to ask for one, and behind one. */
export const SignInLinkPage = () => <LinkPage purpose="SIGN_IN" />;

/** A forgotten password: to ask for a link, and behind one. */
export const ResetPage = () => <LinkPage purpose="RESET" />;
