import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionEnded, sessionQuery, useSession } from '../../lib/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInWays } from './sign-in-ways.tsx';

/** The session has ended under an open page: sign in again in place; what is being written stays as it is. */
export const SessionDialog = () => {
  const { t } = useTranslation('accounts');
  const { person } = useSession();
  const queries = useQueryClient();
  const router = useRouter();
  return (
    <Dialog title={t('ended.title')}>
      <p className="text-soft">{t('ended.lead')}</p>
      <SignInForm
        email={person.email}
        onSignedIn={(session) => {
          sessionEnded.set(false);
          // Another person must not see what was read for this one.
          if (session.person.id !== person.id) return window.location.assign('/app');
          void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery().queryKey[0] });
          void router.invalidate();
        }}
      />
      <SignInWays returnTo={window.location.pathname + window.location.search} />
    </Dialog>
  );
};
