/**
 * Partners of the demo. Those that exist stand in the directory with public facts alone; whoever is written to, takes part or
 * is a twin town is plainly invented, as all people are.
 */
import type { Given, partnerCardsRoutes, partnersRoutes } from '@blizej/contracts';
import { hashPassword } from '../features/accounts/index.ts';
import { confirmPart, declarePart, moveInitiative, proposeInitiative } from '../features/initiatives/index.ts';
import {
  addPartner,
  noteContact,
  notePartnerPerson,
  publishCard,
  writeCard,
  writeTwin,
} from '../features/partners/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import { markInvented, welcomeGuest } from './demo.store.ts';
import { demoPassword, people, type GminaKey, type PersonKey } from './people.ts';

/** What is needed to play: the moments of the past, and the people and gminas of the demo. */
export interface Stage {
  readonly ago: (days: number) => UnitOfWork;
  readonly day: (offset: number) => string;
  readonly actor: (key: PersonKey) => Promise<Actor>;
  readonly gmina: (key: GminaKey) => string;
}

type Described = Given<typeof partnersRoutes.addPartner>['body'];

const barnstensvik = 'Bärnstensviks kommun';
const hochschule = 'Hochschule Bernsteinhafen';
const gintarmare = 'Gintarmarės savivaldybė';
const ravsande = 'Ravsande Kommune';

/** A partner's person who sees the portal as a guest. */
export const guest = {
  name: 'Astrid Påhittad',
  email: 'astrid@barnstensvik.example',
  office: 'PARTNER_CONTACT',
  organization: barnstensvik,
} as const;

const invented: readonly Described[] = [
  {
    name: barnstensvik,
    kind: 'AUTHORITY',
    country: 'SE',
    place: 'Bärnstensvik',
    descriptionPl: 'Zmyślona gmina nad cieśniną: port rybacki, szkoły i pięć plaż. Szuka wspólnych projektów o morzu.',
    descriptionEn:
      'An invented municipality on a strait: a fishing port, schools and five beaches. Looks for joint projects.',
    topics: ['morze', 'młodzież', 'woda'],
    languages: ['sv', 'en'],
  },
  {
    name: ravsande,
    kind: 'AUTHORITY',
    country: 'DK',
    place: 'Ravsande',
    descriptionPl: 'Zmyślona gmina na wyspie: wydmy, rowery i turystyka poza sezonem.',
    descriptionEn: 'An invented island municipality: dunes, bicycles and tourism off season.',
    topics: ['turystyka', 'rowery'],
    languages: ['da', 'en', 'de'],
  },
  {
    name: gintarmare,
    kind: 'AUTHORITY',
    country: 'LT',
    place: 'Gintarmarė',
    descriptionPl: 'Zmyślona gmina nad zalewem: latarnia, muzeum rybołówstwa i zespół folklorystyczny.',
    descriptionEn: 'An invented municipality on a lagoon: a lighthouse, a museum of fishing and a folk ensemble.',
    topics: ['kultura', 'turystyka'],
    languages: ['lt', 'en', 'pl'],
  },
  {
    name: hochschule,
    kind: 'SCIENCE',
    country: 'DE',
    place: 'Bernsteinhafen',
    descriptionPl: 'Zmyślona uczelnia: badania strefy brzegowej, pomiary jakości wody, praktyki studenckie.',
    descriptionEn: 'An invented university: coastal research, water quality and student placements.',
    topics: ['woda', 'nauka'],
    languages: ['de', 'en'],
  },
];

