import type { MandateView, TaskView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { useResolutionName } from '../../lib/resolution.tsx';
import { Link, OutsideLink } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';

interface ChainProps {
  readonly network: TaskView['network'];
  readonly mandate: MandateView;
}

/** By whose authority this is asked: task → network → mandate → its resolution. */
export const Chain = ({ network, mandate }: ChainProps) => {
  const { t } = useTranslation('tasks');
  const name = useResolutionName();
  return (
    <Section title={t('chain.title')}>
      <ol className="flex flex-col gap-3 border-s-4 border-sea ps-4">
        <li>
          <span className="text-small text-soft">{t('chain.network')}</span>
          <br />
          <Link to="/app/sieci/$networkId" params={{ networkId: network.id }}>
            <LocalizedText of={network.name} />
          </Link>
        </li>
        <li>
          <span className="text-small text-soft">{t('chain.mandate')}</span>
          <br />
          <Link to="/app/uchwaly/$resolutionId" params={{ resolutionId: mandate.id }}>
            {name(mandate)}
          </Link>
          <br />
          {mandate.title}
          {mandate.url && (
            <>
              {' '}
              <OutsideLink href={mandate.url}>{t('chain.link')}</OutsideLink>
            </>
          )}
        </li>
      </ol>
    </Section>
  );
};
