import type { IdentityView, Localized, ProblemSlug } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../../lib/api.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { identitiesQuery, signInWaysQuery } from './identities.queries.ts';
import { useSecureDeed } from './proof.tsx';

interface Row {
  readonly id: string;
  /** Missing where the portal no longer works with the provider. */
  readonly name: Localized | null;
  readonly identity: IdentityView | undefined;
}

/** Every provider with the account that is linked there, then the accounts with providers of the past. */
const rowsOf = (providers: readonly { id: string; name: Localized }[], linked: readonly IdentityView[]): Row[] => [
  ...providers.map(({ id, name }) => ({ id, name, identity: linked.find(({ provider }) => provider.id === id) })),
  ...linked
    .filter(({ provider }) => provider.name === null)
    .map((identity) => ({ id: identity.provider.id, name: null, identity })),
];

interface ExternalAccountsProps {
  /** Why linking an account did not succeed; the server sends the browser back with it. */
  readonly problem?: ProblemSlug | undefined;
}

/** The accounts with outside providers that open the portal to the person; linked and unlinked here. */
export const ExternalAccounts = ({ problem }: ExternalAccountsProps) => {
  const { t } = useTranslation('identities');
  const ways = useQuery(signInWaysQuery());
  const linked = useQuery(identitiesQuery());
  const error = ways.error ?? linked.error;
  return (
    <Section title={t('title')}>
      <p className="max-w-prose text-soft">{t('lead')}</p>
      {problem && <DeedFailure error={new ApiProblem(problem)} />}
      {error ? (
        <Failure
          error={error}
          onRetry={() => {
            void ways.refetch();
            void linked.refetch();
          }}
        />
      ) : ways.data && linked.data ? (
        <Accounts rows={rowsOf(ways.data.providers, linked.data.items)} />
      ) : (
        <RowsSkeleton rows={2} />
      )}
    </Section>
  );
};

const Accounts = ({ rows }: { readonly rows: readonly Row[] }) => {
  const { t } = useTranslation('identities');
  if (rows.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.lead')}</EmptyState>;
  return (
    <Rows>
      {rows.map((row) => (
        <AccountRow key={row.id} row={row} />
      ))}
    </Rows>
  );
};

const AccountRow = ({ row: { id, name, identity } }: { readonly row: Row }) => {
  const { t } = useTranslation('identities');
  const localized = useLocalized();
  const provider = name ? localized(name) : id;
  // The browser goes to the provider and comes back linked.
  const link = useSecureDeed(api.linkIdentity, ({ url }) => window.location.assign(url));
  return (
    <li className="flex flex-col gap-3 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
          <p className="flex flex-wrap items-center gap-3 font-semibold">
            {provider}
            <Status tone={identity ? 'good' : 'idle'}>{identity ? t('linked') : t('notLinked')}</Status>
          </p>
          {identity && (
            <p className="text-small text-soft">
              <Moment at={identity.linkedAt} />
            </p>
          )}
          {name === null && <p className="text-small text-soft">{t('retired')}</p>}
        </div>
        {identity ? (
          <UnlinkButton id={identity.id} provider={provider} />
        ) : (
          <Button
            label={t('linkNamed', { provider })}
            isPending={link.isPending || link.isSuccess}
            onPress={() => link.mutate({ body: { provider: id } })}
          >
            {t('link')}
          </Button>
        )}
      </div>
      <DeedFailure error={link.error} />
      {link.proof}
    </li>
  );
};

const UnlinkButton = ({ id, provider }: { readonly id: string; readonly provider: string }) => {
  const { t } = useTranslation('identities');
  const [isOpen, setOpen] = useState(false);
  const unlink = useSecureDeed(api.unlinkIdentity, () => {
    setOpen(false);
    toast({ message: t('unlinkDone', { provider }) });
  });
  return (
    <>
      <Button kind="quiet" label={t('unlinkNamed', { provider })} onPress={() => setOpen(true)}>
        {t('unlink')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('unlinkTitle', { provider })}
          action={t('unlink')}
          kind="danger"
          deed={unlink}
          onSend={() => unlink.mutate({ params: { id } })}
          onClose={() => setOpen(false)}
        >
          <p className="text-soft">{t('unlinkLead')}</p>
        </DeedDialog>
      )}
      {unlink.proof}
    </>
  );
};