const existing: readonly Described[] = [
  {
    name: 'Region Kalmar',
    kind: 'AUTHORITY',
    country: 'SE',
    place: 'Kalmar',
    website: 'https://regionkalmar.se/',
    descriptionPl: 'Region samorządowy w południowo-wschodniej Szwecji.',
    descriptionEn: 'A self-governing region in south-eastern Sweden.',
    topics: ['rozwój regionalny'],
    languages: ['sv', 'en'],
  },
  {
    name: 'Region Blekinge',
    kind: 'AUTHORITY',
    country: 'SE',
    place: 'Karlskrona',
    descriptionPl: 'Region samorządowy w południowej Szwecji.',
    descriptionEn: 'A self-governing region in southern Sweden.',
    topics: ['rozwój regionalny'],
    languages: ['sv', 'en'],
  },
  {
    name: 'Gmina Regionalna Bornholm',
    kind: 'AUTHORITY',
    country: 'DK',
    place: 'Rønne',
    descriptionPl: 'Gmina obejmująca duńską wyspę Bornholm.',
    descriptionEn: 'The regional municipality of the Danish island of Bornholm.',
    topics: ['rozwój regionalny'],
    languages: ['da', 'en'],
  },
  {
    name: 'Stowarzyszenie „Region Kłajpeda”',
    kind: 'NETWORK',
    country: 'LT',
    place: 'Klaipėda',
    descriptionPl: 'Stowarzyszenie litewskich samorządów z okolic Kłajpedy.',
    descriptionEn: 'An association of Lithuanian municipalities around Klaipėda.',
    topics: ['rozwój regionalny'],
    languages: ['lt', 'en'],
  },
  {
    name: 'Uniwersytet w Kłajpedzie',
    kind: 'SCIENCE',
    country: 'LT',
    place: 'Klaipėda',
    descriptionPl: 'Litewski uniwersytet z badaniami morza.',
    descriptionEn: 'A Lithuanian university with marine research.',
    topics: ['morze', 'nauka'],
    languages: ['lt', 'en'],
  },
  {
    name: 'Uniwersytet Gdański',
    kind: 'SCIENCE',
    country: 'PL',
    place: 'Gdańsk',
    website: 'https://ug.edu.pl/',
    descriptionPl: 'Uniwersytet w Gdańsku.',
    descriptionEn: 'The University of Gdańsk.',
    topics: ['nauka'],
    languages: ['pl', 'en'],
  },
  {
    name: 'Politechnika Gdańska',
    kind: 'SCIENCE',
    country: 'PL',
    place: 'Gdańsk',
    website: 'https://pg.edu.pl/',
    descriptionPl: 'Uczelnia techniczna w Gdańsku.',
    descriptionEn: 'Gdańsk University of Technology.',
    topics: ['nauka', 'woda'],
    languages: ['pl', 'en'],
  },
  {
    name: 'EUCC Biuro Bałtyckie',
    kind: 'NGO',
    country: 'LT',
    place: 'Klaipėda',
    website: 'https://eucc-klaipeda.net/',
    descriptionPl: 'Organizacja pozarządowa, która zajmuje się wybrzeżem Bałtyku.',
    descriptionEn: 'A non-governmental organization concerned with the Baltic coast.',
    topics: ['morze'],
    languages: ['lt', 'en'],
  },
  {
    name: 'Krinova Incubator & Science Park',
    kind: 'BUSINESS',
    country: 'SE',
    place: 'Kristianstad',
    descriptionPl: 'Szwedzki inkubator przedsiębiorstw i park naukowy.',
    descriptionEn: 'A Swedish incubator and science park.',
    topics: ['przedsiębiorczość'],
    languages: ['sv', 'en'],
  },
  {
    name: 'Elbląski Park Technologiczny',
    kind: 'BUSINESS',
    country: 'PL',
    place: 'Elbląg',
    descriptionPl: 'Park technologiczny w Elblągu.',
    descriptionEn: 'A technology park in Elbląg.',
    topics: ['przedsiębiorczość'],
    languages: ['pl', 'en'],
  },
];

const twins: readonly { by: PersonKey; partner: string; since: number; about: string }[] = [
  {
    by: 'jantarowoOfficial',
    partner: barnstensvik,
    since: 1998,
    about: 'Wymiana szkolna co roku w maju, wspólne regaty i wizyty strażaków.',
  },
  {
    by: 'wydmyOfficial',
    partner: ravsande,
    since: 2011,
    about: 'Ochrona wydm: wspólne sadzenie i oznakowanie ścieżek.',
  },
  { by: 'latarnikowoOfficial', partner: gintarmare, since: 2006, about: 'Festiwal latarń, zespoły i muzea.' },
];

const contacts: readonly { by: PersonKey; partner: string; daysAgo: number; about: string }[] = [
  { by: 'jantarowoOfficial', partner: barnstensvik, daysAgo: 9, about: 'Termin wymiany szkolnej i liczba uczniów.' },
  { by: 'wydmyOfficial', partner: barnstensvik, daysAgo: 34, about: 'Kto odpowiada po ich stronie za port.' },
  { by: 'wydmyOfficial', partner: ravsande, daysAgo: 430, about: 'Życzenia na rocznicę partnerstwa.' },
  { by: 'bursztynowiecOfficial', partner: hochschule, daysAgo: 80, about: 'Praktyki dwóch studentów latem.' },
];

