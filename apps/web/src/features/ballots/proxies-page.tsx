import type { ProxyView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { usePersonName } from '../../lib/person-name.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { proxiesQuery } from './proxies.queries.ts';
import { ProxyDialog } from './proxy-dialog.tsx';

const tones = { LIVE: 'active', ENDED: 'ended', REVOKED: 'back' } as const;

interface RevokeProps {
  readonly proxy: ProxyView;
  readonly onClose: () => void;
}

const Revoke = ({ proxy: { id }, onClose }: RevokeProps) => {
  const { t } = useTranslation('ballots');
  const revoke = useDeed(api.revokeProxy, () => {
    onClose();
    toast({ message: t('proxy.revoked') });
  });
  return (
    <ReasonDialog
      title={t('proxy.revokeTitle')}
      hint={t('proxy.revokeHint')}
      action={t('proxy.revoke')}
      deed={revoke}
      onSend={(reason) => revoke.mutate({ params: { id }, body: { reason } })}
      onClose={onClose}
    />
  );
};

const ProxyRow = ({ proxy }: { readonly proxy: ProxyView }) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const named = usePersonName();
  const [isRevoking, setRevoking] = useState(false);
  const { organization, holder, ballot, validFrom, validUntil, state, abilities, trace, revocation } = proxy;
  const { name } = holder.organization;
  const who =
    holder.person === null ? name : t('proxy.person', { person: named(holder.person, name), organization: name });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="font-semibold">{t('proxy.row', { organization: organization.name, holder: who })}</p>
        <p className="text-small text-soft">
          {ballot ? (
            <Link to="/app/glosowania/$ballotId" params={{ ballotId: ballot.id }} look="soft">
              <LocalizedText of={ballot.title} />
            </Link>
          ) : (
            validFrom && validUntil && t('proxy.time', { from: format.day(validFrom), until: format.day(validUntil) })
          )}
        </p>
        <p className="text-small">{t('proxy.by', { document: proxy.document, day: format.day(proxy.documentOn) })}</p>
        {trace && <p className="text-small text-soft">{t('proxy.traceOf', { trace })}</p>}
        {revocation && <p className="text-small text-soft">{t('proxy.reason', { reason: revocation })}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        {abilities.revoke && (
          <Button
            kind="quiet"
            label={t('proxy.revokeOf', { organization: organization.name })}
            onPress={() => setRevoking(true)}
          >
            {t('proxy.revoke')}
          </Button>
        )}
        <Status tone={tones[state]}>{t(`proxy.state.${state}`)}</Status>
      </div>
      {isRevoking && <Revoke proxy={proxy} onClose={() => setRevoking(false)} />}
    </li>
  );
};

/** Who may vote for which gmina by proxy. */
export const ProxiesPage = () => {
  const { t } = useTranslation('ballots');
  const query = useInfiniteQuery(proxiesQuery());
  const [isNaming, setNaming] = useState(false);
  const [first] = query.data?.pages ?? [];
  const abilities = first?.abilities;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('proxy.list')}
        lead={t('proxy.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/glosowania" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          abilities &&
          (abilities.nameForAll || abilities.name.length > 0) && (
            <Button kind="primary" onPress={() => setNaming(true)}>
              {t('proxy.open')}
            </Button>
          )
        }
      />
      <Paged query={query} empty={<EmptyState title={t('proxy.none')}>{t('proxy.noneNext')}</EmptyState>}>
        {(proxies) => (
          <Rows>
            {proxies.map((proxy) => (
              <ProxyRow key={proxy.id} proxy={proxy} />
            ))}
          </Rows>
        )}
      </Paged>
      {isNaming && first && (
        <ProxyDialog abilities={first.abilities} voters={first.voters} onClose={() => setNaming(false)} />
      )}
    </div>
  );
};
