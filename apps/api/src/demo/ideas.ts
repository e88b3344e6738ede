import type { Given, Goal, ideasRoutes, IdeaView } from '@blizej/contracts';
import {
  declineIdea,
  makeInitiativeOfIdea,
  makeTaskOfIdea,
  mergeIdea,
  putIdeaOff,
  submitIdea,
  supportIdea,
  withdrawIdea,
} from '../features/ideas/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import type { PersonKey } from './people.ts';

/** What the demo's director lends: who acts, and when. */
interface Stage {
  readonly ago: (days: number) => UnitOfWork;
  readonly actor: (key: PersonKey) => Promise<Actor>;
  /** A day so many days from today. */
  readonly day: (offset: number) => string;
  readonly network: (key: string) => string;
}

/** An answer as the script tells it; the idea's version is the stage's to know. */
type Answer =
  | { readonly kind: 'DECLINED' }
  | { readonly kind: 'LATER'; readonly inDays: number }
  | { readonly kind: 'MERGED'; readonly into: string }
  | {
      readonly kind: 'INITIATIVE';
      readonly titleEn: string;
      readonly level: Given<typeof ideasRoutes.makeInitiativeOfIdea>['body']['level'];
      readonly benefit: string;
    }
  | { readonly kind: 'TASK'; readonly network: string; readonly title: string; readonly dueInDays: number };

interface IdeaScript {
  readonly key: string;
  readonly by: PersonKey;
  readonly daysAgo: number;
  readonly title: string;
  readonly body: string;
  readonly benefit: string;
  readonly goals: Goal[];
  readonly topics: string[];
  /** Seen by its gmina and the secretariat alone. */
  readonly kept?: true;
  readonly wantedBy?: readonly PersonKey[];
  readonly withdrawnDaysAgo?: number;
  readonly answer?: Answer & { readonly reason: string; readonly daysAgo: number };
}

/** The idea box of the demo: something in every state, one answer late. */
const ideas: readonly IdeaScript[] = [
  {
    key: 'ladowarki',
    by: 'wydmyOfficial',
    daysAgo: 50,
    title: 'Ładowarki rowerów elektrycznych przy przystaniach',
    body: 'Turyści na rowerach elektrycznych omijają małe przystanie, bo nie mają gdzie naładować baterii.\nKilka jednakowych punktów kupionych razem kosztuje mniej niż każdy osobno.',
    benefit: 'Rowerzystom, a po sezonie mieszkańcom, którzy dojeżdżają do pracy.',
    goals: ['COOPERATION', 'SEA'],
    topics: ['rowery', 'turystyka'],
    wantedBy: ['latarnikowoOfficial', 'foczyOfficial'],
    answer: {
      kind: 'INITIATIVE',
      daysAgo: 38,
      reason: 'Chcą tego trzy gminy, a zakup da się zrobić wspólnie. Prosimy gminę, żeby poprowadziła przygotowanie.',
      titleEn: 'Charging points for e-bikes at the harbours',
      level: 'INTERMUNICIPAL',
      benefit: 'Wspólny zakup i jedna umowa serwisowa zamiast trzech.',
    },
  },
  {
    key: 'latarnie',
    by: 'mewiaOfficial',
    daysAgo: 36,
    title: 'Stojaki i gniazdka dla rowerów przy plaży',
    body: 'Na parkingu przy plaży rowery stoją w trawie. Przydałyby się stojaki z gniazdkiem.',
    benefit: 'Rodzinom, które przyjeżdżają rowerami.',
    goals: ['SEA'],
    topics: ['rowery'],
    answer: {
      kind: 'MERGED',
      daysAgo: 30,
      reason: 'To ta sama potrzeba co ładowarki przy przystaniach. Stojaki dopisano do tej inicjatywy.',
      into: 'ladowarki',
    },
  },
  {
    key: 'mlodzi',
    by: 'sosnowyOfficial',
    daysAgo: 45,
    title: 'Młodzi piszą pytania do radnych',
    body: 'W szkole zbieramy pytania uczniów do rady, ale nie wiemy, jak robią to inne gminy. Zbierzmy sposoby w jednym miejscu.',
    benefit: 'Opiekunom młodzieżowych rad i samym uczniom.',
    goals: ['SOCIETY'],
    topics: ['młodzież'],
    answer: {
      kind: 'TASK',
      daysAgo: 40,
      reason: 'Sieć młodzieżowych rad zapyta o to swoje gminy i opisze sposoby, które działają.',
      network: 'mlodziez',
      title: 'Jak młodzi pytają radnych: opis sposobu',
      dueInDays: 60,
    },
  },
  {
    key: 'promenada',
    by: 'latarnikowoOfficial',
    daysAgo: 60,
    title: 'Wspólne konkursy na projekt promenady',
    body: 'Każda gmina ogłasza własny konkurs i każda uczy się na własnych błędach. Jeden wzór regulaminu i jedno jury pomogłyby wszystkim.',
    benefit: 'Gminom, które planują przebudowę nabrzeża.',
    goals: ['COOPERATION', 'SELF_GOVERNMENT'],
    topics: ['architektura'],
    wantedBy: ['bursztynowiecOfficial'],
    answer: {
      kind: 'LATER',
      daysAgo: 48,
      reason:
        'Pierwsze konkursy ogłoszą gminy dopiero po uchwaleniu budżetów. Wrócimy do wzoru regulaminu, gdy będą znane.',
      inDays: 45,
    },
  },
  {
    key: 'fajerwerki',
    by: 'bursztynowiecOfficial',
    daysAgo: 34,
    title: 'Jeden pokaz fajerwerków dla całego wybrzeża',
    body: 'Zamiast wielu małych pokazów jeden duży, co roku w innej gminie.',
    benefit: 'Widzom i budżetom gmin.',
    goals: ['COOPERATION'],
    topics: ['kultura'],
    answer: {
      kind: 'DECLINED',
      daysAgo: 22,
      reason:
        'Większość gmin rezygnuje z fajerwerków ze względu na ptaki i zwierzęta. Zachęcamy do zgłoszenia pokazu świateł.',
    },
  },
  {
    key: 'parasole',
    by: 'foczyOfficial',
    daysAgo: 15,
    title: 'Pożyczalnia parasoli na przystankach',
    body: 'Parasol pożyczony na jednym przystanku można oddać na innym.',
    benefit: 'Pasażerom w deszczowe dni.',
    goals: ['SOCIETY'],
    topics: ['transport'],
    withdrawnDaysAgo: 13,
  },
  {
    key: 'foki',
    by: 'sledziowoOfficial',
    daysAgo: 19,
    title: 'Jeden numer telefonu w sprawie zwierząt na brzegu',
    body: 'Kto znajdzie fokę albo ptaka na plaży, dzwoni do gminy, straży i fundacji po kolei. Niech jeden numer wystarczy na całym wybrzeżu.',
    benefit: 'Turystom, którzy nie wiedzą, gdzie są, dyżurnym w gminach i zwierzętom.',
    goals: ['SEA', 'COOPERATION'],
    topics: ['przyroda'],
    wantedBy: ['foczyMayor', 'mewiaOfficial', 'wydmyOfficial'],
  },
  {
    key: 'radca',
    by: 'bursztynowiecOfficial',
    daysAgo: 6,
    title: 'Wspólny dyżur radcy prawnego',
    body: 'Nasza gmina płaci za pełny etat, a potrzebuje dwóch dni w tygodniu. Może sąsiedzi mają podobnie?',
    benefit: 'Małym gminom bez własnego prawnika.',
    goals: ['SELF_GOVERNMENT', 'COOPERATION'],
    topics: ['prawo'],
    kept: true,
  },
  {
    key: 'amfibie',
    by: 'foczyOfficial',
    daysAgo: 3,
    title: 'Wózki plażowe dla osób z niepełnosprawnościami',
    body: 'Amfibia, czyli wózek, którym można wjechać do wody, kosztuje tyle, że mała gmina kupi najwyżej jedną. Kupmy kilka razem i pożyczajmy je sobie na weekendy.',
    benefit: 'Osobom na wózkach i ich rodzinom, które dziś oglądają morze z promenady.',
    goals: ['SOCIETY', 'SEA'],
    topics: ['dostępność', 'plaże'],
    wantedBy: ['sledziowoOfficial'],
  },
];

