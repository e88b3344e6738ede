import type { RelatedTask, TaskView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Day } from '../../ui/time.tsx';

const NeedsDialog = lazy(async () => ({ default: (await import('./needs-dialog.tsx')).NeedsDialog }));

interface RelatedProps {
  readonly title: string;
  readonly tasks: readonly RelatedTask[];
}

const Related = ({ title, tasks }: RelatedProps) => {
  const { t } = useTranslation('tasks');
  if (tasks.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-small font-semibold text-soft">{title}</h3>
      <ul className="flex flex-col">
        {tasks.map(({ id, title: name, state, dueOn }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2">
            <Link to="/app/zadania/$taskId" params={{ taskId: id }}>
              {name}
            </Link>
            {state === 'CLOSED' ? (
              <Status tone="good">{t('needs.finished')}</Status>
            ) : (
              <span className="text-small text-soft">
                {t('due')}: <Day day={dueOn} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Which tasks are to be finished before this one, and which wait for it. */
export const Needs = ({ task }: { readonly task: TaskView }) => {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  const { needs, neededBy, abilities } = task;
  if (needs.length === 0 && neededBy.length === 0 && !abilities.change) return null;
  const waitsFor = task.state === 'OPEN' ? needs.filter(({ state }) => state === 'OPEN').length : 0;
  return (
    <Section title={t('needs.title')}>
      {waitsFor > 0 && (
        <Notice kind="care" title={t('needs.waits', { count: waitsFor })}>
          {t('needs.mayAnswer')}
        </Notice>
      )}
      {needs.length === 0 && neededBy.length === 0 && <p className="text-soft">{t('needs.none')}</p>}
      <Related title={t('needs.needs')} tasks={needs} />
      <Related title={t('needs.neededBy')} tasks={neededBy} />
      {abilities.change && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('needs.change')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <NeedsDialog task={task} onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
};
