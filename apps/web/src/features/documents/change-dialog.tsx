import type { DocumentSummary } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useIssueWords } from '../../lib/problem-words.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';

interface ChangeDialogProps {
  readonly document: DocumentSummary;
  readonly folders?: readonly string[];
  readonly onClose: () => void;
}

/** Another name, or another folder. */
export const ChangeDialog = ({ document, folders, onClose }: ChangeDialogProps) => {
  const { t } = useTranslation('documents');
  const say = useIssueWords();
  const [name, setName] = useState(document.name);
  const [folder, setFolder] = useState(document.folder ?? '');
  const change = useDeed(api.changeDocument, () => {
    onClose();
    toast({ message: t('change.done') });
  });
  const issues = isProblem(change.error, 'invalid') ? change.error.issues : [];
  const errorAt = (pointer: string): string | undefined => {
    const issue = issues.find((found) => found.pointer === pointer);
    return issue && say(issue);
  };
  return (
    <DeedDialog
      title={t(folders ? 'change.titleMove' : 'change.title')}
      action={t('change.save')}
      deed={{ isPending: change.isPending, error: issues.length > 0 ? null : change.error }}
      onSend={() =>
        change.mutate({
          params: { id: document.id },
          body: { name, folder: folder.trim() === '' ? null : folder, version: document.version },
        })
      }
      onClose={onClose}
    >
      <TextField
        label={t('change.name')}
        hint={t('change.nameHint')}
        value={name}
        onChange={setName}
        error={errorAt('/name')}
      />
      {folders && (
        <TextField
          label={t('folder')}
          hint={t('change.folderHint')}
          value={folder}
          onChange={setFolder}
          suggestions={folders}
          error={errorAt('/folder')}
        />
      )}
    </DeedDialog>
  );
};
