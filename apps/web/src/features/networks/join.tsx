import { api } from '../../lib/api.ts';
import type { NetworkView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.ts';

const longestNote = 1000;

/** Asks to join for a gmina: for which, as what, why. */
export const JoinButton = ({ network }: { readonly network: NetworkView }) => {
  const { t } = useTranslation(['networks', 'common']);
  const localized = useLocalized();
  const gminas = network.abilities.joinFor;
  const [isOpen, setOpen] = useState(false);
  const [organizationId, setOrganizationId] = useState(gminas[0]?.id ?? '');
  const [role, setRole] = useState<'MEMBER' | 'OBSERVER'>('MEMBER');
  const [note, setNote] = useState('');
  const join = useDeed(api.requestMembership, ({ state }) => {
    setOpen(false);
    toast({ message: t(state === 'ACTIVE' ? 'join.doneActive' : 'join.done') });
  });
  const [first] = gminas;
  if (!first) return null;
  const chosen = gminas.find(({ id }) => id === organizationId) ?? first;
  const send = (): void =>
    join.mutate({
      params: { id: network.id },
      body: { organizationId: chosen.id, role, ...(note.trim() && { note }) },
    });
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('join.action')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('join.title', { network: localized(network.name) })}
          action={t('join.send')}
          deed={join}
          onSend={send}
          onClose={() => setOpen(false)}
        >
          <p className="text-soft">{t(`join.policy.${network.joinPolicy}`)}</p>
          {gminas.length > 1 && (
            <Select
              label={t('join.for')}
              value={chosen.id}
              onChange={setOrganizationId}
              options={gminas.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <RadioGroup
            label={t('join.role', { gmina: chosen.name })}
            value={role}
            onChange={setRole}
            options={[
              { value: 'MEMBER', label: t('common:membershipRole.MEMBER'), hint: t('join.memberHint') },
              { value: 'OBSERVER', label: t('common:membershipRole.OBSERVER'), hint: t('join.observerHint') },
            ]}
          />
          <TextArea
            label={t('join.note')}
            hint={t('join.noteHint')}
            value={note}
            onChange={setNote}
            maximum={longestNote}
            rows={3}
          />
        </DeedDialog>
      )}
    </>
  );
};
