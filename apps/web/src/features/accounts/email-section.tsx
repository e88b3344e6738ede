import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { withoutIssues, useIssueAt } from './issue-at.ts';
import { useSecureDeed } from './proof.tsx';

interface ChangeEmailProps {
  readonly onDone: () => void;
}

const ChangeEmail = ({ onDone }: ChangeEmailProps) => {
  const { t } = useTranslation('security');
  const [email, setEmail] = useState('');
  const ask = useSecureDeed(api.askForEmail, (_, { body }) => {
    toast({ message: t('email.asked', { email: body.email }) });
    onDone();
  });
  const issueAt = useIssueAt(ask.error);
  return (
    <>
      <DeedDialog
        title={t('email.change')}
        action={t('email.send')}
        deed={withoutIssues(ask)}
        onSend={() => ask.mutate({ body: { email: email.trim() } })}
        onClose={onDone}
      >
        <TextField
          label={t('email.label')}
          hint={t('email.hint')}
          type="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={issueAt('/email')}
        />
      </DeedDialog>
      {ask.proof}
    </>
  );
};

/** With which address one signs in, and how to change it. */
export const EmailSection = ({ email }: { readonly email: string }) => {
  const { t } = useTranslation('security');
  const [isChanging, setChanging] = useState(false);
  return (
    <Section title={t('email.title')}>
      <p className="break-words">{t('email.now', { email })}</p>
      <div>
        <Button onPress={() => setChanging(true)}>{t('email.change')}</Button>
      </div>
      {isChanging && <ChangeEmail onDone={() => setChanging(false)} />}
    </Section>
  );
};
