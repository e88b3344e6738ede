import type { HeldInvitation, Issue } from '@blizej/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, isProblem } from '../../lib/api.ts';
import { Failure, DeedFailure } from '../../lib/failure.tsx';
import { useIssueWords } from '../../lib/problem-words.ts';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { chooseLanguage } from '../../lib/i18n.ts';
import { hasChosenLanguage } from '../../lib/preferences.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Sheet } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { useEntering } from './use-sign-in.ts';

interface AcceptFormProps {
  readonly token: string;
  readonly held: HeldInvitation;
}

const AcceptForm = ({ token, held }: AcceptFormProps) => {
  const { t } = useTranslation('invitations');
  const say = useIssueWords();
  const navigate = useNavigate();
  const enter = useEntering();
  const [name, setName] = useState(held.name);
  const [password, setPassword] = useState('');
  const nameInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const accept = useMutation({
    mutationFn: () =>
      call(api.acceptInvitation, { body: held.hasAccount ? { token } : { token, name: name.trim(), password } }),
    onSuccess: async ({ session }) => {
      if (session) {
        await enter(session);
        return navigate({ to: '/app', replace: true });
      }
      toast({ message: t('accept.doneKnown') });
      return navigate({ to: '/logowanie', replace: true });
    },
    onError: (error) => {
      if (!isProblem(error, 'invalid')) return;
      const first = error.issues.some(({ pointer }) => pointer === '/name') ? nameInput : passwordInput;
      first.current?.focus();
    },
  });
  const issues: readonly Issue[] = isProblem(accept.error, 'invalid') ? accept.error.issues : [];
  const issueAt = (pointer: string): string | undefined => {
    const issue = issues.find((one) => one.pointer === pointer);
    return issue && say(issue);
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!accept.isPending) accept.mutate();
  };
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-5">
      {!isProblem(accept.error, 'invalid') && <DeedFailure error={accept.error} />}
      {held.hasAccount ? (
        <p>{t('accept.hasAccount')}</p>
      ) : (
        <>
          <TextField
            ref={nameInput}
            label={t('accept.name')}
            hint={t('accept.nameHint')}
            name="name"
            autoComplete="name"
            value={name}
            onChange={setName}
            error={issueAt('/name')}
          />
          {/* So that a password manager knows whose password it is. */}
          <input type="email" name="username" autoComplete="username" value={held.email} readOnly hidden />
          <TextField
            ref={passwordInput}
            label={t('accept.password')}
            hint={t('accept.passwordHint')}
            type="password"
            name="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            error={issueAt('/password')}
          />
        </>
      )}
      <Button type="submit" kind="primary" wide isPending={accept.isPending}>
        {t('accept.action')}
      </Button>
    </form>
  );
};

/** Behind the link of an invitation: who asks whom in, and the way in. */
export const AcceptPage = () => {
  const { t } = useTranslation(['invitations', 'common']);
  // The secret stands behind the #: no server's log has it.
  const [token] = useState(() => window.location.hash.slice(1));
  const held = useQuery({
    queryKey: ['held-invitation', token],
    queryFn: async ({ signal }) => {
      const invitation = await call(api.readHeldInvitation, { body: { token }, signal });
      // The page speaks as the letter did.
      if (!hasChosenLanguage()) await chooseLanguage(invitation.language);
      return invitation;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <PublicFrame>
      <div className="mx-auto flex max-w-md flex-col gap-6">
        {held.isPending && <RowsSkeleton />}
        {held.isError && (
          <>
            <PageHeader title={t('accept.title')} />
            <Failure
              error={held.error}
              {...(!isProblem(held.error, 'link-void') && { onRetry: () => void held.refetch() })}
            />
            {isProblem(held.error, 'link-void') && (
              <>
                <p>{t('accept.used')}</p>
                <div>
                  <ButtonLink to="/logowanie" kind="primary">
                    {t('accept.signIn')}
                  </ButtonLink>
                </div>
              </>
            )}
          </>
        )}
        {held.data && (
          <>
            <PageHeader
              title={t('accept.title')}
              lead={t('accept.lead', { inviter: held.data.invitedBy, organization: held.data.organization })}
            />
            <Facts>
              <Fact name={t('invite.office')}>{t(`common:office.${held.data.office}`)}</Fact>
              <Fact name={t('accept.organization')}>{held.data.organization}</Fact>
              <Fact name={t('invite.email')}>{held.data.email}</Fact>
            </Facts>
            <Sheet>
              <AcceptForm token={token} held={held.data} />
            </Sheet>
          </>
        )}
      </div>
    </PublicFrame>
  );
};
