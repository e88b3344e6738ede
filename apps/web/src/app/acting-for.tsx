import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, call } from '../lib/api.ts';
import { DeedFailure } from '../lib/failure.tsx';
import { sessionQuery, useSession } from '../lib/session.ts';
import { RadioGroup } from '../ui/radio-group.tsx';

/** What stays as it is for whomever one acts. */
const stays = new Set(['association', 'demo-accounts', 'session']);

/**
 * For whom the person acts, where there is a choice: everything that is seen and done is for that organization. What was
 * read for the other is forgotten.
 */
export const ActingFor = ({ label }: { readonly label: string }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { appointments, actingFor } = useSession();
  const organizations = [...new Map(appointments.map(({ organization }) => [organization.id, organization])).values()];
  const choose = useMutation({
    mutationFn: (organizationId: string) => call(api.actFor, { body: { organizationId } }),
    onSuccess: async (session) => {
      queries.setQueryData(sessionQuery().queryKey, session);
      await navigate({ to: '/app' });
      queries.removeQueries({ predicate: ({ queryKey }) => !stays.has(String(queryKey[0])), type: 'inactive' });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => !stays.has(String(queryKey[0])) });
    },
  });
  if (organizations.length < 2) return null;
  return (
    <>
      <RadioGroup
        label={label}
        value={actingFor?.organization.id ?? ''}
        options={organizations.map(({ id, name, kind }) => ({
          value: id,
          label: kind === 'SECRETARIAT' ? t('office.SECRETARIAT') : name,
        }))}
        onChange={(id) => choose.mutate(id)}
      />
      <DeedFailure error={choose.error} />
    </>
  );
};
