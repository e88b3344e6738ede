import type { FormField, TaskView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { formFields } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { useDraft } from '../../lib/draft.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { FormDesigner } from './form-designer.tsx';
import { taskQuery } from './tasks.queries.ts';

const route = getRouteApi('/app/zadania/$taskId/formularz');

interface Kept {
  readonly version: number;
  readonly fields: FormField[];
}

const readKept = (kept: string | null): Kept | null => {
  try {
    const { version, fields } = JSON.parse(kept ?? '{}') as Partial<Kept>;
    return typeof version === 'number' && Array.isArray(fields) ? { version, fields } : null;
  } catch {
    return null;
  }
};

/** The questions, to be changed on the version that was read. */
const ChangeForm = ({ task, form }: { readonly task: TaskView; readonly form: NonNullable<TaskView['form']> }) => {
  const { t } = useTranslation(['forms', 'problems']);
  const navigate = useNavigate();
  const { person } = useSession();
  const draft = useDraft(person.id, `form.change.${task.id}`);
  const [{ version, fields }, setWritten] = useState(
    () => readKept(draft.kept) ?? { version: task.version, fields: form.fields },
  );
  const [isIncomplete, setIncomplete] = useState(false);
  const change = useDeed(api.changeForm, () => {
    draft.clear();
    toast({ message: t('change.done') });
    void navigate({ to: '/app/zadania/$taskId', params: { taskId: task.id } });
  });
  const write = (next: FormField[], on = version): void => {
    setWritten({ version: on, fields: next });
    draft.keep(JSON.stringify({ version: on, fields: next }));
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const checked = formFields.safeParse(fields);
    setIncomplete(!checked.success);
    if (checked.success) change.mutate({ params: { id: task.id }, body: { fields: checked.data, version } });
  };
  const isConflict = isProblem(change.error, 'version-conflict');
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-7">
      <Notice kind="calm" title={t('change.what')}>
        <p>{t('change.how')}</p>
      </Notice>
      <FormDesigner
        fields={fields}
        onChange={(next) => write(next)}
        asked={form.fields.map(({ key }) => key)}
        error={isIncomplete ? t('incomplete') : undefined}
      />
      {isConflict && (
        <Notice kind="care" title={t('problems:version-conflict.title')} announced>
          <p>{t('change.conflict')}</p>
          <div className="flex flex-wrap gap-3 pt-2">
            <Button
              onPress={() => {
                write(fields, task.version);
                change.reset();
              }}
            >
              {t('change.keepMine')}
            </Button>
            <Button
              onPress={() => {
                draft.clear();
                setWritten({ version: task.version, fields: form.fields });
                change.reset();
              }}
            >
              {t('change.takeTheirs')}
            </Button>
          </div>
        </Notice>
      )}
      {!isConflict && <DeedFailure error={change.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" isPending={change.isPending}>
          {t('change.send')}
        </Button>
        <ButtonLink to="/app/zadania/$taskId" params={{ taskId: task.id }} kind="quiet">
          {t('change.back')}
        </ButtonLink>
      </div>
    </form>
  );
};

/** Where the secretariat changes what a task asks. */
export const ChangeFormPage = () => {
  const { t } = useTranslation(['forms', 'tasks']);
  const { taskId } = route.useParams();
  const { data: task } = useSuspenseQuery(taskQuery(taskId));
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={t('change.title')}
        lead={task.title}
        above={
          <Breadcrumbs>
            <Link to="/app/zadania" look="soft">
              {t('tasks:title')}
            </Link>
            <Link to="/app/zadania/$taskId" params={{ taskId }} look="soft">
              {task.title}
            </Link>
          </Breadcrumbs>
        }
      />
      {task.form && task.abilities.changeForm ? (
        <ChangeForm task={task} form={task.form} />
      ) : (
        <EmptyState title={t('change.none.title')}>{t('change.none.next')}</EmptyState>
      )}
    </div>
  );
};
