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

interface PasswordProps {
  readonly email: string;
  readonly hasPassword: boolean;
}

const ChangePassword = ({ email, hasPassword, onDone }: PasswordProps & { readonly onDone: () => void }) => {
  const { t } = useTranslation('security');
  const [password, setPassword] = useState('');
  const change = useSecureDeed(api.changePassword, () => {
    toast({ message: t('password.done') });
    onDone();
  });
  const issueAt = useIssueAt(change.error);
  return (
    <>
      <DeedDialog
        title={hasPassword ? t('password.change') : t('password.set')}
        action={t('password.save')}
        deed={withoutIssues(change)}
        onSend={() => change.mutate({ body: { password } })}
        onClose={onDone}
      >
        {/* So that a password manager knows whose password it is. */}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={t('password.label')}
          hint={t('password.hint')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={issueAt('/password')}
        />
      </DeedDialog>
      {change.proof}
    </>
  );
};

/** One's own password. */
export const PasswordSection = (props: PasswordProps) => {
  const { t } = useTranslation('security');
  const [isChanging, setChanging] = useState(false);
  return (
    <Section title={t('password.title')}>
      <p>{props.hasPassword ? t('password.has') : t('password.hasNone')}</p>
      <div>
        <Button onPress={() => setChanging(true)}>
          {props.hasPassword ? t('password.change') : t('password.set')}
        </Button>
      </div>
      {isChanging && <ChangePassword {...props} onDone={() => setChanging(false)} />}
    </Section>
  );
};
