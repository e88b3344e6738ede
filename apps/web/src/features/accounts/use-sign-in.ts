import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '@blizej/contracts';
import { api, call } from '../../lib/api.ts';
import { chooseLanguage } from '../../lib/i18n.ts';
import { chooseTheme, hasChosenLanguage, hasChosenTheme } from '../../lib/preferences.ts';
import { sessionQuery } from '../../lib/session.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly code?: string;
}

/** Takes a session over that was opened; who has not chosen a language on this device reads in the one of their account. */
export const useEntering = (): ((session: SessionView) => Promise<void>) => {
  const queries = useQueryClient();
  return async (session) => {
    queries.setQueryData(sessionQuery().queryKey, session);
    if (!hasChosenLanguage()) await chooseLanguage(session.person.language);
    if (!hasChosenTheme()) chooseTheme(session.person.theme);
  };
};

/** Signs in by a password, and by a code where one is asked. */
export const useSignIn = (onSignedIn: (session: SessionView) => void) => {
  const enter = useEntering();
  return useMutation({
    mutationFn: (body: Credentials) => call(api.signIn, { body }),
    onSuccess: async (session) => {
      await enter(session);
      onSignedIn(session);
    },
  });
};
