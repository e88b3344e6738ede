import { peopleOfPartnerAtMost, type Given, type PartnerView, type partnersRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { mainOffice } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { actingForId, partnerEvent } from '../partner-event.ts';
import { partnerPolicy } from '../partner.policy.ts';
import { contactIssues, reachIssues } from '../partner.rules.ts';
import { readPartnerIn } from '../partners.queries.ts';
import {
  countPeople,
  deleteContact,
  deletePerson,
  findContact,
  findPerson,
  insertContact,
  insertPerson,
  lockPartner,
} from '../partners.store.ts';
import { lockInUse } from './lock-partner.ts';

/** Notes a person of a partner, for the gmina for which the actor acts. */
export const notePartnerPerson = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof partnersRoutes.notePartnerPerson>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = await lockInUse(work, actor, params.id);
    allow(partnerPolicy.note(actor));
    refuse(reachIssues(body));
    if ((await countPeople(work, partner.id)) >= peopleOfPartnerAtMost) throw new Problem('too-many');
    const { name, role, email = null, phone = null } = body;
    await insertPerson(work, { partnerId: partner.id, name, role, email, phone, notedForId: actingForId(actor) });
    work.record(partnerEvent('partner.person-noted', actor, partner, {}));
    return readPartnerIn(work, actor, partner.id);
  });

/** Forgets a person of a partner: nothing of the name stays. */
export const removePartnerPerson = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof partnersRoutes.removePartnerPerson>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = found(await lockPartner(work, actor, params.id));
    const person = found(await findPerson(work, partner.id, params.personId));
    // Whom one may not know, is not there.
    if (!partnerPolicy.readPerson(actor, person)) throw notFound();
    allow(partnerPolicy.takeBack(actor, person));
    await deletePerson(work, person.id);
    work.record(partnerEvent('partner.person-removed', actor, partner, {}));
    return readPartnerIn(work, actor, partner.id);
  });

/** Notes that the actor was in touch with a partner. */
export const noteContact = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof partnersRoutes.noteContact>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = await lockInUse(work, actor, params.id);
    allow(partnerPolicy.note(actor));
    refuse(contactIssues(body.contactedOn, await today(work)));
    const organizationId = actingForId(actor);
    await insertContact(work, { ...body, partnerId: partner.id, personId: actor.personId, organizationId });
    work.record({
      ...partnerEvent('partner.contacted', actor, partner, {
        organization: mainOffice(actor)?.organizationName ?? '',
      }),
      detail: { ...body },
    });
    return readPartnerIn(work, actor, partner.id);
  });

/** Takes back what was noted of a contact. */
export const removeContact = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof partnersRoutes.removeContact>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = found(await lockPartner(work, actor, params.id));
    const contact = found(await findContact(work, partner.id, params.contactId));
    allow(partnerPolicy.takeBack(actor, contact));
    await deleteContact(work, params.contactId);
    const { organization } = contact;
    work.record(partnerEvent('partner.contact-removed', actor, partner, { organization }));
    return readPartnerIn(work, actor, partner.id);
  });
