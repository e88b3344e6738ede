import type { BallotView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { proxiesQuery } from './proxies.queries.ts';
import { ProxyDialog } from './proxy-dialog.tsx';

/** Where a gmina that cannot vote itself says who does; nothing where nobody votes by proxy any more. */
export const Proxies = ({ ballot: { id, phase, proxyLimit, electors } }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation('ballots');
  const isOpen = proxyLimit > 0 && ['DRAFT', 'OPEN', 'SCHEDULED'].includes(phase);
  const { data } = useInfiniteQuery({ ...proxiesQuery(), enabled: isOpen });
  const [isNaming, setNaming] = useState(false);
  const [first] = data?.pages ?? [];
  if (!isOpen || !first) return null;
  const { abilities } = first;
  // Once it is open those vote who were members then.
  const voters = electors.length > 0 ? electors.map(({ organization }) => organization) : first.voters;
  return (
    <Section title={t('proxy.list')}>
      <p className="max-w-prose text-soft">{t('proxy.lead')}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        {(abilities.nameForAll || abilities.name.length > 0) && (
          <Button onPress={() => setNaming(true)}>{t('proxy.openHere')}</Button>
        )}
        <Link to="/app/glosowania/pelnomocnictwa">{t('proxy.list')}</Link>
      </div>
      {isNaming && <ProxyDialog abilities={abilities} voters={voters} ballotId={id} onClose={() => setNaming(false)} />}
    </Section>
  );
};
