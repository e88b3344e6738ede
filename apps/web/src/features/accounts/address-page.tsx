import type { HeldLink } from '@blizej/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../lib/api.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { sessionQuery } from '../../lib/session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Sheet } from '../../ui/section.tsx';
import { Held, useLinkToken } from './held-link.tsx';

const Confirm = ({ token, link }: { readonly token: string; readonly link: HeldLink }) => {
  const { t } = useTranslation('links');
  const queries = useQueryClient();
  const { email } = link;
  const confirm = useMutation({
    mutationFn: () => call(api.confirmEmail, { body: { token } }),
    // The address stands in the session, if there is one in this browser.
    onSuccess: () => queries.removeQueries({ queryKey: sessionQuery().queryKey }),
  });
  if (confirm.isSuccess) {
    return (
      <>
        <PageHeader title={t('address.done')} lead={t('address.doneLead', { email })} />
        <div>
          <ButtonLink to="/app" kind="primary">
            {t('address.go')}
          </ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('address.title')} lead={t('address.heldLead')} />
      <Facts>
        <Fact name={t('account')}>{link.name}</Fact>
        <Fact name={t('address.title')}>{email}</Fact>
      </Facts>
      <Sheet>
        <DeedFailure error={confirm.error} />
        <Button kind="primary" wide isPending={confirm.isPending} onPress={() => confirm.mutate()}>
          {t('address.do')}
        </Button>
      </Sheet>
    </>
  );
};

/** Behind the link to a new address: it becomes the account's. */
export const AddressPage = () => {
  const { t } = useTranslation('links');
  const token = useLinkToken();
  return (
    <PublicFrame>
      <div className="mx-auto flex max-w-md flex-col gap-6">
        <Held token={token} title={t('address.title')} onVoid={<Link to="/logowanie">{t('back')}</Link>}>
          {(link) => <Confirm token={token} link={link} />}
        </Held>
      </div>
    </PublicFrame>
  );
};
