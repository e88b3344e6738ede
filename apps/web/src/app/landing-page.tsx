import { useTranslation } from 'react-i18next';
import { useAssociation } from '../lib/association.ts';
import { useDocumentTitle } from '../lib/document-title.ts';
import { useLocalized } from '../lib/i18n.ts';
import { LocalizedText } from '../lib/localized-text.tsx';
import { signedIn } from '../lib/preferences.ts';
import { PublicFrame } from '../lib/public-frame.tsx';
import { useSignal } from '../lib/signal.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Horizon } from './horizon.tsx';

const promises = ['network', 'task', 'voice'] as const;

export const LandingPage = () => {
  const { t } = useTranslation(['landing', 'common']);
  const association = useAssociation();
  const localized = useLocalized();
  const isSignedIn = useSignal(signedIn);
  const name = association ? localized(association.name) : t('title');
  useDocumentTitle(name);
  return (
    <PublicFrame>
      <div className="flex flex-col gap-16">
        <div className="flex flex-col items-start gap-6">
          <h1 className="max-w-[18ch] text-display">{name}</h1>
          {association && (
            <p className="text-lead text-sea">
              <LocalizedText of={association.motto} />
            </p>
          )}
          <p className="max-w-prose text-lead text-soft">{t('lead')}</p>
          <div className="flex flex-wrap gap-3">
            {isSignedIn ? (
              <ButtonLink to="/app" kind="primary">
                {t('common:toPortal')}
              </ButtonLink>
            ) : (
              <ButtonLink to="/logowanie" kind="primary">
                {t('signIn')}
              </ButtonLink>
            )}
            <ButtonLink to="/stanowiska" kind="quiet">
              {t('register')}
            </ButtonLink>
            <ButtonLink to="/inicjatywy" kind="quiet">
              {t('initiatives')}
            </ButtonLink>
            <ButtonLink to="/partnerstwa" kind="quiet">
              {t('partnersWanted')}
            </ButtonLink>
          </div>
        </div>
        <Horizon />
        <ul className="grid gap-x-10 gap-y-8 md:grid-cols-3">
          {promises.map((promise) => (
            <li key={promise} className="flex flex-col gap-2">
              <h2 className="text-h2">{t(`${promise}.title`)}</h2>
              <p className="text-soft">{t(`${promise}.text`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </PublicFrame>
  );
};