/** Who looks for partners, and for what: for the initiative below. */
const card: Given<typeof partnerCardsRoutes.writePartnerCard>['body'] = {
  titlePl: 'Morze bez sieci widm',
  titleEn: 'A sea without ghost nets',
  acronym: 'NoGhost',
  programme: 'Interreg South Baltic 2021–2027',
  priority: '2.2 Promoting sustainable use of water',
  challengePl:
    'Zgubione sieci łowią latami. Małe porty nie mają jak ich wydobyć ani gdzie oddać, a każdy liczy je inaczej.',
  challengeEn:
    'Lost nets go on fishing for years. Small ports can neither recover them nor hand them in, and each counts them in its own way.',
  aimPl: 'Pięć portów po obu stronach morza wydobywa, liczy i oddaje sieci do przerobu w jeden, opisany sposób.',
  aimEn: 'Five ports on both shores recover, count and recycle lost nets in one documented way.',
  activitiesPl: 'Spis miejsc z rybakami, szkolenie załóg, trzy akcje wydobycia, punkt odbioru sieci w każdym porcie.',
  activitiesEn:
    'A survey with the fishermen, training of crews, three recoveries, a place to hand nets in at each port.',
  resultsPl: 'Wspólna mapa, instrukcja dla małych portów w czterech językach, co najmniej sześć ton wydobytych sieci.',
  resultsEn: 'A joint map, a manual for small ports in four languages, at least six tonnes of nets recovered.',
  timetablePl: 'Wniosek w najbliższym naborze, początek jesienią przyszłego roku, trzydzieści miesięcy pracy.',
  timetableEn: 'Application in the next call, start in the autumn of next year, thirty months of work.',
  aboutPl: 'Wydmy Wielkie to nadmorska gmina z małym portem. Za nami dwa projekty o ochronie brzegu.',
  aboutEn: 'Wydmy Wielkie is a coastal gmina with a small port and two finished projects on coastal protection.',
  sought: [
    {
      kind: 'AUTHORITY',
      countries: ['DK', 'LT'],
      bringsPl: 'Mały port i rybaków, którzy chcą brać udział.',
      bringsEn: 'A small port, and fishermen who want to take part.',
    },
    {
      kind: 'SCIENCE',
      countries: ['DE', 'SE'],
      bringsPl: 'Pomiary i wspólny sposób liczenia.',
      bringsEn: 'Measurements and one way of counting.',
    },
  ],
  budgetFrom: 80_000_000,
  budgetTo: 120_000_000,
  currency: 'EUR',
  durationMonths: 30,
  officeName: 'Urząd Gminy Wydmy Wielkie, referat rozwoju',
  officeEmail: 'rozwoj@wydmy-wielkie.example',
  topics: ['morze', 'rybołówstwo'],
};

const ghostNets = {
  titlePl: card.titlePl,
  titleEn: card.titleEn,
  summaryPl: 'Porty po obu stronach morza wydobywają zgubione sieci i oddają je do przerobu w jeden sposób.',
  summaryEn: 'Ports on both shores recover lost nets and have them recycled in one way.',
  benefit: 'Czystsze łowiska i porty oraz punkt odbioru sieci w gminie.',
  level: 'CROSS_BORDER',
  goals: ['SEA', 'COOPERATION'],
  topics: ['morze', 'rybołówstwo'],
} as const;

const schools = {
  titlePl: 'Szkoły dwóch brzegów',
  titleEn: 'Schools of two shores',
  summaryPl: 'Uczniowie mierzyli wodę po obu stronach morza i porównywali wyniki.',
  summaryEn: 'Pupils measured the water on both shores and compared what they found.',
  benefit: 'Zestawy pomiarowe, które zostały w szkołach.',
  level: 'CROSS_BORDER',
  goals: ['SOCIETY', 'SEA'],
  topics: ['młodzież', 'woda'],
} as const;

/** Plays it all, after the initiatives of the gminas. */
export async function playPartners(stage: Stage): Promise<void> {
  const { ago } = stage;
  const secretary = await stage.actor('secretary');
  const ids = new Map<string, string>();
  for (const body of [...invented, ...existing]) {
    ids.set(body.name, (await addPartner(ago(200), secretary, { body })).id);
  }
  const id = (name: string): string => ids.get(name) ?? '';
  await ago(200).run(null, async (work) =>
    markInvented(
      work,
      invented.map(({ name }) => id(name)),
    ),
  );
  await addPartner(ago(4), await stage.actor('mewiaOfficial'), {
    body: {
      name: 'Kattskärs Båthamn AB',
      kind: 'BUSINESS',
      country: 'SE',
      place: 'Kattskär',
      descriptionPl: 'Zmyślony port jachtowy, który chce przyjmować szkółki żeglarskie z naszych gmin.',
      topics: ['turystyka', 'młodzież'],
      languages: ['sv', 'en'],
    },
  });
  for (const { by, partner, since, about } of twins) {
    const organizationId = stage.gmina(people[by].organization as GminaKey);
    await writeTwin(ago(150), await stage.actor(by), {
      params: { id: id(partner), organizationId },
      body: { since, about },
    });
  }
  for (const { by, partner, daysAgo, about } of contacts) {
    const body = { contactedOn: stage.day(-daysAgo), about };
    await noteContact(ago(daysAgo), await stage.actor(by), { params: { id: id(partner) }, body });
  }
  await notePartnerPerson(ago(140), await stage.actor('jantarowoOfficial'), {
    params: { id: id(barnstensvik) },
    body: { name: 'Nils Uppdiktad', role: 'wymiana szkolna', email: 'nils@barnstensvik.example' },
  });
  await playSchools(stage, id);
  await playGhostNets(stage, id);
  const passwordHash = await hashPassword(demoPassword);
  await ago(28).run(null, async (work) => welcomeGuest(work, guest, passwordHash, stage.day(-28)));
}

