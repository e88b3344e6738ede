import type { IntegrityView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';
import { integrityQuery } from './audit.queries.ts';

const Result = ({ integrity }: { readonly integrity: IntegrityView }) => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { days, since, until, seal, broken } = integrity;
  if (!since || !until) {
    return (
      <Notice kind="calm" title={t('integrity.noneYet')} announced>
        <p>{t('integrity.noneYetNext')}</p>
      </Notice>
    );
  }
  const period = { since: format.day(since), until: format.day(until) };
  if (broken.length === 0) {
    return (
      <Notice kind="good" title={t('integrity.whole', { count: days })} announced>
        <p>{t('integrity.period', period)}</p>
        <p className="text-small break-all">{t('integrity.seal', { seal: seal ?? '' })}</p>
        <p className="text-small">{t('integrity.keep')}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="bad" title={t('integrity.broken', { count: broken.length })} announced>
      <p>{t('integrity.brokenNext')}</p>
      <DataTable
        caption={t('integrity.brokenDays')}
        rows={broken}
        rowKey={({ day }) => day}
        columns={[
          { name: t('integrity.day'), cell: ({ day }) => format.day(day) },
          { name: t('integrity.sealed'), numeric: true, cell: ({ sealed }) => format.number(sealed) },
          { name: t('integrity.found'), numeric: true, cell: ({ found }) => format.number(found) },
        ]}
      />
    </Notice>
  );
};

/** Whether what happened still stands as it was written. */
export const Integrity = () => {
  const { t } = useTranslation('audit');
  const { data, error, isFetching, refetch } = useQuery(integrityQuery());
  return (
    <Section title={t('integrity.title')}>
      <p className="max-w-prose text-soft">{t('integrity.what')}</p>
      <div>
        <Button isPending={isFetching} onPress={() => void refetch()}>
          {t(isFetching ? 'integrity.checking' : 'integrity.check')}
        </Button>
      </div>
      {data && !error && <Result integrity={data} />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
    </Section>
  );
};
