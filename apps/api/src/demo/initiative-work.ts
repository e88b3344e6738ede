/** What is worked on within the demo's initiatives: decisions, words, files, a task, and what everybody may read of them. */
import type { RichText, UploadTarget } from '@blizej/contracts';
import { writeComment } from '../features/conversations/index.ts';
import {
  addIndicator,
  confirmPart,
  declarePart,
  measure,
  moveInitiative,
  planMilestones,
  proposeInitiative,
  publishCard,
  recordDecision,
} from '../features/initiatives/index.ts';
import { acceptAnswer, createTask, submitAnswer } from '../features/tasks/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import type { GminaKey, PersonKey } from './people.ts';

/** What the script needs of whoever plays it. */
export interface Stage {
  ago(days: number): UnitOfWork;
  day(offset: number): string;
  actor(key: PersonKey): Promise<Actor>;
  gmina(key: GminaKey): string;
  network(key: string): string;
  initiative(titlePl: string): string;
  addFile(
    daysAgo: number,
    by: PersonKey,
    target: UploadTarget,
    name: string,
    lines: readonly string[],
  ): Promise<unknown>;
}

const says = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

export async function playInitiativeWork(stage: Stage): Promise<void> {
  await playRoofs(stage, stage.initiative('Zielone dachy nad morzem'));
  await playRoute(stage, stage.initiative('Szlak latarni dla rowerów'));
  await playBeaches(stage);
}

async function playRoofs(stage: Stage, id: string): Promise<void> {
  const params = { id };
  const ola = await stage.actor('jantarowoOfficial');
  const first = await recordDecision(stage.ago(40), ola, {
    params,
    body: {
      title: 'Jeden wykonawca projektu dla trzech gmin',
      text: 'Projekt techniczny zamawia Jantarowo w imieniu wszystkich uczestników.',
      decidedBy: 'Spotkanie uczestników',
      decidedOn: stage.day(-42),
      reason: 'Trzy osobne projekty kosztowałyby więcej i różniły się szczegółami.',
    },
  });
  await recordDecision(stage.ago(10), ola, {
    params,
    body: {
      title: 'Projekt wspólny, nadzór osobny',
      text: 'Projekt techniczny pozostaje wspólny. Nadzór nad robotami każda gmina zamawia u siebie.',
      decidedBy: 'Spotkanie uczestników',
      decidedOn: stage.day(-11),
      reason: 'Inspektor musi być na miejscu tego samego dnia.',
      supersedesId: first.decisions[0]?.id,
    },
  });
  await stage.addFile(
    14,
    'jantarowoOfficial',
    { kind: 'INITIATIVE', initiativeId: id },
    'Projekt techniczny dachu.pdf',
    ['Zielone dachy nad morzem', 'Projekt techniczny: warstwy, spadki, odpływ.'],
  );
  const place = { place: 'initiatives', id } as const;
  await writeComment(stage.ago(6), await stage.actor('mewiaOfficial'), {
    params: place,
    body: {
      kind: 'COMMENT',
      body: says('Mamy ekspertyzę stropów obu szkół, wynik jest dobry. Dołączymy ją do dokumentów.'),
    },
  });
  await writeComment(stage.ago(5), ola, {
    params: place,
    body: { kind: 'COMMENT', body: says('Dziękuję. Wspólny przetarg ogłosimy, gdy będą komplety z trzech gmin.') },
  });
  await publishCard(stage.ago(4), ola, { params, body: { published: true } });
}

async function playRoute(stage: Stage, id: string): Promise<void> {
  const secretary = await stage.actor('secretary');
  const mayor = await stage.actor('latarnikowoMayor');
  const organizationId = stage.gmina('latarnikowo');
  const task = await createTask(stage.ago(20), secretary, {
    body: {
      networkId: stage.network('turystyka'),
      initiativeId: id,
      title: 'Przebieg szlaku przez gminę',
      body: 'Prosimy o uzgodniony z zarządcą dróg przebieg szlaku w granicach gminy.',
      dueOn: stage.day(-6),
      priority: 'NORMAL',
      organizationIds: [organizationId],
    },
  });
  const params = { id: task.id, organizationId };
  const submitted = await submitAnswer(stage.ago(9), mayor, {
    params,
    body: { answer: 'Droga techniczna wzdłuż wału, potem ulica Latarniana.', version: 1 },
  });
  await acceptAnswer(stage.ago(8), secretary, { params, body: { version: submitted.version } });
}

