import type { AssignmentView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';

interface DeclineButtonProps {
  readonly assignment: AssignmentView;
  /** The version on which it is declined: a draft that was just saved has made a newer one. */
  readonly version?: () => Promise<number | null>;
  readonly onDone?: () => void;
}

/** The gmina will not do what is asked, and says why. */
export const DeclineButton = ({ assignment, version, onDone }: DeclineButtonProps) => {
  const { t } = useTranslation('tasks');
  const { task, organization } = assignment;
  const [isOpen, setOpen] = useState(false);
  const decline = useDeed(api.declineAssignment, () => {
    onDone?.();
    setOpen(false);
    toast({ message: t('decline.done') });
  });
  const send = async (reason: string): Promise<void> => {
    const current = version ? await version() : assignment.version;
    if (current === null) return setOpen(false);
    decline.mutate({
      params: { id: task.id, organizationId: organization.id },
      body: { reason, version: current },
    });
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('decline.action')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t('decline.title', { gmina: organization.name })}
          hint={t('decline.hint')}
          action={t('decline.send')}
          deed={decline}
          onSend={(reason) => void send(reason)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