/** An initiative that has come to its end, with partners of two countries. */
async function playSchools(stage: Stage, id: (name: string) => string): Promise<void> {
  const official = await stage.actor('bursztynowiecOfficial');
  const secretary = await stage.actor('secretary');
  const mayor = await stage.actor('bursztynowiecMayor');
  const organizationId = stage.gmina('bursztynowiec');
  const goals = [...schools.goals];
  const topics = [...schools.topics];
  const proposed = await proposeInitiative(stage.ago(190), official, { body: { ...schools, goals, topics } });
  const params = { id: proposed.id };
  const declare = (as: Actor, who: string, role: 'LEAD_PARTNER' | 'PARTNER' | 'ASSOCIATED', part: string) =>
    declarePart(stage.ago(188), as, { params, body: { organizationId: who, role, part } });
  await declare(official, organizationId, 'LEAD_PARTNER', 'Zestawy pomiarowe i wspólna strona z wynikami.');
  await declare(secretary, id(barnstensvik), 'PARTNER', 'Trzy szkoły i dwa spotkania uczniów.');
  await declare(secretary, id(hochschule), 'ASSOCIATED', 'Szkolenie nauczycieli.');
  let { version } = await confirmPart(stage.ago(186), mayor, { params: { ...params, organizationId } });
  for (const partner of [barnstensvik, hochschule]) {
    const part = { params: { ...params, organizationId: id(partner) } };
    ({ version } = await confirmPart(stage.ago(186), secretary, part));
  }
  const steps = [
    ['PREPARATION', 'Szkoły się zgodziły.', 184],
    ['APPLIED', 'Wniosek do funduszu małych projektów.', 176],
    ['FUNDED', 'Wniosek przyjęty.', 160],
    ['RUNNING', 'Pierwsze pomiary.', 150],
    ['COMPLETED', 'Wyniki opublikowane, zestawy zostały w szkołach.', 40],
  ] as const;
  for (const [stageOf, reason, daysAgo] of steps) {
    const body = { stage: stageOf, reason, version };
    ({ version } = await moveInitiative(stage.ago(daysAgo), official, { params, body }));
  }
}

/** An initiative that is being prepared with a partner, and looks for others by a card. */
async function playGhostNets(stage: Stage, id: (name: string) => string): Promise<void> {
  const official = await stage.actor('wydmyOfficial');
  const secretary = await stage.actor('secretary');
  const mayor = await stage.actor('wydmyMayor');
  const organizationId = stage.gmina('wydmy');
  const goals = [...ghostNets.goals];
  const topics = [...ghostNets.topics];
  const proposed = await proposeInitiative(stage.ago(60), official, { body: { ...ghostNets, goals, topics } });
  const params = { id: proposed.id };
  const lead = { organizationId, role: 'LEAD_PARTNER', part: 'Koordynacja i pierwsza akcja wydobycia.' } as const;
  await declarePart(stage.ago(58), official, { params, body: lead });
  const partner = { organizationId: id(barnstensvik), role: 'PARTNER', part: 'Port i nurkowie.' } as const;
  await declarePart(stage.ago(57), secretary, { params, body: partner });
  await confirmPart(stage.ago(56), mayor, { params: { ...params, organizationId } });
  const { version } = await confirmPart(stage.ago(55), secretary, {
    params: { ...params, organizationId: id(barnstensvik) },
  });
  await moveInitiative(stage.ago(50), official, {
    params,
    body: { stage: 'PREPARATION', reason: 'Jest pierwszy partner i lider.', version },
  });
  const written = await writeCard(stage.ago(20), official, {
    body: { ...card, initiativeId: params.id, answerBy: stage.day(45) },
  });
  await publishCard(stage.ago(18), mayor, { params: { id: written.id }, body: { version: written.version } });
}
