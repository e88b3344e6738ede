import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../../lib/download.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Recovery codes, shown this once: to copy, to print, to save. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => {
  const { t } = useTranslation('security');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    toast({ message: t('factor.codes.copied') });
  };
  return (
    <Sheet>
      <h3 ref={heading} tabIndex={-1} className="text-h3 outline-none">
        {t('factor.codes.title')}
      </h3>
      <p className="max-w-prose">{t('factor.codes.lead')}</p>
      <ol className="grid max-w-md gap-x-8 gap-y-1 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="text-lead tabular-nums">{code}</code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button kind="primary" onPress={onKept}>
          {t('factor.codes.done')}
        </Button>
        {/* Only a secure page may write to the clipboard. */}
        {window.isSecureContext && <Button onPress={() => void copy()}>{t('factor.codes.copy')}</Button>}
        <Button onPress={() => window.print()}>{t('factor.codes.print')}</Button>
        <Button onPress={() => downloadText(t('factor.codes.file'), codes)}>{t('factor.codes.save')}</Button>
      </div>
    </Sheet>
  );
};
