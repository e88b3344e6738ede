import { expect, test } from '@jest/globals';
import type { FoundKind } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { useWorld } from '../../../test/world.ts';
import { guest as astrid } from '../../demo/partners.ts';
import type { PersonKey } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { actorByEmail } from '../accounts/index.ts';
import { submitIdea } from '../ideas/index.ts';
import { draftPosition } from '../positions/index.ts';
import { search } from './search.queries.ts';

const world = useWorld();
const titles = async (by: Actor, words: string) =>
  (await search(world.database, by, words)).map(({ kind, title }) => `${kind} ${title.pl}`);
const found = async (by: PersonKey, words: string) => titles(await world.actor(by), words);

test.each<[FoundKind, words: string, title: string]>([
  ['POSITION', 'mlodziezy w PROGRAMOWANIU', 'Stały udział młodzieży w programowaniu funduszy europejskich'],
  ['POSITION', 'reuse and retention', 'Ponowne użycie wody i retencja: prostsze przepisy dla gmin'],
  ['MEETING', 'liv walne', 'LIV Walne Zebranie Członków'],
  ['BALLOT', 'spisu retencji', 'Opinia o terminie wspólnego spisu retencji'],
  ['NETWORK', 'spolecznosci', 'Lokalne społeczności energetyczne'],
  ['INITIATIVE', 'zielone dachy', 'Zielone dachy nad morzem'],
  ['IDEA', 'parasoli', 'Pożyczalnia parasoli na przystankach'],
  ['CALL', 'sieci miast', 'Sieci miast (przykład)'],
  ['PARTNER', 'region kalmar', 'Region Kalmar'],
  ['ORGANIZATION', 'sledziowo', 'Śledziowo'],
])('A member’s person finds a %s by "%s"', async (kind, words, title) => {
  expect(await found('foczyOfficial', words)).toContain(`${kind} ${title}`);
});

test('At most five of a kind are found, and none where nothing has such a title', async () => {
  const gminas = (await found('foczyOfficial', 'ow')).filter((name) => name.startsWith('ORGANIZATION '));
  expect(gminas).toHaveLength(5);
  expect(await found('foczyOfficial', 'nic takiego nie ma')).toEqual([]);
});

test('A draft of a position is found by those who write it and by nobody else', async () => {
  const titlePl = 'Szkic o przystaniach promowych';
  await draftPosition(world.unit, await world.actor('jantarowoOfficial'), {
    body: {
      titlePl,
      titleEn: 'A draft on ferry harbours',
      occasion: 'Zmienia się ustawa o wodach.',
      aim: 'Chcemy, aby minister zmienił zdanie.',
      nature: 'POSITION',
      threshold: 50,
      isPublic: true,
      paragraphs: [{ pl: 'Pierwszy akapit.' }],
      networkId: await world.network('woda'),
    },
  });
  expect(await found('jantarowoOfficial', 'ferry harbours')).toEqual([`POSITION ${titlePl}`]);
  expect(await found('foczyMayor', 'ferry harbours')).toEqual([]);
});

test('An idea that is kept to its gmina is found there and by the secretariat only', async () => {
  const title = 'Szopa na łodzie wiosłowe';
  await submitIdea(world.unit, await world.actor('jantarowoOfficial'), {
    body: {
      title,
      body: 'Zróbmy to razem, będzie taniej.',
      benefit: 'Mieszkańcom.',
      goals: ['SOCIETY'],
      topics: ['woda'],
      audience: 'GMINA',
    },
  });
  expect(await found('jantarowoMayor', 'lodzie wioslowe')).toEqual([`IDEA ${title}`]);
  expect(await found('secretary', 'lodzie wioslowe')).toEqual([`IDEA ${title}`]);
  expect(await found('foczyMayor', 'lodzie wioslowe')).toEqual([]);
});

test('A guest finds the initiatives of the own organization, and who has no office finds nothing', async () => {
  const guest = await actorByEmail(world.database, astrid.email);
  if (!guest) throw new Error('The guest has no account.');
  expect(await titles(guest, 'morze')).toEqual(['INITIATIVE Morze bez sieci widm']);
  for (const words of ['woda', 'retencj', 'walne', 'zielone', 'jantar', 'kalmar', 'parasoli', 'przyklad']) {
    expect([words, await titles(guest, words)]).toEqual([words, []]);
  }
  const stranger = { ...actorWith(), personId: guest.personId };
  for (const words of ['morze', 'woda', 'walne', 'region', 'ow']) {
    expect([words, await titles(stranger, words)]).toEqual([words, []]);
  }
});
