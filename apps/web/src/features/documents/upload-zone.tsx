import { fileEndings, fileMaximum, type UploadTarget } from '@blizej/contracts';
import { Upload } from 'lucide-react';
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { toast } from '../../ui/toast.ts';
import { useUploads, type Sending, type Uploads } from './use-uploads.ts';

const accept = fileEndings.map((ending) => `.${ending}`).join(',');

interface SendingRowProps {
  readonly sending: Sending;
  readonly uploads: Uploads;
}

/** How far one file is, with what can be done about it. */
const SendingRow = ({ sending, uploads }: SendingRowProps) => {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const { key, name, bytes, received, state, error } = sending;
  const isFailed = state === 'failed';
  const words =
    state === 'waiting'
      ? t('add.waiting')
      : state === 'paused'
        ? t('add.paused')
        : received === bytes
          ? t('add.checking')
          : t('add.progress', { received: format.size(received), bytes: format.size(bytes) });
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 font-semibold break-words">{name}</span>
        <span className="flex flex-wrap">
          {isFailed && (
            <Button kind="quiet" label={t('add.retryLabel', { name })} onPress={() => uploads.retry(key)}>
              {t('add.retry')}
            </Button>
          )}
          <Button
            kind="quiet"
            label={t(isFailed ? 'add.dismissLabel' : 'add.cancelLabel', { name })}
            onPress={() => uploads.drop(key)}
          >
            {t(isFailed ? 'add.dismiss' : 'add.cancel')}
          </Button>
        </span>
      </div>
      {isFailed ? (
        <DeedFailure error={error} />
      ) : (
        <>
          <progress aria-label={name} max={bytes} value={received} className="h-2 w-full accent-sea" />
          <p className="text-small text-soft tabular-nums">{words}</p>
        </>
      )}
    </li>
  );
};

interface UploadZoneProps {
  readonly target: UploadTarget;
  /** One file at a time: a new version of a document. */
  readonly single?: boolean;
}

/** Where files are dropped, or chosen by a button; below it those on their way. */
export const UploadZone = ({ target, single = false }: UploadZoneProps) => {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const isSigned = target.kind === 'POSITION';
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const uploads = useUploads(({ name }, { kind }) =>
    toast({ message: t(kind === 'DOCUMENT' ? 'add.renewed' : 'add.done', { name }) }),
  );
  const add = (files: Iterable<File>): void => uploads.add(single ? [...files].slice(0, 1) : [...files], target);
  const choose = ({ target: chosen }: ChangeEvent<HTMLInputElement>): void => {
    add(chosen.files ?? []);
    // The same file can be chosen again.
    chosen.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div className="flex flex-col gap-2">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classes(
          'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-dashed px-4 py-3',
          isOver ? 'border-sea bg-sea-wash' : 'border-control',
        )}
      >
        <input
          ref={input}
          type="file"
          multiple={!single}
          accept={isSigned ? '.pdf' : accept}
          onChange={choose}
          hidden
        />
        <Button onPress={() => input.current?.click()}>
          <Upload aria-hidden className="size-4" />
          {t('add.button')}
        </Button>
        <div className="min-w-48 flex-1 text-small text-soft">
          <p>{t(isOver ? 'add.dropNow' : 'add.drop')}</p>
          <p>
            {t(isSigned ? 'add.whatSigned' : 'add.what', {
              size: format.size(Math.floor(fileMaximum / 1_000_000) * 1_000_000),
            })}
          </p>
          {target.kind === 'NETWORK' && target.folder && <p>{t('add.into', { folder: target.folder })}</p>}
        </div>
      </div>
      <ul aria-label={t('add.list')} hidden={uploads.items.length === 0} className="divide-y divide-line">
        {uploads.items.map((sending) => (
          <SendingRow key={sending.key} sending={sending} uploads={uploads} />
        ))}
      </ul>
    </div>
  );
};
