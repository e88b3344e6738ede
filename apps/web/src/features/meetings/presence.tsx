import type { MeetingView, PresenceOffice, PresenceView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Section, Sheet } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.ts';

interface MeetingProps {
  readonly meeting: MeetingView;
}

const usePresence = () => {
  const { t } = useTranslation('meetings');
  return useDeed(api.recordPresence, (_, { body }) =>
    toast({ message: t(body.present ? 'presence.came' : 'presence.left') }),
  );
};

/** The one thing that matters to whoever votes for a gmina: to say that it is there. */
export const OwnPresence = ({ meeting }: MeetingProps) => {
  const { t } = useTranslation('meetings');
  const { abilities } = useSession();
  const record = usePresence();
  const own = meeting.presences.filter(({ mayRecord }) => mayRecord);
  // The secretariat may for all: it does at the list.
  if (abilities.writeBallot || own.length === 0) return null;
  return (
    <Sheet>
      {own.map(({ organization, present }) => (
        <div key={organization.id} className="flex flex-wrap items-center justify-between gap-4">
          <p className="font-semibold">
            {t(present ? 'presence.isThere' : 'presence.isThereNot', { organization: organization.name })}
          </p>
          <Button
            kind={present ? 'secondary' : 'primary'}
            isPending={record.isPending}
            onPress={() =>
              record.mutate({
                params: { id: meeting.id, organizationId: organization.id },
                body: { present: !present },
              })
            }
          >
            {t(present ? 'presence.leave' : 'presence.come')}
          </Button>
        </div>
      ))}
      <DeedFailure error={record.error} />
    </Sheet>
  );
};

const offices = ['EXECUTIVE', 'DELEGATE'] as const satisfies readonly PresenceOffice[];

interface AtTheDoorProps {
  readonly meetingId: string;
  readonly organization: PresenceView['organization'];
  readonly isPresent: boolean;
}

/** What the secretariat sees at the door: that a gmina comes, by its mayor or by its delegate, or leaves. */
const AtTheDoor = ({ meetingId, organization: { id, name }, isPresent }: AtTheDoorProps) => {
  const { t } = useTranslation('meetings');
  const record = usePresence();
  const params = { id: meetingId, organizationId: id };
  return (
    <div className="flex flex-wrap gap-1">
      {isPresent ? (
        <Button
          kind="quiet"
          isPending={record.isPending}
          label={t('presence.leaveOf', { organization: name })}
          onPress={() => record.mutate({ params, body: { present: false } })}
        >
          {t('presence.leave')}
        </Button>
      ) : (
        offices.map((office) => (
          <Button
            key={office}
            kind="quiet"
            isPending={record.isPending}
            label={t(`presence.comesOf.${office}`, { organization: name })}
            onPress={() => record.mutate({ params, body: { present: true, office } })}
          >
            {t(`presence.comes.${office}`)}
          </Button>
        ))
      )}
      <DeedFailure error={record.error} />
    </div>
  );
};

/** Who is there, and whether that is a quorum. */
export const Presence = ({ meeting }: MeetingProps) => {
  const { t } = useTranslation(['meetings', 'common']);
  const format = useFormat();
  const { abilities } = useSession();
  const { presence, presences, quorumNeeded, state } = meeting;
  if (!presence || quorumNeeded === null) return null;
  const missing = quorumNeeded - presence.present;
  const title =
    state === 'CLOSED'
      ? t('presence.wasTitle')
      : missing > 0
        ? t('presence.missing', { count: missing })
        : t('presence.reached', { needed: quorumNeeded });
  const columns: [Column<PresenceView>, ...Column<PresenceView>[]] = [
    {
      name: t('presence.gmina'),
      cell: ({ organization: { id, name } }) => (
        <Link to="/app/gminy/$organizationId" params={{ organizationId: id }} look="plain">
          {name}
        </Link>
      ),
    },
    {
      name: t('presence.state'),
      cell: ({ present, leftAt }) => (
        <Status tone={present ? 'good' : 'idle'}>
          {t(present ? 'presence.yes' : leftAt ? 'presence.gone' : 'presence.no')}
        </Status>
      ),
    },
    { name: t('presence.by'), cell: ({ office }) => (office ? t(`common:office.${office}`) : '–') },
    {
      name: t('presence.since'),
      cell: ({ arrivedAt, leftAt }) =>
        arrivedAt ? [format.moment(arrivedAt), leftAt && format.moment(leftAt)].filter(Boolean).join(' – ') : '–',
    },
    ...(abilities.writeBallot && state === 'OPEN'
      ? [
          {
            name: t('presence.record'),
            cell: ({ organization, present, mayRecord }: PresenceView) =>
              mayRecord && <AtTheDoor meetingId={meeting.id} organization={organization} isPresent={present} />,
          },
        ]
      : []),
  ];
  return (
    <Section title={title}>
      <Progress value={presence.present} total={presence.members} label={t('presence.of', presence)} />
      <DataTable
        caption={t('presence.caption')}
        rows={presences}
        rowKey={({ organization }) => organization.id}
        columns={columns}
      />
    </Section>
  );
};
