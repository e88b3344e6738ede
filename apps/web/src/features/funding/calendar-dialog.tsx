import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { calendarFeedQuery } from './funding.queries.ts';

/** The personal calendar: its secret address is said once, as it is issued, and can be made void. */
export const CalendarDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['funding', 'common']);
  const feed = useQuery(calendarFeedQuery());
  const [address, setAddress] = useState('');
  const issue = useDeed(api.issueCalendarFeed, ({ path }) => setAddress(path ? window.location.origin + path : ''));
  const revoke = useDeed(api.revokeCalendarFeed, () => {
    setAddress('');
    toast({ message: t('calendar.revoked') });
  });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    toast({ message: t('calendar.copied') });
  };
  return (
    <Dialog title={t('calendar.title')} onClose={onClose}>
      <p>{t('calendar.lead')}</p>
      {feed.isPending && <RowsSkeleton />}
      {feed.isError && <Failure error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.isSuccess && (
        <>
          {address !== '' && (
            <>
              <TextField
                label={t('calendar.address')}
                hint={t('calendar.addressHint')}
                value={address}
                onChange={() => undefined}
              />
              <div>
                <Button onPress={() => void copy()}>{t('calendar.copy')}</Button>
              </div>
            </>
          )}
          {address === '' && feed.data.issued && <p className="text-soft">{t('calendar.issued')}</p>}
          <DeedFailure error={issue.error ?? revoke.error} />
          <DialogActions>
            {address === '' && (
              <Button kind="primary" isPending={issue.isPending} onPress={() => issue.mutate({})}>
                {t(feed.data.issued ? 'calendar.issueAgain' : 'calendar.issue')}
              </Button>
            )}
            {feed.data.issued && (
              <Button kind="danger" isPending={revoke.isPending} onPress={() => revoke.mutate({})}>
                {t('calendar.revoke')}
              </Button>
            )}
            <Button kind="quiet" onPress={onClose}>
              {t('common:close')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
};
