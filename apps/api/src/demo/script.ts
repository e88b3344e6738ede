/**
 * What happens in the demo, as data: invented acts of fictional gminas. Days count from the day on which the demo is
 * built, so that it is always as fresh as today. The texts are content, as people of the association would write it.
 */
import type {
  BallotChoice,
  BallotNature,
  BallotRule,
  FormField,
  Given,
  Goal,
  InitiativeLevel,
  InitiativeStage,
  JoinPolicy,
  NetworkKind,
  networkTemplatesRoutes,
  PartRole,
  Priority,
  SeatRole,
  WrittenAnswers,
} from '@blizej/contracts';
import type { GminaKey, PersonKey } from './people.ts';

export interface ResolutionScript {
  readonly issuingBody: 'GENERAL_ASSEMBLY' | 'BOARD';
  readonly number: string;
  readonly title: string;
  readonly daysAgo: number;
}

export interface NetworkScript {
  readonly key: string;
  readonly kind: NetworkKind;
  readonly namePl: string;
  readonly nameEn: string;
  readonly purposePl: string;
  readonly purposeEn: string;
  readonly joinPolicy: JoinPolicy;
  readonly benefit: string;
  readonly goals: Goal[];
  readonly topics: string[];
  /** The name of the template by which it is proposed. */
  readonly template?: string;
  /** The key of the network of which it is a part. */
  readonly partOf?: string;
  readonly proposedBy?: PersonKey;
  readonly endsInDays?: number;
  readonly proposedDaysAgo: number;
  readonly mandate?: ResolutionScript;
  /** How its end was put off: by a resolution, until so many days from today. */
  readonly extension?: ResolutionScript & { untilInDays: number; reason: string };
  /** What comes in the place of its mandate, without the network having followed yet. */
  readonly superseded?: ResolutionScript;
  /** Absent: it stays a proposal. */
  readonly lead?: GminaKey;
  readonly rejected?: string;
  /** Who represents the gminas; a substitute stands after whom they stand in for. */
  readonly seats?: readonly { person: PersonKey; role: SeatRole; substituteFor?: PersonKey }[];
  readonly joins: readonly { by: PersonKey; confirmedBy?: PersonKey; until?: 'ADMITTED'; daysAgo?: number }[];
}

export interface CommentScript {
  readonly network: string;
  /** By which task; absent: by the network itself. */
  readonly task?: string;
  readonly by: PersonKey;
  readonly daysAgo: number;
  readonly announced?: true;
  /** Paragraphs of words, people and gminas. */
  readonly says: readonly (readonly (string | { person: PersonKey } | { gmina: GminaKey })[])[];
  readonly readBy?: readonly PersonKey[];
  readonly thankedBy?: readonly PersonKey[];
}

export interface TaskScript {
  readonly network: string;
  readonly title: string;
  readonly body: string;
  readonly writtenDaysAgo: number;
  readonly dueInDays: number;
  readonly priority?: Priority;
  readonly closedDaysAgo?: number;
  /** Its questions; absent: each gmina answers by a text. */
  readonly fields?: readonly FormField[];
  /** The questions as they were changed after the answers that are marked as earlier. */
  readonly changed?: { readonly daysAgo: number; readonly fields: readonly FormField[] };
  readonly shares: readonly {
    gmina: GminaKey;
    keeper?: PersonKey;
    draft?: string;
    answer?: string;
    /** A text file beside the answer. */
    file?: { name: string; lines: readonly string[] };
    draftAnswers?: WrittenAnswers;
    answers?: WrittenAnswers;
    /** Answered before the questions were changed. */
    earlier?: true;
    accepted?: true;
    returned?: string;
    declined?: { by: PersonKey; reason: string };
  }[];
}

export interface DocumentScript {
  readonly network?: string;
  /** By its number: of a resolution in the register. */
  readonly resolution?: string;
  readonly folder?: string;
  /** Of the task with this title; absent: of the network itself. */
  readonly task?: string;
  /** Its versions, the oldest first. A PDF or a text, by the ending of the name. */
  readonly name: string;
  readonly versions: readonly { by: PersonKey; daysAgo: number; lines: readonly string[] }[];
}

/** What a member pays this year for each inhabitant. */
export const dues = {
  issuingBody: 'GENERAL_ASSEMBLY',
  number: 'LIV/3/2026',
  title: 'w sprawie wysokości składki członkowskiej',
  daysAgo: 190,
  perInhabitant: 60,
} as const;

