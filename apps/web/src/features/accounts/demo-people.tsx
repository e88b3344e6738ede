import type { Office, SessionView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DeedFailure } from '../../lib/failure.tsx';
import { Section } from '../../ui/section.tsx';
import { demoAccountsQuery } from './accounts.queries.ts';
import { useSignIn } from './use-sign-in.ts';

const offices: readonly Office[] = [
  'SECRETARIAT',
  'EXECUTIVE',
  'DELEGATE',
  'COORDINATOR',
  'OFFICIAL',
  'PARTNER_CONTACT',
];

/** The invented people of the demo, by office: one click signs in. */
export const DemoPeople = ({ onSignedIn }: { readonly onSignedIn: (session: SessionView) => void }) => {
  const { t } = useTranslation(['accounts', 'common']);
  const { data: people = [] } = useQuery(demoAccountsQuery());
  const signIn = useSignIn(onSignedIn);
  if (people.length === 0) return null;
  return (
    <Section title={t('demo.title')}>
      <p className="text-soft">{t('demo.lead')}</p>
      <DeedFailure error={signIn.error} />
      <div className="gap-x-10 sm:columns-2">
        {offices.map((held) => {
          const holders = people.filter((person) => person.office === held);
          if (holders.length === 0) return null;
          return (
            <div key={held} className="flex break-inside-avoid flex-col gap-1 pb-6">
              <h3 className="text-h3">{t(`common:office.${held}`)}</h3>
              <ul className="flex flex-col divide-y divide-line border-y border-line">
                {holders.map((person) => (
                  <li key={person.email}>
                    <button
                      type="button"
                      disabled={signIn.isPending}
                      onClick={() => signIn.mutate({ email: person.email, password: person.password })}
                      className="group flex min-h-12 w-full flex-col justify-center rounded-small py-2 text-start hover:text-sea"
                    >
                      <span className="font-semibold underline-offset-4 group-hover:underline">{person.name}</span>
                      <span className="text-small text-soft">{person.organization}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </Section>
  );
};
