import { describe, expect, test } from '@jest/globals';
import { useWorld } from '../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { acceptClaim, agreeToShare, askForAgreement, planBudget, submitClaim, writeClaim } from '../budgets/index.ts';
import { submitIdea } from '../ideas/index.ts';
import { confirmPart, declarePart, moveInitiative, proposeInitiative } from '../initiatives/index.ts';
import { closeMeeting, conveneMeeting, openMeeting, planMeeting, recordPresence } from '../meetings/index.ts';
import { signPosition } from '../positions/index.ts';
import { readStart } from './dashboards.queries.ts';

describe('The start page', () => {
  const world = useWorld();
  const start = async (key: Parameters<typeof world.actor>[0]) => readStart(world.database, await world.actor(key));

  test('shows a mayor what waits for a decision and what the gmina is late with', async () => {
    const foczy = await start('foczyMayor');
    expect(foczy.perspective).toBe('MAYOR');
    expect(foczy.toDecide).toMatchObject([{ organization: { name: 'Foczy Róg' }, step: 'CONFIRM' }]);
    const latarnikowo = await start('latarnikowoMayor');
    expect(latarnikowo.lateCount).toBe(1);
    expect(latarnikowo.asked[0]).toMatchObject({ late: true, task: { title: 'Ankieta o stanie retencji w gminach' } });
  });

  test('shows whoever votes for a gmina the open ballots in which it has not voted, and nobody else', async () => {
    const title = { pl: 'Opinia o terminie wspólnego spisu retencji' };
    expect((await start('foczyMayor')).toVote).toMatchObject([{ title }]);
    // It has voted already.
    expect((await start('mewiaMayor')).toVote).toEqual([]);
    expect((await start('foczyOfficial')).toVote).toEqual([]);
    expect((await start('secretary')).toVote).toEqual([]);
  });

  test('shows whoever speaks for a gmina the positions on which it has not spoken, the first to end first', async () => {
    const silence = { title: { pl: 'Stały udział młodzieży w programowaniu funduszy europejskich' }, bySilence: true };
    const consultation = {
      title: { pl: 'Ponowne użycie wody i retencja: prostsze przepisy dla gmin' },
      bySilence: false,
    };
    expect((await start('foczyMayor')).toSay).toMatchObject([silence, consultation]);
    // It has endorsed the latter already.
    expect((await start('mewiaMayor')).toSay).toMatchObject([silence]);
    expect((await start('foczyOfficial')).toSay).toEqual([]);
    expect((await start('secretary')).toSay).toEqual([]);
  });

  test('shows an official what is asked of the gmina, and the newest praise', async () => {
    const { perspective, asked, networks, praise } = await start('jantarowoOfficial');
    expect(perspective).toBe('OFFICIAL');
    expect(asked.map(({ task }) => task.title)).toEqual([
      'Wydarzenia zimowe do wspólnego kalendarza',
      'Dane o zużyciu energii w budynkach gminnych',
      'Wizyta studyjna: zgłoszenie uczestników',
      'Spis urządzeń retencyjnych',
    ]);
    expect(networks.map(({ name }) => name.pl)).toEqual([
      'Lokalne społeczności energetyczne',
      'Retencja i ponowne użycie wody',
      'Turystyka poza sezonem',
    ]);
    expect(praise?.kind).toBe('assignment.accepted');
  });

  test('shows the secretariat what to accept, what to admit, who is late and how each network does', async () => {
    const { perspective, submitted, toDecide, lateCount, networks } = await start('secretary');
    expect(perspective).toBe('SECRETARIAT');
    expect(submitted).toHaveLength(4);
    expect(toDecide).toMatchObject([{ organization: { name: 'Śledziowo' }, step: 'ADMIT' }]);
    expect(lateCount).toBe(2);
    expect(networks.find(({ name }) => name.pl === 'Retencja i ponowne użycie wody')).toMatchObject({
      lateCount: 2,
      asked: 15,
      answered: 7,
    });
  });
});