/** What gminas undertake together. */
export interface InitiativeScript {
  readonly titlePl: string;
  readonly titleEn: string;
  readonly summaryPl: string;
  readonly summaryEn: string;
  readonly benefit: string;
  readonly level: InitiativeLevel;
  readonly goals: Goal[];
  readonly topics: string[];
  readonly by: PersonKey;
  readonly daysAgo: number;
  readonly network?: string;
  readonly parts: readonly { by: PersonKey; confirmedBy?: PersonKey; role: PartRole; part: string }[];
  readonly moves: readonly { stage: InitiativeStage; reason: string; daysAgo: number }[];
  readonly milestones: readonly { titlePl: string; titleEn: string; dueInDays: number; reachedDaysAgo?: number }[];
  readonly risks: readonly { text: string; likelihood: number; impact: number; response: string }[];
  readonly indicators: readonly {
    namePl: string;
    nameEn: string;
    unit: string;
    baseline: number;
    target: number;
    border: boolean;
    measured: readonly { value: number; evidence: string; daysAgo: number }[];
  }[];
}

export const initiatives: readonly InitiativeScript[] = [
  {
    titlePl: 'Zielone dachy nad morzem',
    titleEn: 'Green roofs by the sea',
    summaryPl: 'Dachy szkół i przystanków zatrzymują deszcz w trzech gminach. Jeden projekt techniczny dla wszystkich.',
    summaryEn: 'Roofs of schools and bus stops hold the rain in three gminas. One technical design for all.',
    benefit: 'Gotowy projekt dachu i mniej zalanych podwórek po każdej ulewie.',
    level: 'INTERMUNICIPAL',
    goals: ['COOPERATION', 'SEA'],
    topics: ['woda', 'szkoły'],
    by: 'jantarowoOfficial',
    daysAgo: 120,
    network: 'woda',
    parts: [
      { by: 'jantarowoOfficial', confirmedBy: 'jantarowoMayor', role: 'LEAD_PARTNER', part: 'Projekt i koordynacja.' },
      { by: 'mewiaOfficial', confirmedBy: 'mewiaMayor', role: 'PARTNER', part: 'Dachy dwóch szkół.' },
      { by: 'wydmyOfficial', role: 'PARTNER', part: 'Dziesięć wiat przystankowych.' },
    ],
    moves: [
      { stage: 'PREPARATION', reason: 'Trzy gminy chcą to zrobić razem.', daysAgo: 100 },
      { stage: 'APPLIED', reason: 'Wniosek złożony w terminie naboru.', daysAgo: 60 },
      { stage: 'FUNDED', reason: 'Wniosek na liście do dofinansowania.', daysAgo: 30 },
      { stage: 'RUNNING', reason: 'Podpisano umowę, rusza projekt techniczny.', daysAgo: 20 },
    ],
    milestones: [
      {
        titlePl: 'Projekt techniczny dachu',
        titleEn: 'Technical design of the roof',
        dueInDays: -12,
        reachedDaysAgo: 14,
      },
      { titlePl: 'Wybór wykonawcy', titleEn: 'Contractor chosen', dueInDays: 24 },
      { titlePl: 'Pierwszy dach gotowy', titleEn: 'First roof ready', dueInDays: 150 },
    ],
    risks: [
      {
        text: 'Stare stropy nie utrzymają dachu',
        likelihood: 2,
        impact: 3,
        response: 'Ekspertyza każdego stropu przed wyborem budynków.',
      },
      { text: 'Droższe materiały', likelihood: 2, impact: 2, response: 'Wspólny przetarg trzech gmin.' },
    ],
    indicators: [
      {
        namePl: 'Powierzchnia zielonych dachów',
        nameEn: 'Area of green roofs',
        unit: 'm²',
        baseline: 0,
        target: 2400,
        border: false,
        measured: [{ value: 180, evidence: 'Odbiór dachu próbnego na wiacie.', daysAgo: 5 }],
      },
      {
        namePl: 'Woda zatrzymana w ciągu roku',
        nameEn: 'Water held in a year',
        unit: 'm³',
        baseline: 0,
        target: 900,
        border: false,
        measured: [],
      },
    ],
  },
  {
    titlePl: 'Szlak latarni dla rowerów',
    titleEn: 'Lighthouse route for bicycles',
    summaryPl:
      'Jedno oznakowanie i miejsca odpoczynku przy latarniach, z którymi trasa łączy gminy po obu stronach zalewu.',
    summaryEn: 'One signage and resting places at the lighthouses that the route links on both sides of the lagoon.',
    benefit: 'Goście poza sezonem i jedna mapa zamiast kilku.',
    level: 'REGIONAL',
    goals: ['COOPERATION', 'SOCIETY'],
    topics: ['turystyka', 'rowery'],
    by: 'latarnikowoMayor',
    daysAgo: 45,
    network: 'turystyka',
    parts: [
      { by: 'latarnikowoMayor', confirmedBy: 'latarnikowoMayor', role: 'LEAD_PARTNER', part: 'Oznakowanie i mapa.' },
      { by: 'jantarowoOfficial', role: 'PARTNER', part: 'Dwa miejsca odpoczynku.' },
    ],
    moves: [{ stage: 'PREPARATION', reason: 'Jest lider i pierwszy szkic trasy.', daysAgo: 25 }],
    milestones: [{ titlePl: 'Uzgodniony przebieg trasy', titleEn: 'Course of the route agreed', dueInDays: -3 }],
    risks: [],
    indicators: [],
  },
  {
    titlePl: 'Wspólna wypożyczalnia sprzętu na wydarzenia',
    titleEn: 'Shared equipment for events',
    summaryPl: 'Sceny, namioty i nagłośnienie kupione raz, używane przez wszystkie gminy.',
    summaryEn: 'Stages, tents and sound bought once and used by all gminas.',
    benefit: 'Tańsze festyny.',
    level: 'LOCAL',
    goals: ['COOPERATION'],
    topics: ['kultura'],
    by: 'mewiaOfficial',
    daysAgo: 8,
    parts: [],
    moves: [],
    milestones: [],
    risks: [],
    indicators: [],
  },
];

