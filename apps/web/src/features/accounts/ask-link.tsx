import type { LinkPurpose } from '@blizej/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../lib/api.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Sheet } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIssueAt, withoutIssues } from './issue-at.ts';

/** Asks for a link by e-mail. What comes of it is the same for every address. */
export const AskLink = ({ purpose }: { readonly purpose: LinkPurpose }) => {
  const { t } = useTranslation('links');
  const [email, setEmail] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const told = useRef<HTMLDivElement>(null);
  const ask = useMutation({
    mutationFn: () => call(api.askForLink, { body: { email: email.trim(), purpose } }),
    onError: () => input.current?.focus(),
  });
  const issueAt = useIssueAt(ask.error);
  useEffect(() => {
    if (ask.isSuccess) told.current?.focus();
  }, [ask.isSuccess]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  return (
    <>
      <PageHeader title={t(`${purpose}.title`)} lead={t(`${purpose}.askLead`)} />
      <Sheet>
        {ask.isSuccess ? (
          <div ref={told} tabIndex={-1} className="flex flex-col items-start gap-5 outline-none">
            <Notice kind="good" title={t('asked.title')}>
              <p className="break-words">{t('asked.lead', { email: email.trim() })}</p>
            </Notice>
            <Button onPress={ask.reset}>{t('asked.again')}</Button>
          </div>
        ) : (
          <form onSubmit={send} noValidate className="flex flex-col gap-5">
            <DeedFailure error={withoutIssues(ask).error} />
            <TextField
              ref={input}
              label={t('email')}
              hint={t('emailHint')}
              type="email"
              name="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              error={issueAt('/email')}
            />
            <Button type="submit" kind="primary" wide isPending={ask.isPending}>
              {t(`${purpose}.ask`)}
            </Button>
          </form>
        )}
      </Sheet>
      <Link to="/logowanie">{t('back')}</Link>
    </>
  );
};
