import type { fundingPlansRoutes, fundingRoutes, Given } from '@blizej/contracts';
import {
  addCouncilSessions,
  addProgramme,
  announceCall,
  cancelCall,
  chooseCall,
  followCall,
  followProgramme,
  moveDeadline,
  stateNeed,
} from '../features/funding/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import type { GminaKey, PersonKey } from './people.ts';

// The programmes are real; their calls, days and amounts are invented and say so. What is needed, followed and planned
// belongs to the fictional gminas.

type ProgrammeScript = Given<typeof fundingRoutes.addProgramme>['body'];
type CallBody = Given<typeof fundingRoutes.announceCall>['body'];

const programmes: readonly ProgrammeScript[] = [
  {
    shortName: 'Interreg SB',
    namePl: 'Interreg Południowy Bałtyk 2021–2027',
    nameEn: 'Interreg South Baltic 2021–2027',
    firstYear: 2021,
    lastYear: 2027,
    website: 'https://southbaltic.eu',
    territory: ['pomorskie', 'warmińsko-mazurskie', 'zachodniopomorskie', 'DE', 'DK', 'LT', 'SE'],
    territoryNote: 'Za granicą tylko regiony nadbałtyckie: szczegóły w dokumentach programu.',
  },
  {
    shortName: 'Interreg BSR',
    namePl: 'Interreg Region Morza Bałtyckiego 2021–2027',
    nameEn: 'Interreg Baltic Sea Region 2021–2027',
    firstYear: 2021,
    lastYear: 2027,
    website: 'https://interreg-baltic.eu',
    territory: ['PL', 'DE', 'DK', 'EE', 'FI', 'LT', 'LV', 'SE', 'NO'],
  },
  {
    shortName: 'FEP',
    namePl: 'Fundusze Europejskie dla Pomorza 2021–2027',
    nameEn: 'European Funds for Pomerania 2021–2027',
    firstYear: 2021,
    lastYear: 2027,
    website: 'https://funduszeuepomorskie.pl',
    territory: ['pomorskie'],
  },
  {
    shortName: 'FEWiM',
    namePl: 'Fundusze Europejskie dla Warmii i Mazur 2021–2027',
    nameEn: 'European Funds for Warmia and Mazury 2021–2027',
    firstYear: 2021,
    lastYear: 2027,
    website: 'https://funduszeeuropejskie.warmia.mazury.pl',
    territory: ['warmińsko-mazurskie'],
  },
  {
    shortName: 'CERV',
    namePl: 'Obywatele, Równość, Prawa i Wartości 2021–2027',
    nameEn: 'Citizens, Equality, Rights and Values 2021–2027',
    firstYear: 2021,
    lastYear: 2027,
    website: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal',
    territory: [],
  },
  {
    shortName: 'LIFE',
    namePl: 'LIFE 2021–2027: środowisko i klimat',
    nameEn: 'LIFE 2021–2027: environment and climate',
    firstYear: 2021,
    lastYear: 2027,
    website: 'https://cinea.ec.europa.eu/programmes/life_en',
    territory: [],
  },
  {
    shortName: 'KPO',
    namePl: 'Krajowy Plan Odbudowy i Zwiększania Odporności',
    nameEn: 'National Recovery and Resilience Plan',
    firstYear: 2021,
    lastYear: 2026,
    website: 'https://www.kpo.gov.pl',
    territory: ['PL'],
  },
];

interface CallScript extends Omit<
  CallBody,
  'aboutEn' | 'aboutPl' | 'closesAt' | 'firstStageAt' | 'opensOn' | 'programmeId' | 'territory'
> {
  readonly key: string;
  readonly programme: string;
  readonly daysAgo: number;
  readonly opensInDays: number;
  readonly firstStageInDays?: number;
  readonly closesInDays: number;
}

const aboutPl = 'Nabór przykładowy: jego dni i kwoty są wymyślone na potrzeby danych demonstracyjnych.';
const aboutEn = 'An example: the days and amounts of this call are invented for the demo data.';