/** A pattern of networks, as the secretariat keeps it. */
export type TemplateScript = Given<typeof networkTemplatesRoutes.addTemplate>['body'] & { readonly daysAgo: number };

export const templates: readonly TemplateScript[] = [
  {
    name: 'Sieć tematyczna',
    daysAgo: 420,
    kind: 'PERMANENT',
    purposePl: 'Stała współpraca gmin w jednej dziedzinie: wymiana doświadczeń, wspólne wzory i wspólny głos.',
    purposeEn: 'Lasting cooperation of gminas in one field: exchange, common patterns and a common voice.',
    benefit: 'Gmina nie zaczyna od zera: korzysta z tego, co sprawdziło się u innych.',
    joinPolicy: 'APPROVAL',
    goals: ['COOPERATION', 'SELF_GOVERNMENT'],
    topics: [],
    tasks: [
      {
        title: 'Kto reprezentuje gminę w sieci',
        body: 'Prosimy o wskazanie opiekuna politycznego i osób, które będą pracować w sieci.',
        dueDays: 14,
        priority: 'NORMAL',
        fields: null,
      },
      {
        title: 'Co gmina już robi: ankieta na początek',
        body: 'Ankieta pozwoli zacząć od tego, co gminy mają najlepszego.',
        dueDays: 21,
        priority: 'NORMAL',
        fields: [
          {
            kind: 'YES_NO',
            key: 'q1',
            label: { pl: 'Czy gmina ma w tej dziedzinie własny program?', en: 'Has the gmina a programme of its own?' },
            hint: null,
            required: true,
          },
          {
            kind: 'LONG_TEXT',
            key: 'q2',
            label: { pl: 'Co poleciliby Państwo innym?', en: 'What would you recommend to others?' },
            hint: null,
            required: false,
          },
          {
            kind: 'FILE',
            key: 'q3',
            label: { pl: 'Program gminy', en: 'The programme of the gmina' },
            hint: null,
            required: false,
          },
        ],
      },
      {
        title: 'Uwagi do planu pracy na rok',
        body: 'Prosimy o uwagi do planu pracy sieci. Plan jest w dokumentach sieci.',
        dueDays: 30,
        priority: 'NORMAL',
        fields: null,
      },
    ],
  },
  {
    name: 'Zespół zadaniowy',
    daysAgo: 420,
    kind: 'TEMPORARY',
    purposePl: 'Jeden wynik w określonym czasie: dokument, wniosek albo rozwiązanie, z którego skorzystają gminy.',
    purposeEn: 'One result in a given time: a document, an application or a solution for the gminas to use.',
    benefit: 'Gotowy wynik, na który pojedynczej gminy nie byłoby stać.',
    joinPolicy: 'OPEN',
    goals: ['COOPERATION'],
    topics: [],
    tasks: [
      {
        title: 'Osoba do pracy w zespole',
        body: 'Prosimy o wskazanie osoby, która będzie pracować w zespole, i liczby godzin w miesiącu.',
        dueDays: 7,
        priority: 'HIGH',
        fields: null,
      },
    ],
  },
];

export interface BallotScript {
  readonly titlePl: string;
  readonly titleEn: string;
  readonly questionPl: string;
  readonly questionEn: string;
  readonly nature: BallotNature;
  readonly rule: BallotRule;
  readonly openedDaysAgo: number;
  /** Before today where it is negative: then it is closed and counted. */
  readonly closesInDays: number;
  readonly votes: readonly { by: PersonKey; choice: BallotChoice; daysAgo: number }[];
}

