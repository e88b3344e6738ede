import type { ReactNode } from 'react';
import { useDocumentTitle } from '../lib/document-title.ts';
import { useLocalized } from '../lib/i18n.ts';
import { LocalizedText, type Localized } from '../lib/localized-text.tsx';

interface PageHeaderProps {
  /** The only h1 of the page, and the name of its document. */
  readonly title: string | Localized;
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

export const PageHeader = ({ title, above, lead, actions }: PageHeaderProps) => {
  const localized = useLocalized();
  useDocumentTitle(typeof title === 'string' ? title : localized(title));
  return (
    <header className="flex flex-col gap-3">
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <h1 tabIndex={-1} className="max-w-[24ch] min-w-0 flex-1 basis-80 text-h1 outline-none sm:max-w-[36ch]">
          {typeof title === 'string' ? title : <LocalizedText of={title} />}
        </h1>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-3 print:hidden">{actions}</div>}
      </div>
      {lead !== undefined && <div className="max-w-prose text-lead text-soft">{lead}</div>}
    </header>
  );
};
