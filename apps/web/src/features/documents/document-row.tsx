import type { DocumentSummary } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { FileFacts, FileLinks } from './file.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

interface DocumentRowProps {
  readonly document: DocumentSummary;
  /** The folders to which it can be moved; absent where there are none. */
  readonly folders?: readonly string[];
}

/** One document with what can be done with it. */
export const DocumentRow = ({ document, folders }: DocumentRowProps) => {
  const { t } = useTranslation('documents');
  const action = t(folders ? 'change.actionMove' : 'change.action');
  const [open, setOpen] = useState<'change' | 'versions' | null>(null);
  const { id, name, folder, version, current, abilities } = document;
  const restore = useDeed(api.restoreDocument);
  const remove = useDeed(api.removeDocument, () =>
    toast({
      message: t('remove.done', { name }),
      undo: { label: t('remove.undo'), onUndo: () => restore.mutate({ params: { id } }) },
    }),
  );
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <div className="flex min-w-0 flex-col gap-0.5">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 font-semibold break-words">{name}</span>
            {current.scan === 'PENDING' && <Status tone="waiting">{t('PENDING')}</Status>}
          </span>
          {folder !== null && <span className="text-small text-soft">{[t('folder'), folder].join(': ')}</span>}
          <FileFacts file={current} />
          {!current.readable && <span className="text-small text-soft">{t('pendingWhat')}</span>}
        </div>
        <div className="-mx-3 flex flex-wrap items-center">
          <FileLinks documentId={id} name={name} file={current} />
          {(current.number > 1 || abilities.change) && (
            <Button kind="quiet" label={t('versionsLabel', { name })} onPress={() => setOpen('versions')}>
              {t('versions')}
            </Button>
          )}
          {abilities.change && (
            <>
              <Button kind="quiet" label={[action, name].join(': ')} onPress={() => setOpen('change')}>
                {action}
              </Button>
              <Button
                kind="quiet"
                label={t('remove.label', { name })}
                isPending={remove.isPending}
                onPress={() => remove.mutate({ params: { id }, body: { version } })}
              >
                {t('remove.action')}
              </Button>
            </>
          )}
        </div>
      </div>
      <DeedFailure error={remove.error ?? restore.error} />
      {open === 'change' && (
        <ChangeDialog document={document} {...(folders && { folders })} onClose={() => setOpen(null)} />
      )}
      {open === 'versions' && <VersionsDialog document={document} onClose={() => setOpen(null)} />}
    </li>
  );
};