async function playAnswer(
  stage: Stage,
  { title, body, goals, topics, answer }: IdeaScript & { readonly answer: NonNullable<IdeaScript['answer']> },
  { id, version }: Pick<IdeaView, 'id' | 'version'>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const unit = stage.ago(answer.daysAgo);
  const secretary = await stage.actor('secretary');
  const params = { id };
  const why = { reason: answer.reason, version };
  switch (answer.kind) {
    case 'DECLINED':
      await declineIdea(unit, secretary, { params, body: why });
      break;
    case 'LATER':
      await putIdeaOff(unit, secretary, { params, body: { ...why, revisitOn: stage.day(answer.inDays) } });
      break;
    case 'MERGED':
      await mergeIdea(unit, secretary, { params, body: { ...why, intoId: ids.get(answer.into) ?? '' } });
      break;
    case 'INITIATIVE': {
      const { level, titleEn, benefit } = answer;
      await makeInitiativeOfIdea(unit, secretary, {
        params,
        body: { ...why, titlePl: title, titleEn, summaryPl: body, benefit, level, goals, topics, proposer: 'GMINA' },
      });
      break;
    }
    case 'TASK':
      await makeTaskOfIdea(unit, secretary, {
        params,
        body: {
          ...why,
          networkId: stage.network(answer.network),
          title: answer.title,
          body,
          dueOn: stage.day(answer.dueInDays),
          priority: 'NORMAL',
          audience: 'NETWORK',
          organizationIds: [],
        },
      });
  }
}

/** Plays the idea box: each idea as whoever hands it in, so many days ago. */
export async function playIdeas(stage: Stage): Promise<void> {
  const ids = new Map<string, string>();
  for (const script of ideas) {
    const { key, by, daysAgo, title, body, benefit, goals, topics, kept, wantedBy, withdrawnDaysAgo, answer } = script;
    const author = await stage.actor(by);
    const idea = await submitIdea(stage.ago(daysAgo), author, {
      body: { title, body, benefit, goals, topics, audience: kept ? 'GMINA' : 'MEMBERS' },
    });
    ids.set(key, idea.id);
    const params = { id: idea.id };
    for (const [position, who] of (wantedBy ?? []).entries()) {
      const unit = stage.ago(Math.max(daysAgo - 2 - position, 1));
      await supportIdea(unit, await stage.actor(who), { params, body: { supported: true } });
    }
    if (withdrawnDaysAgo !== undefined)
      await withdrawIdea(stage.ago(withdrawnDaysAgo), author, { params, body: { version: idea.version } });
    if (answer) await playAnswer(stage, { ...script, answer }, idea, ids);
  }
}