/** One that has come to its end, with what it gave. */
async function playBeaches(stage: Stage): Promise<void> {
  const sabina = await stage.actor('sosnowyOfficial');
  const proposed = await proposeInitiative(stage.ago(400), sabina, {
    body: {
      titlePl: 'Plaże dostępne dla każdego',
      titleEn: 'Beaches for everybody',
      summaryPl:
        'Pomosty, przebieralnie i informacja, z których korzystają osoby z niepełnosprawnościami i rodzice z wózkami.',
      summaryEn: 'Boardwalks, changing rooms and information for people with disabilities and parents with prams.',
      benefit: 'Plaża, na którą można wejść z wózkiem, w każdej z dwóch gmin.',
      level: 'INTERMUNICIPAL',
      goals: ['SOCIETY', 'SEA'],
      topics: ['dostępność', 'turystyka'],
      startsOn: stage.day(-300),
      endsOn: stage.day(-30),
    },
  });
  const params = { id: proposed.id };
  const parts = [
    {
      by: 'sosnowyOfficial',
      mayor: 'sosnowyMayor',
      gmina: 'sosnowy',
      role: 'LEAD_PARTNER',
      part: 'Wzór pomostu i zakup.',
    },
    {
      by: 'foczyOfficial',
      mayor: 'foczyMayor',
      gmina: 'foczy',
      role: 'PARTNER',
      part: 'Jeden pomost i przebieralnia.',
    },
  ] as const;
  for (const { by, mayor, gmina, role, part } of parts) {
    const organizationId = stage.gmina(gmina);
    await declarePart(stage.ago(390), await stage.actor(by), { params, body: { organizationId, role, part } });
    await confirmPart(stage.ago(388), await stage.actor(mayor), { params: { ...params, organizationId } });
  }
  let version = 5;
  const move = async (
    to: 'PREPARATION' | 'APPLIED' | 'FUNDED' | 'RUNNING' | 'COMPLETED',
    daysAgo: number,
    reason: string,
  ): Promise<void> => {
    ({ version } = await moveInitiative(stage.ago(daysAgo), sabina, { params, body: { stage: to, reason, version } }));
  };
  await move('PREPARATION', 380, 'Obie gminy mają plaże bez zejścia dla wózków.');
  await move('APPLIED', 350, 'Wniosek złożony do programu regionalnego.');
  await move('FUNDED', 320, 'Wniosek wybrany do dofinansowania.');
  await move('RUNNING', 300, 'Podpisano umowy z wykonawcami.');
  const milestones = [
    {
      titlePl: 'Pomost w Sosnowym Brzegu',
      titleEn: 'Boardwalk in Sosnowy Brzeg',
      dueOn: stage.day(-120),
      reachedOn: stage.day(-125),
    },
    {
      titlePl: 'Pomost w Foczym Rogu',
      titleEn: 'Boardwalk in Foczy Róg',
      dueOn: stage.day(-60),
      reachedOn: stage.day(-52),
    },
  ];
  ({ version } = await planMilestones(stage.ago(50), sabina, { params, body: { milestones, version } }));
  const added = await addIndicator(stage.ago(49), sabina, {
    params,
    body: {
      namePl: 'Zejścia na plażę dostępne dla wózków',
      nameEn: 'Ways to the beach for wheelchairs',
      unit: 'szt.',
      baseline: 0,
      target: 2,
      border: false,
      version,
    },
  });
  ({ version } = await measure(stage.ago(45), sabina, {
    params: { ...params, indicatorId: added.indicators[0]?.id ?? '' },
    body: { value: 2, measuredOn: stage.day(-45), evidence: 'Protokoły odbioru obu pomostów.' },
  }));
  await move('COMPLETED', 32, 'Oba pomosty służą od sezonu, rozliczenie przyjęte.');
  await publishCard(stage.ago(31), sabina, { params, body: { published: true } });
}
