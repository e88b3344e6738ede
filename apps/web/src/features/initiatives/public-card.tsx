import type { InitiativeView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';

/** Whether everybody may read of it; published and withdrawn on purpose. */
export const PublicCard = ({ initiative }: { readonly initiative: InitiativeView }) => {
  const { t } = useTranslation('initiatives');
  const { id, published, abilities } = initiative;
  const publish = useDeed(api.publishCard, (view) =>
    toast({ message: t(view.published ? 'card.published' : 'card.withdrawn') }),
  );
  if (!published && !abilities.publish) return null;
  return (
    <Section
      title={t('card.title')}
      aside={<Status tone={published ? 'good' : 'idle'}>{t(published ? 'card.isPublic' : 'card.isNot')}</Status>}
    >
      <p className="max-w-prose text-soft">{t('card.what')}</p>
      <DeedFailure error={publish.error} />
      <div className="flex flex-wrap items-center gap-4">
        {published && (
          <Link to="/inicjatywy/$initiativeId" params={{ initiativeId: id }}>
            {t('card.open')}
          </Link>
        )}
        {abilities.publish && (
          <Button
            isPending={publish.isPending}
            onPress={() => publish.mutate({ params: { id }, body: { published: !published } })}
          >
            {t(published ? 'card.withdraw' : 'card.publish')}
          </Button>
        )}
      </div>
    </Section>
  );
};
