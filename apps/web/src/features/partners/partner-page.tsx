import type { PartnerView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText, Polish } from '../../lib/localized-text.tsx';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link, OutsideLink } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { useNames } from './names.ts';
import { partnerQuery } from './partners.queries.ts';
import { TwinRow } from './twins.tsx';

const PersonDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).PersonDialog }));
const ContactDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).ContactDialog }));
const TwinDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).TwinDialog }));

const route = getRouteApi('/app/partnerzy/$organizationId');

interface PartnerProps {
  readonly partner: PartnerView;
}

/** What the viewer may do with the whole of it. */
const Deeds = ({ partner }: PartnerProps) => {
  const { t } = useTranslation('partners');
  const [isArchiving, setArchiving] = useState(false);
  const { id, name, version, abilities } = partner;
  const params = { id };
  const accept = useDeed(api.acceptPartner, () => toast({ message: t('accept.done') }));
  const archive = useDeed(api.archivePartner, () => {
    setArchiving(false);
    toast({ message: t('archive.done') });
  });
  return (
    <>
      {abilities.accept && (
        <Button
          kind="primary"
          isPending={accept.isPending}
          onPress={() => accept.mutate({ params, body: { version } })}
        >
          {t('accept.action')}
        </Button>
      )}
      {abilities.change && (
        <ButtonLink to="/app/partnerzy/$organizationId/zmiana" params={{ organizationId: id }}>
          {t('change.action')}
        </ButtonLink>
      )}
      {abilities.archive && (
        <Button kind="quiet" onPress={() => setArchiving(true)}>
          {t('archive.action')}
        </Button>
      )}
      <DeedFailure error={accept.error} />
      {isArchiving && (
        <ReasonDialog
          title={t('archive.title', { name })}
          hint={t('archive.hint')}
          action={t('archive.action')}
          deed={archive}
          onSend={(reason) => archive.mutate({ params, body: { reason, version } })}
          onClose={() => setArchiving(false)}
        />
      )}
    </>
  );
};

