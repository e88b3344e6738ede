import type { DocumentVersionView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, addressOf } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { OutsideLink } from '../../ui/link.tsx';
import { Moment } from '../../ui/time.tsx';

interface FileProps {
  readonly documentId: string;
  readonly name: string;
  readonly file: DocumentVersionView;
}

/** An image in front of the page, drawn by the browser from a sandboxed answer. */
const ImageDialog = ({ documentId, name, file, onClose }: FileProps & { readonly onClose: () => void }) => {
  const { t } = useTranslation(['documents', 'common']);
  const [isBroken, setBroken] = useState(false);
  const params = { id: documentId, number: String(file.number) };
  return (
    <Dialog title={name} onClose={onClose}>
      {isBroken ? (
        <p>{t('failedImage')}</p>
      ) : (
        <img
          src={addressOf(api.previewVersion, { params })}
          alt={name}
          onError={() => setBroken(true)}
          className="max-h-[60dvh] max-w-full self-center object-contain"
        />
      )}
      <DialogActions>
        <OutsideLink href={addressOf(api.downloadVersion, { params })}>{t('download')}</OutsideLink>
        <Button kind="quiet" onPress={onClose}>
          {t('common:close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

/** How a file can be had: kept, and looked at where a browser can show it. */
export const FileLinks = ({ documentId, name, file }: FileProps) => {
  const { t } = useTranslation('documents');
  const [isShown, setShown] = useState(false);
  if (!file.readable) return null;
  const params = { id: documentId, number: String(file.number) };
  return (
    <>
      <span className="inline-flex min-h-11 items-center px-3">
        <OutsideLink href={addressOf(api.downloadVersion, { params })} label={t('downloadLabel', { name })}>
          {t('download')}
        </OutsideLink>
      </span>
      {file.preview === 'PDF' && (
        <span className="inline-flex min-h-11 items-center px-3">
          <OutsideLink href={addressOf(api.previewVersion, { params })} label={t('previewPdfLabel', { name })} newTab>
            {t('preview')}
          </OutsideLink>
        </span>
      )}
      {file.preview === 'IMAGE' && (
        <Button kind="quiet" label={t('previewLabel', { name })} onPress={() => setShown(true)}>
          {t('preview')}
        </Button>
      )}
      {isShown && <ImageDialog documentId={documentId} name={name} file={file} onClose={() => setShown(false)} />}
    </>
  );
};

/** From whom a file is, since when, and how large. */
export const FileFacts = ({ file }: { readonly file: DocumentVersionView }) => {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return (
    <span className="text-small text-soft">
      {t('about', {
        size: format.size(file.bytes),
        person: file.uploadedBy.name,
        organization: file.organization.name,
      })}{' '}
      · <Moment at={file.createdAt} />
      {file.number > 1 && ` · ${t('versionNumber', { number: file.number })}`}
    </span>
  );
};
