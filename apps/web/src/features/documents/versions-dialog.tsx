import type { DocumentSummary } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { FileFacts, FileLinks } from './file.tsx';
import { documentQuery } from './documents.queries.ts';
import { UploadZone } from './upload-zone.tsx';

interface VersionsDialogProps {
  readonly document: DocumentSummary;
  readonly onClose: () => void;
}

/** What a document was before; a new version is added here. */
export const VersionsDialog = ({ document: { id, name, abilities }, onClose }: VersionsDialogProps) => {
  const { t } = useTranslation(['documents', 'common']);
  const query = useQuery(documentQuery(id));
  return (
    <Dialog title={t('versionsTitle', { name })} onClose={onClose}>
      {abilities.change && (
        <>
          <p className="text-soft">{t('newVersion')}</p>
          <UploadZone target={{ kind: 'DOCUMENT', documentId: id }} single />
        </>
      )}
      {query.isPending ? (
        <RowsSkeleton rows={2} />
      ) : query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {query.data.versions.map((file) => (
            <li key={file.number} className="flex flex-col gap-1 py-3">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="min-w-0 font-semibold break-words">{file.fileName}</span>
                {file.scan === 'PENDING' && <Status tone="waiting">{t('PENDING')}</Status>}
                {file.scan === 'INFECTED' && <Status tone="late">{t('INFECTED')}</Status>}
              </span>
              <FileFacts file={file} />
              <span className="-mx-3 flex flex-wrap">
                <FileLinks documentId={id} name={file.fileName} file={file} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <DialogActions>
        <Button kind="quiet" onPress={onClose}>
          {t('common:close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