export const ballots: readonly BallotScript[] = [
  {
    titlePl: 'Stanowisko w sprawie opłat za wodę opadową',
    titleEn: 'Position on charges for rainwater',
    questionPl:
      'Czy stowarzyszenie ma poprzeć obniżenie opłat za odprowadzanie wód opadowych dla gmin, które zatrzymują co najmniej połowę opadu w miejscu?',
    questionEn:
      'Should the association support lower rainwater charges for municipalities that keep at least half of the rainfall where it falls?',
    nature: 'POSITION',
    rule: { quorum: 'HALF', majority: 'ABSOLUTE', majorityOf: 'VOTES', liveCount: false },
    openedDaysAgo: 18,
    closesInDays: -11,
    votes: [
      { by: 'jantarowoMayor', choice: 'FOR', daysAgo: 17 },
      { by: 'latarnikowoMayor', choice: 'FOR', daysAgo: 17 },
      { by: 'wydmyMayor', choice: 'AGAINST', daysAgo: 16 },
      { by: 'mewiaMayor', choice: 'FOR', daysAgo: 15 },
      { by: 'sosnowyMayor', choice: 'ABSTAIN', daysAgo: 14 },
      { by: 'wydmyMayor', choice: 'FOR', daysAgo: 13 },
      { by: 'foczyMayor', choice: 'AGAINST', daysAgo: 12 },
    ],
  },
  {
    titlePl: 'Opinia o terminie wspólnego spisu retencji',
    titleEn: 'Opinion on the date of the joint retention survey',
    questionPl: 'Czy wspólny spis urządzeń retencyjnych ma się odbywać co roku w październiku?',
    questionEn: 'Should the joint survey of retention facilities take place every year in October?',
    nature: 'OPINION',
    rule: { quorum: 'HALF', majority: 'SIMPLE', majorityOf: 'VOTES', liveCount: false },
    openedDaysAgo: 2,
    closesInDays: 5,
    votes: [
      { by: 'mewiaMayor', choice: 'FOR', daysAgo: 2 },
      { by: 'wydmyMayor', choice: 'FOR', daysAgo: 1 },
      { by: 'latarnikowoMayor', choice: 'AGAINST', daysAgo: 1 },
    ],
  },
];