describe('The start page of whoever alone can do a thing', () => {
  const world = useWorld();
  const start = async (key: PersonKey) => readStart(world.database, await world.actor(key));
  const gminaOf = (key: PersonKey) => world.gmina(people[key].organization as GminaKey);
  const reason = 'Tak uzgodniły gminy.';

  test('shows who votes for a gmina the assembly that is held now, until the gmina has said that it is there', async () => {
    const secretary = await world.actor('secretary');
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const terms = { number: 301, titlePl: 'Zebranie 301', titleEn: 'Assembly 301', place: 'Jantarowo', startsAt };
    const planned = await planMeeting(world.unit, secretary, {
      body: { ...terms, presenceQuorum: 'HALF', agenda: [{ titlePl: 'Punkt', titleEn: 'Item' }] },
    });
    const params = { id: planned.id };
    const at = ({ version }: { version: number }) => ({ params, body: { version } });
    const convened = await conveneMeeting(world.unit, secretary, at(planned));
    expect((await start('mewiaMayor')).toAttend).toEqual([]);
    const open = await openMeeting(world.unit, secretary, at(convened));
    const missed = [{ id: planned.id, title: { pl: 'Zebranie 301', en: 'Assembly 301' }, place: 'Jantarowo' }];
    expect((await start('mewiaMayor')).toAttend).toEqual(missed);
    expect((await start('foczyMayor')).toAttend).toEqual(missed);
    expect((await start('mewiaOfficial')).toAttend).toEqual([]);
    expect((await start('secretary')).toAttend).toEqual([]);
    const say = async (present: boolean) =>
      recordPresence(world.unit, await world.actor('mewiaMayor'), {
        params: { ...params, organizationId: await world.gmina('mewia') },
        body: { present },
      });
    await say(true);
    expect((await start('mewiaMayor')).toAttend).toEqual([]);
    // Who has left has said so.
    const { version } = await say(false);
    expect((await start('mewiaMayor')).toAttend).toEqual([]);
    expect(version).toBe(open.version);
    await closeMeeting(world.unit, secretary, at({ version }));
    expect((await start('foczyMayor')).toAttend).toEqual([]);
  });

  test('shows a part to confirm, a share to agree to and a claim to decide on, each to those who may, until they have', async () => {
    const official = await world.actor('jantarowoOfficial');
    const title = `Inicjatywa ${crypto.randomUUID()}`;
    const described = { titlePl: title, summaryPl: 'Jedno rozwiązanie.', benefit: 'Mniej kosztów.' };
    const { id } = await proposeInitiative(world.unit, official, {
      body: { ...described, level: 'LOCAL', goals: ['SEA'], topics: [] },
    });
    const params = { id };
    const seen = async (key: PersonKey) =>
      (await start(key)).matters.flatMap((matter) =>
        matter.id === id ? [[matter.kind, matter.organization, matter.number]] : [],
      );
    const jantarowo = await world.gmina('jantarowo');
    const mewia = await world.gmina('mewia');
    const declare = async (by: PersonKey, role: 'LEAD_PARTNER' | 'PARTNER') =>
      declarePart(world.unit, await world.actor(by), {
        params,
        body: { organizationId: await gminaOf(by), role, part: 'Wkład.' },
      });
    const confirm = async (by: PersonKey) =>
      confirmPart(world.unit, await world.actor(by), { params: { ...params, organizationId: await gminaOf(by) } });
    await declare('jantarowoOfficial', 'LEAD_PARTNER');
    await declare('mewiaOfficial', 'PARTNER');
    expect(await seen('mewiaMayor')).toEqual([['PART', 'Mewia Zatoka', null]]);
    expect(await seen('jantarowoCoordinator')).toEqual([['PART', 'Jantarowo', null]]);
    expect(await seen('mewiaOfficial')).toEqual([]);
    expect(await seen('secretary')).toEqual([]);
    await confirm('jantarowoMayor');
    let view = await confirm('mewiaMayor');
    expect(await seen('mewiaMayor')).toEqual([]);

    const share = (organizationId: string) => ({
      organizationId,
      grant: 80_000,
      own: 20_000,
      lines: [{ category: 'STAFF' as const, grant: 80_000, own: 20_000 }],
    });
    const planned = await planBudget(world.unit, official, {
      params,
      body: {
        currency: 'EUR',
        rate: { plnPerEur: 42_000, day: '2026-01-02', source: 'NBP, tabela A' },
        grantRate: 8000,
        total: 200_000,
        grant: 160_000,
        own: 40_000,
        shares: [share(jantarowo), share(mewia)],
        version: 0,
      },
    });
    expect(await seen('mewiaMayor')).toEqual([]);
    const { version } = await askForAgreement(world.unit, official, { params, body: { version: planned.version } });
    expect(await seen('mewiaMayor')).toEqual([['SHARE', 'Mewia Zatoka', null]]);
    expect(await seen('jantarowoMayor')).toEqual([['SHARE', 'Jantarowo', null]]);
    // To agree binds the gmina: its mayor alone does.
    expect(await seen('jantarowoCoordinator')).toEqual([]);
    for (const by of ['jantarowoMayor', 'mewiaMayor'] as const) {
      await agreeToShare(world.unit, await world.actor(by), {
        params: { ...params, organizationId: await gminaOf(by) },
        body: { version },
      });
      expect(await seen(by)).toEqual([]);
    }

    for (const stage of ['PREPARATION', 'APPLIED', 'FUNDED'] as const) {
      view = await moveInitiative(world.unit, official, { params, body: { stage, reason, version: view.version } });
    }
    const claim = async (by: PersonKey) => {
      const actor = await world.actor(by);
      const organizationId = await gminaOf(by);
      const { detail } = await writeClaim(world.unit, actor, {
        params,
        body: {
          organizationId,
          periodFrom: await world.day(-30),
          periodTo: await world.day(-1),
          amount: 10_000,
          currency: 'EUR',
          note: 'Praca zespołu.',
        },
      });
      const claimId = detail?.claims.find(({ organization }) => organization.id === organizationId)?.id ?? '';
      await submitClaim(world.unit, actor, { params: { ...params, claimId }, body: { version: 1 } });
      return claimId;
    };
    const claimId = await claim('mewiaOfficial');
    // The lead's people decide on it, and the secretariat does not have to.
    expect(await seen('jantarowoOfficial')).toEqual([['CLAIM', 'Mewia Zatoka', 1]]);
    expect(await seen('mewiaOfficial')).toEqual([]);
    expect(await seen('secretary')).toEqual([]);
    await acceptClaim(world.unit, official, {
      params: { ...params, claimId },
      body: { acceptedAmount: 10_000, version: 2 },
    });
    expect(await seen('jantarowoOfficial')).toEqual([]);
    // On the lead's own the secretariat decides.
    await claim('jantarowoOfficial');
    expect(await seen('jantarowoMayor')).toEqual([]);
    expect(await seen('secretary')).toEqual([['CLAIM', 'Jantarowo', 1]]);
  });

  test('shows a mayor the adopted position that waits for the gmina’s approval', async () => {
    const { id } = await world.row<{ id: string }>(Prisma.sql`SELECT id FROM position WHERE state = 'SENT'`);
    const seen = async (key: PersonKey) =>
      (await start(key)).matters.flatMap((matter) => (matter.id === id ? [[matter.kind, matter.organization]] : []));
    expect(await seen('foczyMayor')).toEqual([['APPROVAL', 'Foczy Róg']]);
    expect(await seen('foczyOfficial')).toEqual([]);
    // It has approved it, and this one has put its dissent on record.
    expect(await seen('jantarowoMayor')).toEqual([]);
    expect(await seen('wydmyMayor')).toEqual([]);
    expect((await start('secretary')).matters.filter(({ kind }) => kind === 'APPROVAL')).toEqual([]);
    await signPosition(world.unit, await world.actor('foczyMayor'), {
      params: { id },
      body: { organizationId: await world.gmina('foczy') },
    });
    expect(await seen('foczyMayor')).toEqual([]);
    // Once it is answered, nobody waits for an approval any more.
    expect(await seen('sledziowoMayor')).toHaveLength(1);
    await world.asOwner(`UPDATE position SET state = 'ANSWERED' WHERE id = '${id}'`);
    expect(await seen('sledziowoMayor')).toEqual([]);
  });

  test('shows the secretariat the ideas that wait for its answer, the first due first, and nobody else', async () => {
    const before = (await start('secretary')).ideas;
    expect(before).toMatchObject({ late: 1 });
    expect(before.first[0]).toMatchObject({ late: true });
    await submitIdea(world.unit, await world.actor('jantarowoOfficial'), {
      body: {
        title: 'Zróbmy to razem',
        body: 'Będzie taniej.',
        benefit: 'Mieszkańcom.',
        goals: ['SOCIETY'],
        topics: [],
        audience: 'GMINA',
      },
    });
    const { waiting, late, first } = (await start('secretary')).ideas;
    expect([waiting, late]).toEqual([before.waiting + 1, 1]);
    expect(first.map(({ dueOn }) => dueOn)).toEqual(first.map(({ dueOn }) => dueOn).toSorted());
    expect(first.length).toBe(Math.min(waiting, 5));
    expect((await start('jantarowoMayor')).ideas).toEqual({ waiting: 0, late: 0, first: [] });
  });
});
