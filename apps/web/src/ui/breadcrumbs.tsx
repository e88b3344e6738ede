import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The way back up: links, from the outermost. The page itself is not among them. */
export const Breadcrumbs = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('breadcrumbs')} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-2 text-small">
        {Children.toArray(children).map((link, index) => (
          <li key={index} className="flex items-center gap-2 not-last:after:text-soft not-last:after:content-['/']">
            {link}
          </li>
        ))}
      </ol>
    </nav>
  );
};