export const networks: readonly NetworkScript[] = [
  {
    key: 'woda',
    kind: 'PERMANENT',
    namePl: 'Retencja i ponowne użycie wody',
    nameEn: 'Water retention and reuse',
    purposePl: 'Wspólne wypracowanie wzorcowych zapisów dla gmin w zakresie retencji i odzysku wody.',
    purposeEn: 'Model provisions for gminas on the retention and reuse of water, worked out together.',
    joinPolicy: 'APPROVAL',
    benefit: 'Jedne wzorcowe zapisy zamiast czterdziestu osobnych, niższe koszty odwodnienia i mniej podtopień.',
    goals: ['COOPERATION', 'SEA'],
    topics: ['woda', 'retencja'],
    proposedDaysAgo: 200,
    mandate: {
      issuingBody: 'GENERAL_ASSEMBLY',
      number: 'LIV/7/2026',
      title: 'w sprawie powołania sieci „Retencja i ponowne użycie wody”',
      daysAgo: 195,
    },
    lead: 'jantarowo',
    seats: [
      { person: 'jantarowoMayor', role: 'SPONSOR' },
      { person: 'jantarowoOfficial', role: 'OFFICIAL' },
      { person: 'jantarowoColleague', role: 'OFFICIAL', substituteFor: 'jantarowoOfficial' },
      { person: 'wydmyMayor', role: 'SPONSOR' },
    ],
    joins: [
      { by: 'wydmyMayor', until: 'ADMITTED' },
      { by: 'mewiaOfficial', confirmedBy: 'mewiaMayor', until: 'ADMITTED' },
      { by: 'sosnowyOfficial', confirmedBy: 'sosnowyMayor', until: 'ADMITTED' },
      { by: 'latarnikowoCoordinator', until: 'ADMITTED' },
      { by: 'sledziowoMayor', daysAgo: 5 },
      { by: 'foczyOfficial', daysAgo: 2 },
    ],
  },
  {
    key: 'energia',
    kind: 'TEMPORARY',
    namePl: 'Lokalne społeczności energetyczne',
    nameEn: 'Local energy communities',
    purposePl: 'Przygotowanie modelu społeczności energetycznej dla małej gminy w 12 miesięcy.',
    purposeEn: 'A model energy community for a small gmina, ready in twelve months.',
    joinPolicy: 'OPEN',
    benefit: 'Każda gmina dostaje gotowy model statutu i rozliczeń, którego sama nie opracuje.',
    goals: ['SELF_GOVERNMENT'],
    topics: ['energia'],
    endsInDays: 270,
    proposedDaysAgo: 110,
    mandate: {
      issuingBody: 'BOARD',
      number: '18/2026',
      title: 'w sprawie powołania zespołu zadaniowego do spraw społeczności energetycznych',
      daysAgo: 104,
    },
    extension: {
      issuingBody: 'BOARD',
      number: '31/2026',
      title: 'w sprawie przedłużenia działania zespołu do spraw społeczności energetycznych',
      daysAgo: 20,
      untilInDays: 360,
      reason: 'Operator sieci odpowie dopiero latem, a bez jego warunków nie da się dokończyć modelu.',
    },
    lead: 'mewia',
    joins: [
      { by: 'jantarowoOfficial', confirmedBy: 'jantarowoMayor' },
      { by: 'foczyMayor' },
      { by: 'bursztynowiecMayor' },
    ],
  },
  {
    key: 'turystyka',
    template: 'Sieć tematyczna',
    kind: 'PERMANENT',
    namePl: 'Turystyka poza sezonem',
    nameEn: 'Tourism off season',
    purposePl: 'Wspólna oferta i kalendarz wydarzeń nad morzem i zalewem poza sezonem letnim.',
    purposeEn: 'A joint offer and calendar of events by the sea and the lagoon outside the summer season.',
    joinPolicy: 'OPEN',
    benefit: 'Więcej gości poza latem: wspólny kalendarz dociera dalej niż ogłoszenia jednej gminy.',
    goals: ['COOPERATION', 'SOCIETY', 'SEA'],
    topics: ['turystyka', 'kultura'],
    proposedDaysAgo: 400,
    mandate: {
      issuingBody: 'GENERAL_ASSEMBLY',
      number: 'LIII/4/2025',
      title: 'w sprawie powołania sieci „Turystyka poza sezonem”',
      daysAgo: 395,
    },
    lead: 'latarnikowo',
    joins: [
      { by: 'jantarowoMayor' },
      { by: 'sledziowoMayor' },
      { by: 'bursztynowiecOfficial', confirmedBy: 'bursztynowiecMayor' },
    ],
  },
  {
    key: 'mlodziez',
    kind: 'PERMANENT',
    namePl: 'Młodzieżowe rady gmin',
    nameEn: 'Youth councils',
    purposePl: 'Udział młodzieży w decyzjach gmin i wspólny głos młodzieży na Walnym Zebraniu.',
    purposeEn: 'Young people take part in the decisions of gminas and speak at the General Assembly.',
    joinPolicy: 'INVITATION',
    benefit: 'Młodzi zgłaszają sprawy, zanim staną się problemem; gminy uczą się od siebie, jak ich słuchać.',
    goals: ['SOCIETY'],
    topics: ['młodzież'],
    proposedDaysAgo: 150,
    mandate: {
      issuingBody: 'BOARD',
      number: '11/2026',
      title: 'w sprawie powołania sieci młodzieżowych rad gmin',
      daysAgo: 146,
    },
    superseded: {
      issuingBody: 'GENERAL_ASSEMBLY',
      number: 'LIV/9/2026',
      title: 'w sprawie zasad działania sieci młodzieżowych rad gmin',
      daysAgo: 25,
    },
    lead: 'sosnowy',
    joins: [],
  },
  {
    key: 'odpornosc',
    kind: 'TEMPORARY',
    namePl: 'Odporność i ochrona ludności',
    nameEn: 'Resilience and civil protection',
    purposePl: 'Wymiana procedur między gminami i jedno wspólne ćwiczenie sztabowe.',
    purposeEn: 'Gminas exchange their procedures and hold one exercise together.',
    joinPolicy: 'APPROVAL',
    benefit: 'Sprawdzone procedury i numery do sąsiadów, zanim będą potrzebne.',
    goals: ['SELF_GOVERNMENT', 'COOPERATION'],
    topics: ['bezpieczeństwo'],
    endsInDays: 300,
    proposedDaysAgo: 12,
    joins: [],
  },
  {
    key: 'deszczowki',
    kind: 'TEMPORARY',
    namePl: 'Ogrody deszczowe przy szkołach',
    nameEn: 'Rain gardens by schools',
    purposePl: 'Jeden projekt ogrodu deszczowego, który każda gmina może założyć przy swojej szkole.',
    purposeEn: 'One design of a rain garden that every gmina can plant by its school.',
    joinPolicy: 'OPEN',
    benefit: 'Gotowy projekt i lista roślin; gmina płaci tylko za sadzonki, a uczniowie robią resztę.',
    goals: ['SOCIETY', 'COOPERATION'],
    topics: ['woda', 'szkoły'],
    partOf: 'woda',
    proposedBy: 'jantarowoMayor',
    endsInDays: 200,
    proposedDaysAgo: 4,
    joins: [],
  },
  {
    key: 'promy',
    kind: 'TEMPORARY',
    namePl: 'Prom między przystaniami',
    nameEn: 'A ferry between the harbours',
    purposePl: 'Sprawdzenie, czy gminy nad zatoką udźwigną wspólne połączenie promowe.',
    purposeEn: 'To find out whether the gminas by the bay could carry a ferry of their own.',
    joinPolicy: 'OPEN',
    benefit: 'Krótsza droga do pracy i szkół po drugiej stronie zatoki.',
    goals: ['SEA'],
    topics: ['transport'],
    endsInDays: 120,
    proposedDaysAgo: 60,
    rejected: 'Zadanie wykracza poza cele stowarzyszenia; rozmowy prowadzi zarząd portu.',
    joins: [],
  },
];

