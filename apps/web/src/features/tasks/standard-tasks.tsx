import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { standardTasksQuery } from './tasks.queries.ts';

/** What the network was proposed to ask, to be sent one by one; nothing where all of it was, or there is none. */
export const StandardTasks = ({ networkId }: { readonly networkId: string }) => {
  const { t } = useTranslation('tasks');
  const { data: tasks = [] } = useQuery(standardTasksQuery(networkId));
  if (tasks.every(({ written }) => written)) return null;
  return (
    <Section title={t('standard.title')}>
      <p className="text-soft">{t('standard.lead')}</p>
      <Rows>
        {tasks.map(({ title, dueDays, written }) => (
          <li key={title} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
              <p className="font-semibold">{title}</p>
              <p className="text-small text-soft">{t('repeat.days', { count: dueDays })}</p>
            </div>
            {written ? (
              <Status tone="good">{t('standard.written')}</Status>
            ) : (
              <ButtonLink
                to="/app/zadania/nowe"
                search={{ siec: networkId, standardowe: title }}
                aria-label={t('standard.writeOf', { task: title })}
              >
                {t('standard.write')}
              </ButtonLink>
            )}
          </li>
        ))}
      </Rows>
    </Section>
  );
};
