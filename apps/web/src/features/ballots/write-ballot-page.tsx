import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { BallotForm, draftFields, useDraftLabels } from './ballot-form.tsx';

/** The secretariat writes a ballot; it stays a draft until it is announced. */
export const WriteBallotPage = () => {
  const { t } = useTranslation('ballots');
  const navigate = useNavigate();
  const write = useDeed(api.writeBallot, ({ id }) => {
    toast({ message: t('write.done') });
    void navigate({ to: '/app/glosowania/$ballotId', params: { ballotId: id } });
  });
  const form = useContractForm(contract.writeBallot.body, {
    defaults: {
      nature: 'POSITION',
      quorum: 'HALF',
      majority: 'SIMPLE',
      majorityOf: 'VOTES',
      liveCount: false,
      secret: false,
      proxyLimit: 1,
    },
    labels: useDraftLabels(),
    draft: { name: 'ballot', fields: draftFields },
    send: (body, outcome) => write.mutate({ body }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('write.title')}
        lead={t('write.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/glosowania" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <BallotForm of={form} action={t('write.action')} deed={write} />
    </div>
  );
};
