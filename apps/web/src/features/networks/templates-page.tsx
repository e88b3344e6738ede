import type { NetworkTemplate } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { templatesQuery } from './templates.queries.ts';

const RemoveButton = ({ template }: { readonly template: NetworkTemplate }) => {
  const { t } = useTranslation('templates');
  const [isOpen, setOpen] = useState(false);
  const remove = useDeed(api.removeTemplate, () => {
    setOpen(false);
    toast({ message: t('removed') });
  });
  const { id, name, version } = template;
  return (
    <>
      <Button kind="quiet" label={t('removeOf', { name })} onPress={() => setOpen(true)}>
        {t('remove')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('removeTitle', { name })}
          action={t('remove')}
          kind="danger"
          deed={remove}
          onSend={() => remove.mutate({ params: { id }, body: { version } })}
          onClose={() => setOpen(false)}
        >
          <p className="text-soft">{t('removeWhat')}</p>
        </DeedDialog>
      )}
    </>
  );
};

const TemplateRow = ({ template }: { readonly template: NetworkTemplate }) => {
  const { t } = useTranslation(['templates', 'networks', 'life', 'common']);
  const { proposeNetwork } = useSession().abilities;
  const { id, name, kind, joinPolicy, purpose, goals, tasks, abilities } = template;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">{name}</h2>
        <p className="max-w-prose text-soft">
          <LocalizedText of={purpose} />
        </p>
        <p className="text-small text-soft">
          {[
            t(`common:networkKind.${kind}`),
            t(`networks:joinPolicy.${joinPolicy}`),
            goals.map((goal) => t(`life:goal.${goal}`)).join(', '),
          ].join(' · ')}
        </p>
        {tasks.length > 0 && (
          <>
            <p className="pt-2 text-small font-semibold">{t('tasks')}</p>
            <ul className="list-disc ps-5 text-small">
              {tasks.map(({ title, dueDays }) => (
                <li key={title}>
                  {title} <span className="text-soft">({t('days', { count: dueDays })})</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {proposeNetwork && (
          <ButtonLink to="/app/sieci/nowa" search={{ wzor: id }} aria-label={t('useOf', { name })}>
            {t('use')}
          </ButtonLink>
        )}
        {abilities.change && (
          <>
            <ButtonLink
              to="/app/sieci/wzory/$templateId"
              params={{ templateId: id }}
              kind="quiet"
              aria-label={t('changeOf', { name })}
            >
              {t('change')}
            </ButtonLink>
            <RemoveButton template={template} />
          </>
        )}
      </div>
    </li>
  );
};

/** The patterns of which networks are proposed. */
export const TemplatesPage = () => {
  const { t } = useTranslation(['templates', 'networks']);
  const { keepTemplates } = useSession().abilities;
  const query = useInfiniteQuery(templatesQuery());
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/sieci" look="soft">
              {t('networks:title')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          keepTemplates && (
            <ButtonLink to="/app/sieci/wzory/nowy" kind="primary">
              {t('add')}
            </ButtonLink>
          )
        }
      />
      <Paged
        query={query}
        empty={<EmptyState title={t('none.title')}>{t(keepTemplates ? 'none.keep' : 'none.read')}</EmptyState>}
      >
        {(templates) => (
          <Rows>
            {templates.map((template) => (
              <TemplateRow key={template.id} template={template} />
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