const calls: readonly CallScript[] = [
  {
    key: 'blue',
    programme: 'Interreg SB',
    titlePl: 'Nabór na rzecz wody i zielonej energii (przykład)',
    titleEn: 'Call for water and green energy (example)',
    daysAgo: 40,
    opensInDays: -20,
    closesInDays: 75,
    grantRate: 80,
    maximum: 150_000_000,
    currency: 'EUR',
    applicants: ['MUNICIPALITY', 'ASSOCIATION', 'INSTITUTION', 'NGO', 'SCIENCE'],
    partnersMin: 2,
    countriesMin: 2,
    topics: ['woda', 'retencja', 'energia'],
    goals: ['SEA', 'COOPERATION'],
    signingDays: 10,
  },
  {
    key: 'small',
    programme: 'Interreg SB',
    titlePl: 'Małe projekty ludzi i kultury (przykład)',
    titleEn: 'Small projects of people and culture (example)',
    daysAgo: 40,
    opensInDays: 15,
    closesInDays: 95,
    grantRate: 80,
    maximum: 20_000_000,
    currency: 'EUR',
    applicants: ['MUNICIPALITY', 'INSTITUTION', 'NGO'],
    partnersMin: 2,
    countriesMin: 2,
    topics: ['kultura', 'młodzież'],
    goals: ['SOCIETY', 'COOPERATION'],
    signingDays: 7,
  },
  {
    key: 'baltic',
    programme: 'Interreg BSR',
    titlePl: 'Społeczności oszczędzające wodę (przykład)',
    titleEn: 'Water-smart societies (example)',
    daysAgo: 40,
    opensInDays: -5,
    firstStageInDays: 30,
    closesInDays: 120,
    grantRate: 80,
    minimum: 50_000_000,
    currency: 'EUR',
    applicants: ['MUNICIPALITY', 'COUNTY', 'ASSOCIATION', 'SCIENCE', 'BUSINESS'],
    partnersMin: 3,
    countriesMin: 3,
    topics: ['woda', 'klimat'],
    goals: ['SEA'],
    signingDays: 14,
  },
  {
    key: 'retention',
    programme: 'FEP',
    titlePl: 'Retencja w miastach i wsiach (przykład)',
    titleEn: 'Holding the rain in towns and villages (example)',
    daysAgo: 50,
    opensInDays: -40,
    closesInDays: 45,
    grantRate: 85,
    minimum: 50_000_000,
    maximum: 500_000_000,
    currency: 'PLN',
    applicants: ['MUNICIPALITY', 'COUNTY'],
    topics: ['retencja', 'woda', 'szkoły'],
    goals: ['SELF_GOVERNMENT', 'SEA'],
    signingDays: 7,
  },
  {
    key: 'trails',
    programme: 'FEWiM',
    titlePl: 'Turystyka poza sezonem (przykład)',
    titleEn: 'Tourism off season (example)',
    daysAgo: 35,
    opensInDays: -10,
    closesInDays: 26,
    grantRate: 70,
    minimum: 20_000_000,
    maximum: 300_000_000,
    currency: 'PLN',
    applicants: ['MUNICIPALITY', 'INSTITUTION', 'NGO'],
    topics: ['turystyka', 'rowery'],
    goals: ['SOCIETY'],
    signingDays: 7,
  },
  {
    key: 'towns',
    programme: 'CERV',
    titlePl: 'Sieci miast (przykład)',
    titleEn: 'Networks of towns (example)',
    daysAgo: 30,
    opensInDays: -15,
    closesInDays: 12,
    maximum: 15_000_000,
    currency: 'EUR',
    applicants: ['MUNICIPALITY', 'ASSOCIATION', 'NGO'],
    partnersMin: 5,
    countriesMin: 4,
    topics: ['młodzież', 'kultura'],
    goals: ['SOCIETY', 'COOPERATION'],
    signingDays: 7,
  },
  {
    key: 'clean',
    programme: 'LIFE',
    titlePl: 'Czysta energia w gminach (przykład)',
    titleEn: 'Clean energy in municipalities (example)',
    daysAgo: 100,
    opensInDays: -95,
    closesInDays: -20,
    grantRate: 95,
    maximum: 200_000_000,
    currency: 'EUR',
    applicants: ['MUNICIPALITY', 'ASSOCIATION', 'BUSINESS', 'SCIENCE'],
    partnersMin: 3,
    countriesMin: 3,
    topics: ['energia'],
    goals: ['COOPERATION'],
    signingDays: 7,
  },
  {
    key: 'digital',
    programme: 'KPO',
    titlePl: 'Cyfrowe okienko gminy (przykład)',
    titleEn: 'The digital counter of a municipality (example)',
    daysAgo: 60,
    opensInDays: -45,
    closesInDays: 20,
    grantRate: 100,
    maximum: 100_000_000,
    currency: 'PLN',
    applicants: ['MUNICIPALITY'],
    topics: ['cyfryzacja'],
    goals: ['SELF_GOVERNMENT'],
    signingDays: 7,
  },
];

type NeedScript = Omit<Given<typeof fundingPlansRoutes.stateNeed>['body'], 'year'> & { readonly by: PersonKey };