const label = (pl: string, en: string) => ({ pl, en });
const plain = { hint: null, required: false } as const;

/** What is asked about retention, at first and since the secretariat has asked about the year, too. */
const retention: readonly FormField[] = [
  {
    kind: 'YES_NO',
    key: 'zbiorniki1',
    label: label('Czy gmina utrzymuje zbiorniki retencyjne?', 'Does the municipality keep retention basins?'),
    hint: null,
    required: true,
  },
  {
    kind: 'NUMBER',
    key: 'pojemnosc1',
    label: label('Łączna pojemność', 'Total capacity'),
    hint: label('Bez stawów prywatnych.', 'Without private ponds.'),
    required: false,
    unit: 'm³',
    min: 0,
    max: 10_000_000,
  },
  {
    kind: 'ONE',
    key: 'utrzymanie1',
    label: label('Kto je utrzymuje?', 'Who keeps them?'),
    ...plain,
    options: [
      { key: 'gmina1', label: label('gmina', 'the municipality') },
      { key: 'zaklad1', label: label('zakład komunalny', 'the municipal utility') },
      { key: 'spolka1', label: label('spółka wodna', 'a water company') },
    ],
  },
  {
    kind: 'SEVERAL',
    key: 'przeszkody1',
    label: label('Co najbardziej przeszkadza?', 'What stands most in the way?'),
    ...plain,
    options: [
      { key: 'pieniadze1', label: label('brak pieniędzy', 'money') },
      { key: 'mapy1', label: label('brak map drenażu', 'no maps of the drains') },
      { key: 'kadra1', label: label('brak ludzi', 'staff') },
    ],
  },
  {
    kind: 'TABLE',
    key: 'wykaz1',
    label: label('Wykaz zbiorników', 'The basins'),
    ...plain,
    columns: [
      { key: 'nazwa1', label: label('Nazwa', 'Name'), kind: 'TEXT' },
      { key: 'm1', label: label('Pojemność, m³', 'Capacity, m³'), kind: 'NUMBER' },
    ],
  },
];