interface GminaCount {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** With which gminas it has worked how often, the most often first. */
const countsOf = ({ joint }: PartnerView): GminaCount[] => {
  const counts = new Map<string, GminaCount>();
  for (const { gminas } of joint) {
    for (const { id, name } of gminas) counts.set(id, { id, name, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count);
};

/** Who worked with it, and in what. */
const Joint = ({ partner }: PartnerProps) => {
  const { t } = useTranslation('partners');
  const { joint } = partner;
  return (
    <Section title={t('joint.title')} {...(joint.length > 0 && { aside: t('initiatives', { count: joint.length }) })}>
      {joint.length === 0 ? (
        <EmptyState title={t('joint.none')}>{t('joint.noneNext')}</EmptyState>
      ) : (
        <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[1fr_20rem]">
          <Rows>
            {joint.map(({ initiative, role, gminas }) => (
              <li key={initiative.id} className="flex flex-col gap-1 py-4">
                <p>
                  <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: initiative.id }} look="plain">
                    <LocalizedText of={initiative.title} />
                  </Link>
                </p>
                <p className="text-small text-soft">
                  {[
                    t(`stage.${initiative.stage}`),
                    t('joint.role', { role: t(`role.${role}`) }),
                    gminas.length > 0 && t('joint.with', { names: gminas.map(({ name }) => name).join(', ') }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </Rows>
          <DataTable<GminaCount>
            caption={t('joint.perGmina')}
            rows={countsOf(partner)}
            rowKey={({ id }) => id}
            columns={[
              {
                name: t('joint.gmina'),
                cell: ({ id, name }) => (
                  <Link to="/app/gminy/$organizationId" params={{ organizationId: id }} look="plain">
                    {name}
                  </Link>
                ),
              },
              { name: t('joint.count'), cell: ({ count }) => count, numeric: true },
            ]}
          />
        </div>
      )}
    </Section>
  );
};

const Twins = ({ partner }: PartnerProps) => {
  const { t } = useTranslation('partners');
  const [isOpen, setOpen] = useState(false);
  const { twins, abilities } = partner;
  if (twins.length === 0 && abilities.twinFor.length === 0) return null;
  return (
    <Section title={t('twins.ofPartner')}>
      {twins.length === 0 ? (
        <p className="text-soft">{t('twins.none')}</p>
      ) : (
        <Rows>
          {twins.map((twin) => (
            <TwinRow
              key={twin.gmina.id}
              twin={twin}
              name={twin.gmina.name}
              title={
                <Link to="/app/gminy/$organizationId" params={{ organizationId: twin.gmina.id }} look="plain">
                  {twin.gmina.name}
                </Link>
              }
            />
          ))}
        </Rows>
      )}
      {abilities.twinFor.length > 0 && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('twins.note')}</Button>
        </div>
      )}
      <Suspense>
        {isOpen && <TwinDialog partner={partner} gminas={abilities.twinFor} onClose={() => setOpen(false)} />}
      </Suspense>
    </Section>
  );
};

const People = ({ partner }: PartnerProps) => {
  const { t } = useTranslation('partners');
  const [isOpen, setOpen] = useState(false);
  const { people, peopleHidden, abilities } = partner;
  const remove = useDeed(api.removePartnerPerson, () => toast({ message: t('people.removed') }));
  return (
    <Section title={t('people.title')}>
      <p className="max-w-prose text-soft">{t('people.lead')}</p>
      {people.length > 0 && (
        <Rows>
          {people.map(({ id, name, role, email, phone, notedFor, abilities: may }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
              <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
                <p className="font-semibold">{name}</p>
                <p>{role}</p>
                <p className="flex flex-wrap gap-x-4">
                  {email !== null && <OutsideLink href={`mailto:${email}`}>{email}</OutsideLink>}
                  {phone !== null && <OutsideLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</OutsideLink>}
                </p>
                <p className="text-small text-soft">{t('people.notedFor', { name: notedFor.name })}</p>
              </div>
              {may.remove && (
                <Button
                  kind="quiet"
                  label={t('people.removeOf', { name })}
                  isPending={remove.isPending}
                  onPress={() => remove.mutate({ params: { id: partner.id, personId: id } })}
                >
                  {t('people.remove')}
                </Button>
              )}
            </li>
          ))}
        </Rows>
      )}
      {people.length === 0 && peopleHidden === 0 && <p>{t('people.none')}</p>}
      {peopleHidden > 0 && <p>{t('people.hidden', { count: peopleHidden })}</p>}
      <DeedFailure error={remove.error} />
      {abilities.notePerson && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('people.note')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <PersonDialog partner={partner} onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
};

const Contacts = ({ partner }: PartnerProps) => {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { contacts, abilities } = partner;
  const remove = useDeed(api.removeContact, () => toast({ message: t('contacts.removed') }));
  return (
    <Section title={t('contacts.title')}>
      {contacts.length === 0 ? (
        <p>{t('contacts.none')}</p>
      ) : (
        <Rows>
          {contacts.map(({ id, contactedOn, about, by, gmina, abilities: may }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
              <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
                <p className="text-small text-soft">
                  <Day day={contactedOn} /> · {[by, gmina.name].filter(Boolean).join(', ')}
                </p>
                <p className="max-w-prose whitespace-pre-line">{about}</p>
              </div>
              {may.remove && (
                <Button
                  kind="quiet"
                  label={t('contacts.removeOf', { day: format.day(contactedOn) })}
                  isPending={remove.isPending}
                  onPress={() => remove.mutate({ params: { id: partner.id, contactId: id } })}
                >
                  {t('contacts.remove')}
                </Button>
              )}
            </li>
          ))}
        </Rows>
      )}
      <DeedFailure error={remove.error} />
      {abilities.noteContact && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('contacts.note')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <ContactDialog partner={partner} onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
};

/** One partner: who it is, who has worked with it in what, who knows whom there. */
export const PartnerPage = () => {
  const { t } = useTranslation('partners');
  const names = useNames();
  const { organizationId } = route.useParams();
  const { data: partner } = useSuspenseQuery(partnerQuery(organizationId));
  const { name, kind, state, country, place, website, description, topics, languages, proposedBy, archival } = partner;
  return (
    <div key={organizationId} className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={name}
          lead={
            <p className="whitespace-pre-line">
              <LocalizedText of={description} />
            </p>
          }
          above={
            <Breadcrumbs>
              <Link to="/app/partnerzy" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={<Deeds partner={partner} />}
        />
        {state === 'PROPOSED' && (
          <Notice kind="care" title={t('proposal.title')}>
            <p>{t('proposal.from', { name: proposedBy.name })}</p>
          </Notice>
        )}
        {state === 'ARCHIVED' && (
          <Notice kind="calm" title={t('archive.because')}>
            <p className="whitespace-pre-line">{archival}</p>
          </Notice>
        )}
        <Facts>
          <Fact name={t('kindLabel')}>{t(`kind.${kind}`)}</Fact>
          <Fact name={t('field.place')}>
            {place}, {names.country(country)}
          </Fact>
          {languages.length > 0 && <Fact name={t('languages')}>{languages.map(names.language).join(', ')}</Fact>}
          {topics.length > 0 && (
            <Fact name={t('field.topics')}>
              <span className="flex flex-wrap gap-x-3">
                {topics.map((topic) => (
                  <Link key={topic} to="/app/partnerzy" search={{ temat: topic }}>
                    <Polish>{topic}</Polish>
                  </Link>
                ))}
              </span>
            </Fact>
          )}
          {website !== null && (
            <Fact name={t('website')}>
              <OutsideLink href={website}>{new URL(website).hostname}</OutsideLink>
            </Fact>
          )}
          <Fact name={t('lastContactLabel')}>
            {partner.lastContactOn ? <Day day={partner.lastContactOn} /> : t('noContact')}
          </Fact>
        </Facts>
      </div>
      <Joint partner={partner} />
      <Twins partner={partner} />
      <Contacts partner={partner} />
      <People partner={partner} />
    </div>
  );
};