const needs: readonly NeedScript[] = [
  {
    by: 'jantarowoOfficial',
    title: 'Zbiorniki na deszczówkę przy szkołach',
    why: 'Po ulewach woda stoi na trzech podwórkach, a latem brakuje jej do podlewania.',
    topics: ['woda', 'retencja', 'szkoły'],
    goals: ['SELF_GOVERNMENT', 'SEA'],
    border: false,
    cost: 120_000_000,
    currency: 'PLN',
  },
  {
    by: 'mewiaOfficial',
    title: 'Pompa ciepła w szkole w Mewiej Zatoce',
    why: 'Ogrzewanie olejem kosztuje gminę coraz więcej, a kocioł ma dwadzieścia pięć lat.',
    topics: ['energia', 'szkoły'],
    goals: ['SELF_GOVERNMENT'],
    border: false,
    cost: 90_000_000,
    currency: 'PLN',
  },
  {
    by: 'latarnikowoOfficial',
    title: 'Brakujący odcinek drogi rowerowej nad zalewem',
    why: 'Szlak urywa się na granicy gminy; turyści zawracają, a uczniowie jeżdżą szosą.',
    topics: ['turystyka', 'rowery'],
    goals: ['SOCIETY'],
    border: true,
    cost: 250_000_000,
    currency: 'PLN',
  },
  {
    by: 'foczyOfficial',
    title: 'Miejsce spotkań młodzieży',
    why: 'Po szkole młodzi nie mają dokąd pójść; najbliższy dom kultury jest trzydzieści kilometrów stąd.',
    topics: ['młodzież', 'kultura'],
    goals: ['SOCIETY'],
    border: true,
  },
];

const holidays = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26'];

/** A day, or the next one on which offices work. */
const workingDay = (day: string): string => {
  const date = new Date(`${day}T12:00:00Z`);
  const isFree = (): boolean => [0, 6].includes(date.getUTCDay()) || holidays.includes(date.toISOString().slice(5, 10));
  while (isFree()) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/** When each council meets, and how many days before that drafts are tabled. Two gminas have said nothing yet. */
const sessions: readonly { by: PersonKey; gmina: GminaKey; inDays: readonly number[]; before: number }[] = [
  { by: 'jantarowoCoordinator', gmina: 'jantarowo', inDays: [10, 24, 52, 80], before: 14 },
  { by: 'mewiaOfficial', gmina: 'mewia', inDays: [17, 60], before: 10 },
  { by: 'sosnowyOfficial', gmina: 'sosnowy', inDays: [9], before: 14 },
  { by: 'latarnikowoCoordinator', gmina: 'latarnikowo', inDays: [27, 58], before: 12 },
  { by: 'sharedCoordinator', gmina: 'foczy', inDays: [22, 49], before: 7 },
];

/** What the director of the demo gives. */
export interface Stage {
  ago(days: number): UnitOfWork;
  day(offset: number): string;
  actor(key: PersonKey): Promise<Actor>;
  gmina(key: GminaKey): string;
  initiative(titlePl: string): string;
}

const noon = (day: string): string => `${day}T11:00:00.000Z`;

/** Plays the funding radar: programmes with their calls, what gminas need, when their councils meet, and who follows what. */
export async function playFunding(stage: Stage): Promise<void> {
  const secretary = await stage.actor('secretary');
  const programmeIds = new Map<string, string>();
  for (const body of programmes) {
    const { id } = await addProgramme(stage.ago(120), secretary, { body });
    programmeIds.set(body.shortName, id);
  }
  const callIds = new Map<string, string>();
  for (const { key, programme, daysAgo, opensInDays, firstStageInDays, closesInDays, ...call } of calls) {
    const { id } = await announceCall(stage.ago(daysAgo), secretary, {
      body: {
        ...call,
        aboutPl,
        aboutEn,
        programmeId: programmeIds.get(programme) ?? '',
        territory: [],
        opensOn: stage.day(opensInDays),
        ...(firstStageInDays !== undefined && { firstStageAt: noon(stage.day(firstStageInDays)) }),
        closesAt: noon(stage.day(closesInDays)),
      },
    });
    callIds.set(key, id);
  }
  const params = (key: string) => ({ id: callIds.get(key) ?? '' });
  const year = Number(stage.day(0).slice(0, 4)) + 1;
  for (const { by, ...need } of needs) {
    await stateNeed(stage.ago(28), await stage.actor(by), { body: { ...need, year } });
  }
  for (const { by, gmina, inDays, before } of sessions) {
    await addCouncilSessions(stage.ago(25), await stage.actor(by), {
      body: {
        organizationId: stage.gmina(gmina),
        sessions: inDays.map((days) => ({
          heldOn: workingDay(stage.day(days)),
          tabledBy: workingDay(stage.day(days - before)),
        })),
      },
    });
  }
  const official = await stage.actor('jantarowoOfficial');
  await followCall(stage.ago(20), official, { params: params('blue'), body: { following: true } });
  await followProgramme(stage.ago(20), official, {
    params: { id: programmeIds.get('Interreg SB') ?? '' },
    body: { following: true },
  });
  const mayor = await stage.actor('latarnikowoMayor');
  await chooseCall(stage.ago(15), mayor, {
    params: { id: stage.initiative('Szlak latarni dla rowerów'), callId: callIds.get('trails') ?? '' },
    body: { grant: 175_000_000 },
  });
  await moveDeadline(stage.ago(6), secretary, {
    params: params('trails'),
    body: { closesAt: noon(stage.day(40)), reason: 'Operator programu wydłużył nabór o dwa tygodnie.', version: 1 },
  });
  await cancelCall(stage.ago(8), secretary, {
    params: params('digital'),
    body: { reason: 'Środki przesunięto na inne działanie.', version: 1 },
  });
}
