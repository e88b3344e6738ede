import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OutsideLink } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { cardsQuery } from './profile.queries.ts';

/** How to reach an organization's people: what each of them lets be seen. */
export const Cards = ({ organizationId }: { readonly organizationId: string }) => {
  const { t } = useTranslation(['profile', 'common']);
  const { data: cards = [] } = useQuery(cardsQuery(organizationId));
  const shown = cards.filter(({ email, phone, position }) => email ?? phone ?? position);
  if (shown.length === 0) return null;
  return (
    <Section title={t('cards.title')}>
      <Rows>
        {shown.map(({ id, name, office, position, email, phone }) => (
          <li key={`${id}${office}`} className="flex flex-col gap-1 py-4">
            <p className="font-semibold">{name}</p>
            <p>{[t(`common:office.${office}`), position].filter(Boolean).join(' · ')}</p>
            <p className="flex flex-wrap gap-x-4">
              {email && <OutsideLink href={`mailto:${email}`}>{email}</OutsideLink>}
              {phone && <OutsideLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</OutsideLink>}
            </p>
          </li>
        ))}
      </Rows>
    </Section>
  );
};
