import type { UploadTarget } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/api.ts';
import { Paged } from '../../lib/paged.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { DocumentRow } from './document-row.tsx';
import { documentsQuery, type Place } from './documents.queries.ts';
import { UploadZone } from './upload-zone.tsx';

/** What the list of folders says for all of them, and for none; no folder can be called so. */
const everywhere = '*';
const nowhere = '';

/** Within a sheet of paper, under its own small heading. */
const Within = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t border-line pt-5">
      <h3 id={id} className="text-h3">
        {title}
      </h3>
      {children}
    </section>
  );
};

const titles = { TASK: 'ofTask', POSITION: 'ofPosition' } as const;

/** The documents of a network, a task, an answer, a resolution, an initiative or a position: read, added, kept in order. */
export const DocumentsSection = ({ place }: { readonly place: Place }) => {
  const { t } = useTranslation('documents');
  const [folder, setFolder] = useState(everywhere);
  const query = useInfiniteQuery(documentsQuery(place, folder === everywhere ? undefined : folder));
  const all = useInfiniteQuery(documentsQuery(place));
  const first = all.data?.pages[0];
  const canAdd = first?.abilities.add === true;
  const isEmpty = first?.items.length === 0;
  // An answer's files are not the viewer's to see yet, or there is nothing to see and nothing to do.
  if (isProblem(all.error, 'not-found')) return null;
  if (place.kind !== 'NETWORK' && (!first ? !all.isError : isEmpty && !canAdd)) return null;
  const folders = first?.folders ?? [];
  const target: UploadTarget =
    place.kind === 'NETWORK'
      ? { ...place, folder: folder === everywhere || folder === nowhere ? null : folder }
      : { ...place };
  const empty =
    isEmpty || place.kind !== 'NETWORK' ? (
      <EmptyState title={t(`none.${place.kind}.title`)}>
        {t(place.kind === 'NETWORK' && !canAdd ? 'none.NETWORK.read' : `none.${place.kind}.add`)}
      </EmptyState>
    ) : (
      <p className="text-soft">{t('none.folder')}</p>
    );
  const content = (
    <>
      {folders.length > 0 && (
        <div className="max-w-sm">
          <Select
            label={t('folder')}
            value={folder}
            onChange={setFolder}
            options={[
              { value: everywhere, label: t('allFolders') },
              ...folders.map((name) => ({ value: name, label: name })),
              { value: nowhere, label: t('noFolder') },
            ]}
          />
        </div>
      )}
      <Paged query={query} empty={empty}>
        {(documents) => (
          <Rows>
            {documents.map((document) => (
              <DocumentRow key={document.id} document={document} {...(place.kind === 'NETWORK' && { folders })} />
            ))}
          </Rows>
        )}
      </Paged>
      {canAdd && <UploadZone target={target} />}
    </>
  );
  return place.kind === 'ANSWER' ? (
    <Within title={t('ofAnswer')}>{content}</Within>
  ) : (
    <Section title={t(place.kind === 'TASK' || place.kind === 'POSITION' ? titles[place.kind] : 'title')}>
      {content}
    </Section>
  );
};
