import { describe, expect, test } from '@jest/globals';
import { useWorld } from '../../../test/world.ts';
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