export const tasks: readonly TaskScript[] = [
  {
    network: 'woda',
    title: 'Ankieta o stanie retencji w gminach',
    body: 'Opiszcie, proszę, jakie urządzenia retencyjne działają w gminie, kto je utrzymuje i co jest największą przeszkodą. Wystarczy pół strony.',
    writtenDaysAgo: 30,
    dueInDays: -4,
    priority: 'HIGH',
    shares: [
      {
        gmina: 'jantarowo',
        keeper: 'jantarowoOfficial',
        answer:
          'Gmina utrzymuje trzy zbiorniki o łącznej pojemności 12 000 m³ oraz 4 km rowów. Największą przeszkodą jest brak ewidencji drenaży.',
        file: {
          name: 'Wykaz zbiorników w Jantarowie.csv',
          lines: ['zbiornik;pojemność w m³', 'Park Bursztynowy;7000', 'Łąki Dolne;3500', 'Szkoła nr 2;1500'],
        },
        accepted: true,
      },
      {
        gmina: 'wydmy',
        keeper: 'wydmyOfficial',
        answer: 'Jeden zbiornik w parku, utrzymanie po stronie zakładu komunalnego. Brakuje map drenażu.',
        accepted: true,
      },
      {
        gmina: 'mewia',
        keeper: 'mewiaOfficial',
        answer: 'Nie mamy zbiorników gminnych; działa dotacja na beczki i ogrody deszczowe (46 umów).',
      },
      {
        gmina: 'sosnowy',
        keeper: 'sosnowyOfficial',
        draft: 'Dwa zbiorniki, jeden w przebudowie. Uzupełnimy pojemność po rozmowie z…',
      },
      { gmina: 'latarnikowo' },
    ],
  },
  {
    network: 'woda',
    title: 'Wizyta studyjna: zgłoszenie uczestników',
    body: 'Podajcie, proszę, kto z gminy weźmie udział w wizycie studyjnej (jedna lub dwie osoby) i czego chce się dowiedzieć.',
    writtenDaysAgo: 6,
    dueInDays: 10,
    shares: [
      { gmina: 'jantarowo' },
      {
        gmina: 'wydmy',
        keeper: 'wydmyOfficial',
        answer: 'Pojedzie jedna osoba.',
        returned: 'Prosimy podać stanowisko tej osoby i temat, który ją interesuje.',
      },
      {
        gmina: 'mewia',
        declined: { by: 'mewiaMayor', reason: 'W tym terminie mamy kontrolę; prosimy o materiały po wizycie.' },
      },
      { gmina: 'sosnowy', keeper: 'sosnowyOfficial' },
      {
        gmina: 'latarnikowo',
        keeper: 'latarnikowoOfficial',
        answer:
          'Dwie osoby: kierownik referatu środowiska i inspektor ds. wód. Interesują nas wzorcowe zapisy do planów.',
      },
    ],
  },
  {
    network: 'woda',
    title: 'Spis urządzeń retencyjnych',
    body: 'Zbieramy dane do wspólnego wniosku o dofinansowanie. Wypełnienie formularza zajmie kilka minut.',
    writtenDaysAgo: 12,
    dueInDays: 12,
    fields: retention,
    changed: {
      daysAgo: 5,
      fields: [
        ...retention,
        { kind: 'DATE', key: 'przeglad1', label: label('Ostatni przegląd', 'Last inspection'), ...plain },
      ],
    },
    shares: [
      {
        gmina: 'jantarowo',
        keeper: 'jantarowoOfficial',
        draftAnswers: { zbiorniki1: true, pojemnosc1: '12 000' },
      },
      {
        gmina: 'wydmy',
        keeper: 'wydmyOfficial',
        earlier: true,
        answers: {
          zbiorniki1: true,
          pojemnosc1: 1800,
          utrzymanie1: 'zaklad1',
          przeszkody1: ['mapy1'],
          wykaz1: [{ nazwa1: 'Staw w parku', m1: 1800 }],
        },
        accepted: true,
      },
      {
        gmina: 'mewia',
        keeper: 'mewiaOfficial',
        answers: { zbiorniki1: false, przeszkody1: ['pieniadze1', 'kadra1'] },
      },
      {
        gmina: 'latarnikowo',
        keeper: 'latarnikowoOfficial',
        answers: {
          zbiorniki1: true,
          pojemnosc1: 5400.5,
          utrzymanie1: 'gmina1',
          przeszkody1: ['pieniadze1'],
          wykaz1: [
            { nazwa1: 'Pod latarnią', m1: 3900 },
            { nazwa1: 'Za szkołą', m1: 1500.5 },
          ],
          przeglad1: '2026-06-18',
        },
        accepted: true,
      },
      { gmina: 'sosnowy' },
    ],
  },
  {
    network: 'energia',
    title: 'Dane o zużyciu energii w budynkach gminnych',
    body: 'Prosimy o roczne zużycie energii elektrycznej w pięciu największych budynkach gminy (kWh, rok 2025).',
    writtenDaysAgo: 9,
    dueInDays: 2,
    shares: [
      {
        gmina: 'mewia',
        keeper: 'mewiaOfficial',
        answer: 'Szkoła 118 400, urząd 41 200, oczyszczalnia 206 000, świetlica 9 800, remiza 7 300 kWh.',
      },
      { gmina: 'jantarowo', keeper: 'jantarowoOfficial' },
      { gmina: 'foczy' },
      { gmina: 'bursztynowiec' },
    ],
  },
  {
    network: 'turystyka',
    title: 'Inwentaryzacja szlaków',
    body: 'Lista szlaków pieszych i rowerowych w gminie z długością i stanem oznakowania.',
    writtenDaysAgo: 90,
    dueInDays: -50,
    closedDaysAgo: 40,
    shares: [
      {
        gmina: 'latarnikowo',
        keeper: 'latarnikowoOfficial',
        answer: 'Cztery szlaki, 62 km, oznakowanie dobre.',
        accepted: true,
      },
      {
        gmina: 'jantarowo',
        keeper: 'jantarowoColleague',
        answer: 'Dwa szlaki, 21 km, jeden do odnowienia.',
        accepted: true,
      },
      { gmina: 'sledziowo', keeper: 'sledziowoOfficial', answer: 'Jeden szlak, 9 km, stan dobry.', accepted: true },
    ],
  },
  {
    network: 'turystyka',
    title: 'Wydarzenia zimowe do wspólnego kalendarza',
    body: 'Podajcie, proszę, wydarzenia od grudnia do marca: nazwa, dzień, miejsce, jedno zdanie zachęty.',
    writtenDaysAgo: 3,
    dueInDays: 1,
    shares: [{ gmina: 'latarnikowo' }, { gmina: 'jantarowo' }, { gmina: 'sledziowo' }, { gmina: 'bursztynowiec' }],
  },
];

