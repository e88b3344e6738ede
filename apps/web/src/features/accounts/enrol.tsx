import type { NewSecondFactor } from '@blizej/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { OutsideLink } from '../../ui/link.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Sheet } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIssueAt, withoutIssues } from './issue-at.ts';
import { useSecureDeed } from './proof.tsx';

interface EnrolProps {
  readonly factor: NewSecondFactor;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** A key, in groups that can be read out. */
const grouped = (key: string): string => key.match(/.{1,4}/g)?.join(' ') ?? key;

/** Tells an authenticator the key, by its camera or by hand, and asks for a code of it. */
export const Enrol = ({ factor, onConfirmed, onCancel }: EnrolProps) => {
  const { t } = useTranslation(['security', 'common']);
  const [code, setCode] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const codeInput = useRef<HTMLInputElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const confirm = useSecureDeed(api.confirmSecondFactor, ({ codes }) => onConfirmed(codes));
  const issueAt = useIssueAt(confirm.error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate({ body: { code: code.trim() } });
    codeInput.current?.select();
  };
  return (
    <Sheet>
      <h3 ref={heading} tabIndex={-1} className="text-h3 outline-none">
        {t('factor.enrol.title')}
      </h3>
      <p className="max-w-prose">{t('factor.enrol.scan')}</p>
      <QrCode text={factor.uri} label={t('factor.enrol.picture')} />
      <p>
        {t('factor.enrol.key')}: <code className="font-semibold break-words">{grouped(factor.key)}</code>
      </p>
      <p>
        <OutsideLink href={factor.uri}>{t('factor.enrol.open')}</OutsideLink>
      </p>
      <form onSubmit={send} noValidate className="flex max-w-md flex-col gap-5">
        <TextField
          ref={codeInput}
          label={t('factor.enrol.code')}
          hint={t('factor.enrol.codeHint')}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={issueAt('/code')}
        />
        <p className="text-small text-soft">{t('factor.enrol.others')}</p>
        <DeedFailure error={withoutIssues(confirm).error} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" kind="primary" isPending={confirm.isPending}>
            {t('factor.enrol.confirm')}
          </Button>
          <Button kind="quiet" onPress={onCancel}>
            {t('common:cancel')}
          </Button>
        </div>
      </form>
      {confirm.proof}
    </Sheet>
  );
};
