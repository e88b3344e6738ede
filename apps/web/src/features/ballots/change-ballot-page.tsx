import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { BallotForm, draftOf, useDraftLabels } from './ballot-form.tsx';
import { ballotQuery } from './ballots.queries.ts';

const route = getRouteApi('/app/glosowania/$ballotId/zmiana');

/** Changes a draft. */
export const ChangeBallotPage = () => {
  const { t } = useTranslation('ballots');
  const navigate = useNavigate();
  const { ballotId } = route.useParams();
  const { data: ballot } = useSuspenseQuery(ballotQuery(ballotId));
  const change = useDeed(api.changeBallot, () => {
    toast({ message: t('change.done') });
    void navigate({ to: '/app/glosowania/$ballotId', params: { ballotId } });
  });
  // The version that was on the screen when the form was opened.
  const [version] = useState(ballot.version);
  const form = useContractForm(contract.writeBallot.body, {
    defaults: draftOf(ballot),
    labels: useDraftLabels(),
    send: (draft, outcome) => change.mutate({ params: { id: ballotId }, body: { ...draft, version } }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('change.title')}
        above={
          <Breadcrumbs>
            <Link to="/app/glosowania" look="soft">
              {t('title')}
            </Link>
            <Link to="/app/glosowania/$ballotId" params={{ ballotId }} look="soft">
              <LocalizedText of={ballot.title} />
            </Link>
          </Breadcrumbs>
        }
      />
      <BallotForm of={form} action={t('change.action')} deed={change} />
    </div>
  );
};
