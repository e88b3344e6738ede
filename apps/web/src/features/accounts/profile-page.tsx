import type { ProfileView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call, isProblem } from '../../lib/api.ts';
import { FormBody, RadioControl, TextControl, useContractForm, useField } from '../../lib/contract-form.tsx';
import { api as contract, theme } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { downloadJson } from '../../lib/download.ts';
import { EraseButton } from '../../lib/erase-button.tsx';
import { chooseLanguage } from '../../lib/i18n.ts';
import { chooseTheme } from '../../lib/preferences.ts';
import { useSecureDeed } from './proof.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { profileQuery } from './profile.queries.ts';

const ProfileForm = ({ profile }: { readonly profile: ProfileView }) => {
  const { t } = useTranslation(['profile', 'common']);
  const change = useDeed(api.changeProfile, (saved) => {
    chooseTheme(saved.theme);
    void chooseLanguage(saved.language);
    toast({ message: t('saved') });
  });
  const form = useContractForm(contract.changeProfile.body, {
    defaults: {
      name: profile.name,
      position: profile.position ?? '',
      phone: profile.phone ?? undefined,
      language: profile.language,
      theme: profile.theme,
      mailAsked: profile.mailAsked,
      mailDecide: profile.mailDecide,
      mailReminders: profile.mailReminders,
      mailInformed: profile.mailInformed,
      showsEmail: profile.showsEmail,
      showsPhone: profile.showsPhone,
      seen: profile.seen,
    },
    labels: {
      name: t('name'),
      position: t('position'),
      phone: t('phone'),
      showsEmail: t('showsEmail', { email: profile.email }),
      showsPhone: t('showsPhone'),
      language: t('common:language'),
      theme: t('common:theme.title'),
      mailAsked: t('mail.ASKED'),
      mailDecide: t('mail.DECIDE'),
      mailReminders: t('mail.REMINDERS'),
      mailInformed: t('mail.INFORMED'),
    },
    send: (body, outcome) => change.mutate({ body }, outcome),
  });
  const showsEmail = useField({ of: form, name: 'showsEmail' });
  const showsPhone = useField({ of: form, name: 'showsPhone' });
  const asked = useField({ of: form, name: 'mailAsked' });
  const decide = useField({ of: form, name: 'mailDecide' });
  const reminders = useField({ of: form, name: 'mailReminders' });
  const informed = useField({ of: form, name: 'mailInformed' });
  return (
    <FormBody of={form} action={t('save')} deed={change}>
      <Section title={t('card.title')}>
        <p className="max-w-prose text-soft">{t('card.lead')}</p>
        <TextControl of={form} name="name" />
        <TextControl of={form} name="position" hint={t('positionHint')} />
        <TextControl of={form} name="phone" hint={t('phoneHint')} />
        <Checkbox isSelected={showsEmail.value} onChange={showsEmail.onChange}>
          {showsEmail.label}
        </Checkbox>
        <Checkbox isSelected={showsPhone.value} onChange={showsPhone.onChange}>
          {showsPhone.label}
        </Checkbox>
      </Section>
      <Section title={t('look.title')}>
        <p className="max-w-prose text-soft">{t('look.lead')}</p>
        <RadioControl
          of={form}
          name="language"
          options={[
            { value: 'pl', label: 'Polski' },
            { value: 'en', label: 'English' },
          ]}
        />
        <RadioControl
          of={form}
          name="theme"
          options={theme.options.map((value) => ({ value, label: t(`common:theme.${value}`) }))}
        />
      </Section>
      <Section title={t('mail.title')}>
        <p className="max-w-prose text-soft">{t('mail.lead')}</p>
        {[asked, decide, reminders, informed].map((field) => (
          <Checkbox key={field.label} isSelected={field.value} onChange={field.onChange}>
            {field.label}
          </Checkbox>
        ))}
      </Section>
    </FormBody>
  );
};

/** The person's own profile: what others see, how the portal looks and writes, and what it knows of them. */
export const ProfilePage = () => {
  const { t } = useTranslation('profile');
  const { data: profile } = useSuspenseQuery(profileQuery());
  const erase = useSecureDeed(api.eraseProfile, () => window.location.assign('/'));
  const save = async (): Promise<void> => {
    try {
      downloadJson(t('data.file'), await call(api.exportProfile, {}));
    } catch (error) {
      if (!isProblem(error, 'unauthenticated')) toast({ message: t('data.failed') });
    }
  };
  return (
    <div className="flex max-w-2xl flex-col gap-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      <p>
        <Link to="/app/profil/bezpieczenstwo">{t('security')}</Link>
      </p>
      <ProfileForm key={profile.seen} profile={profile} />
      <Section title={t('data.title')}>
        <p className="max-w-prose">{t('data.lead')}</p>
        <div className="flex flex-wrap gap-3">
          <Button onPress={() => void save()}>{t('data.save')}</Button>
          {profile.erasable && (
            <EraseButton email={profile.email} deed={erase} onErase={(email) => erase.mutate({ body: { email } })} />
          )}
        </div>
        {erase.proof}
        {!profile.erasable && <p className="max-w-prose text-small text-soft">{t('data.notYet')}</p>}
      </Section>
    </div>
  );
};