export const documents: readonly DocumentScript[] = [
  {
    resolution: 'LIV/7/2026',
    name: 'Uchwała LIV-7-2026.pdf',
    versions: [
      {
        by: 'secretary',
        daysAgo: 194,
        lines: [
          'Uchwała nr LIV/7/2026 (przykład)',
          'w sprawie powołania sieci „Retencja i ponowne użycie wody”',
          '§ 1. Powołuje się sieć tematyczną.',
          '§ 2. Uchwała wchodzi w życie z dniem podjęcia.',
        ],
      },
    ],
  },
  {
    network: 'woda',
    folder: 'Wzory zapisów',
    name: 'Wzór uchwały o retencji.pdf',
    versions: [
      {
        by: 'secretary',
        daysAgo: 160,
        lines: [
          'Wzór uchwały o retencji',
          '§ 1. Gmina zatrzymuje wodę opadową w miejscu opadu.',
          '§ 2. (do uzgodnienia)',
        ],
      },
      {
        by: 'jantarowoOfficial',
        daysAgo: 21,
        lines: [
          'Wzór uchwały o retencji',
          '§ 1. Gmina zatrzymuje wodę opadową w miejscu opadu.',
          '§ 2. Dotacja obejmuje zbiorniki, ogrody deszczowe i zielone dachy.',
        ],
      },
    ],
  },
  {
    network: 'woda',
    folder: 'Notatki',
    name: 'Notatka ze spotkania sieci.txt',
    versions: [
      {
        by: 'mewiaOfficial',
        daysAgo: 14,
        lines: [
          'Spotkanie sieci: ustalenia',
          '1. Jantarowo zbiera wykazy zbiorników.',
          '2. Następne spotkanie za miesiąc.',
        ],
      },
    ],
  },
  {
    network: 'woda',
    task: 'Ankieta o stanie retencji w gminach',
    name: 'Jak wypełnić ankietę.pdf',
    versions: [
      {
        by: 'secretary',
        daysAgo: 29,
        lines: ['Jak wypełnić ankietę', 'Wystarczy pół strony: urządzenia, kto je utrzymuje, największa przeszkoda.'],
      },
    ],
  },
];

export const comments: readonly CommentScript[] = [
  {
    network: 'woda',
    by: 'jantarowoMayor',
    daysAgo: 12,
    announced: true,
    says: [
      ['Spotkanie sieci odbędzie się w ratuszu w Jantarowie, w pierwszy czwartek miesiąca o 10.00.'],
      ['Proszę, przywieźcie wykazy zbiorników: porównamy je na miejscu.'],
    ],
    readBy: ['mewiaOfficial', 'wydmyOfficial', 'jantarowoOfficial'],
    thankedBy: ['mewiaOfficial'],
  },
  {
    network: 'woda',
    by: 'mewiaOfficial',
    daysAgo: 8,
    says: [
      [
        'Kto ma już regulamin dotacji na zbiorniki przydomowe? ',
        { person: 'jantarowoOfficial' },
        ', u Was chyba rada przyjęła?',
      ],
    ],
  },
  {
    network: 'woda',
    by: 'jantarowoOfficial',
    daysAgo: 7,
    says: [
      [
        'Tak, w maju. Wzór leży w dokumentach sieci, w „Wzorach zapisów”. Chętnie przejdziemy przez niego z ',
        { gmina: 'mewia' },
        '.',
      ],
    ],
    thankedBy: ['mewiaOfficial', 'wydmyOfficial'],
  },
  {
    network: 'woda',
    task: 'Ankieta o stanie retencji w gminach',
    by: 'wydmyOfficial',
    daysAgo: 6,
    says: [['Czy rowy melioracyjne spółek wodnych też wpisywać, czy tylko urządzenia gminy?']],
  },
  {
    network: 'woda',
    task: 'Ankieta o stanie retencji w gminach',
    by: 'secretary',
    daysAgo: 5,
    says: [[{ person: 'wydmyOfficial' }, ', tylko urządzenia gminy. Spółki wodne zapytamy osobno.']],
    thankedBy: ['wydmyOfficial'],
  },
];
