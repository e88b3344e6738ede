import { useEffect } from 'react';
import { useAssociation } from './association.ts';
import { useLocalized } from './i18n.ts';

/** Names the document after the page and the association. */
export const useDocumentTitle = (page: string): void => {
  const association = useAssociation();
  const localized = useLocalized();
  const name = association ? localized(association.name) : 'Bliżej';
  useEffect(() => {
    document.title = page === name ? name : `${page} – ${name}`;
  }, [page, name]);
};
