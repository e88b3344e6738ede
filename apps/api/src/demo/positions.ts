import type { AmendmentKind, Given, positionsRoutes, PositionView, StandKind, UploadTarget } from '@blizej/contracts';
import {
  beginSilence,
  commentPosition,
  decideAmendment,
  draftPosition,
  openConsultation,
  proposeAmendment,
  recordAnswer,
  recordDissent,
  recordEffect,
  sendPosition,
  setAddressees,
  signPosition,
  takeStand,
  turnPositions,
} from '../features/positions/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import { people, type GminaKey, type PersonKey } from './people.ts';

// What the demo's gminas say together: one that was adopted and answered, one in its consultation, one that stands unless
// somebody objects, and a draft. Every addressee is plainly invented, as every word is.

/** What the demo is played on. */
interface Stage {
  ago(days: number): UnitOfWork;
  /** A day so many days from today. */
  day(offset: number): string;
  actor(key: PersonKey): Promise<Actor>;
  gmina(key: GminaKey): string;
  network(key: string): string | undefined;
  addFile(days: number, by: PersonKey, target: UploadTarget, name: string, lines: readonly string[]): Promise<string>;
}

type Draft = Given<typeof positionsRoutes.draftPosition>['body'];

interface PositionScript {
  readonly draft: Omit<Draft, 'networkId'>;
  readonly by: PersonKey;
  readonly network?: string;
  readonly daysAgo: number;
  readonly consultation?: { readonly daysAgo: number; readonly endsInDays: number };
  readonly comments?: readonly { by: PersonKey; paragraph: number; text: string; daysAgo: number }[];
  readonly amendments?: readonly {
    by: PersonKey;
    paragraph: number;
    kind: AmendmentKind;
    pl?: string;
    en?: string;
    reason: string;
    daysAgo: number;
    decided?: { accepted: boolean; reason: string; daysAgo: number };
  }[];
  readonly stands?: readonly { by: PersonKey; stand: StandKind; reason?: string; daysAgo: number }[];
  readonly silence?: { readonly daysAgo: number; readonly endsInDays: number };
}

const adopted: PositionScript = {
  by: 'secretary',
  daysAgo: 110,
  draft: {
    titlePl: 'Zachowanie odrębnego programu Interreg Południowy Bałtyk po 2027 r.',
    titleEn: 'Keeping a separate Interreg South Baltic programme after 2027',
    occasion: 'Zapowiedziano łączenie programów współpracy po 2027 roku. Głos gmin ma być zebrany przed jesienią.',
    occasionEn:
      'Programmes of cooperation are to be merged after 2027. What gminas say is to be gathered before the autumn.',
    aim: 'Chcemy, aby program dla Południowego Bałtyku pozostał odrębny i dostępny dla małych gmin.',
    aimEn: 'We want the programme for the South Baltic to remain one of its own, and open to small gminas.',
    nature: 'POSITION',
    threshold: 50,
    isPublic: true,
    paragraphs: [
      {
        pl: 'Gminy zrzeszone w stowarzyszeniu uważają, że program Interreg Południowy Bałtyk powinien pozostać odrębnym programem także po 2027 roku.',
        en: 'The gminas of the association hold that the Interreg South Baltic programme should remain a programme of its own after 2027.',
      },
      {
        pl: 'Małe projekty, z uproszczonym rozliczeniem, są dla gmin najprostszą drogą do współpracy z partnerami po drugiej stronie morza. Prosimy o zachowanie ich puli.',
        en: 'Small projects with simplified accounting are the gminas’ easiest way to work with partners across the sea. We ask that their share be kept.',
      },
      {
        pl: 'Jesteśmy gotowi przedstawić przykłady rozwiązań, które powstały dzięki programowi i działają do dziś.',
        en: 'We are ready to show examples of solutions that came out of the programme and work to this day.',
      },
    ],
  },
  consultation: { daysAgo: 100, endsInDays: -86 },
  comments: [
    { by: 'mewiaOfficial', paragraph: 1, text: 'Warto dodać, że mowa o projektach do 200 tys. euro.', daysAgo: 97 },
  ],
  amendments: [
    {
      by: 'latarnikowoOfficial',
      paragraph: 1,
      kind: 'REPLACE',
      pl: 'Małe projekty, z uproszczonym rozliczeniem, są dla gmin najprostszą drogą do współpracy z partnerami po drugiej stronie morza. Prosimy o zachowanie co najmniej ich obecnej puli.',
      en: 'Small projects with simplified accounting are the gminas’ easiest way to work with partners across the sea. We ask that at least their present share be kept.',
      reason: 'Trzeba powiedzieć, ile najmniej.',
      daysAgo: 95,
      decided: { accepted: true, reason: 'Słuszne doprecyzowanie.', daysAgo: 90 },
    },
  ],
  stands: [
    { by: 'jantarowoMayor', stand: 'ENDORSES', daysAgo: 89 },
    { by: 'latarnikowoMayor', stand: 'ENDORSES', daysAgo: 89 },
    { by: 'mewiaMayor', stand: 'ENDORSES', daysAgo: 88 },
    { by: 'bursztynowiecMayor', stand: 'ENDORSES', daysAgo: 88 },
    { by: 'foczyMayor', stand: 'ENDORSES', daysAgo: 87 },
  ],
  silence: { daysAgo: 85, endsInDays: -78 },
};

const consulted: PositionScript = {
  by: 'jantarowoOfficial',
  network: 'woda',
  daysAgo: 20,
  draft: {
    titlePl: 'Ponowne użycie wody i retencja: prostsze przepisy dla gmin',
    titleEn: 'Reuse and retention of water: simpler rules for gminas',
    occasion: 'Trzy gminy sieci odłożyły w tym roku zbiorniki retencyjne, bo pozwolenia trwają dłużej niż budowa.',
    occasionEn:
      'Three gminas of the network have put off their reservoirs this year: permits take longer than the building.',
    aim: 'Chcemy, aby resort gospodarki wodnej uprościł pozwolenia dla małych zbiorników gminnych.',
    aimEn: 'We want the ministry for water to simplify permits for small municipal reservoirs.',
    nature: 'POSITION',
    threshold: 50,
    isPublic: true,
    paragraphs: [
      {
        pl: 'Gminy nadmorskie zatrzymują coraz więcej deszczu, a coraz dłużej czekają na pozwolenia.',
        en: 'Coastal gminas hold ever more rain, and wait ever longer for permits.',
      },
      {
        pl: 'Prosimy o zgłoszenie zamiast pozwolenia dla zbiorników do 500 metrów sześciennych.',
        en: 'We ask for a notification instead of a permit for reservoirs of up to 500 cubic metres.',
      },
      {
        pl: 'Prosimy o jeden wzór wniosku na ponowne użycie wody w zieleni miejskiej.',
        en: 'We ask for one form of application for the reuse of water in urban greenery.',
      },
    ],
  },
  consultation: { daysAgo: 14, endsInDays: 9 },
  comments: [
    {
      by: 'sosnowyOfficial',
      paragraph: 0,
      text: 'U nas pozwolenie trwało 14 miesięcy, możemy dać przykład.',
      daysAgo: 12,
    },
    { by: 'wydmyOfficial', paragraph: 1, text: 'Czy próg obejmuje też zbiorniki podziemne?', daysAgo: 6 },
  ],
  amendments: [
    {
      by: 'mewiaOfficial',
      paragraph: 1,
      kind: 'REPLACE',
      pl: 'Prosimy o zgłoszenie zamiast pozwolenia dla zbiorników do 1000 metrów sześciennych.',
      en: 'We ask for a notification instead of a permit for reservoirs of up to 1000 cubic metres.',
      reason: 'Zbiorniki przy szkołach mają zwykle od 600 do 900 metrów sześciennych.',
      daysAgo: 10,
      decided: { accepted: true, reason: 'Taki próg obejmie nasze typowe zbiorniki.', daysAgo: 8 },
    },
    {
      by: 'wydmyOfficial',
      paragraph: 2,
      kind: 'DELETE',
      reason: 'Wzór wniosku to osobna sprawa.',
      daysAgo: 9,
      decided: { accepted: false, reason: 'Bez wzoru uproszczenie nie zadziała w urzędach.', daysAgo: 7 },
    },
    {
      by: 'sosnowyOfficial',
      paragraph: 0,
      kind: 'REPLACE',
      pl: 'Gminy nadmorskie zatrzymują coraz więcej deszczu, a na pozwolenia czekają ponad rok.',
      en: 'Coastal gminas hold ever more rain, and wait more than a year for permits.',
      reason: 'Liczba mówi więcej niż ogólne słowa.',
      daysAgo: 3,
    },
  ],
  stands: [
    { by: 'jantarowoMayor', stand: 'ENDORSES', daysAgo: 7 },
    { by: 'sosnowyMayor', stand: 'ENDORSES', daysAgo: 6 },
    {
      by: 'wydmyMayor',
      stand: 'OBJECTS',
      reason: 'Mówmy o samych zbiornikach, a nie o wnioskach dotyczących zieleni.',
      daysAgo: 5,
    },
    { by: 'mewiaMayor', stand: 'ENDORSES', daysAgo: 4 },
  ],
};

const silent: PositionScript = {
  by: 'director',
  daysAgo: 40,
  draft: {
    titlePl: 'Stały udział młodzieży w programowaniu funduszy europejskich',
    titleEn: 'A lasting part for young people in the programming of European funds',
    occasion: 'Zaczynają się prace nad programami po 2027 roku, a młodzieży nie ma w żadnym zespole.',
    occasionEn: 'Work on the programmes after 2027 begins, and young people sit in none of the teams.',
    aim: 'Chcemy, aby w każdym zespole programowym zasiadał przedstawiciel młodzieży.',
    aimEn: 'We want a representative of young people in every programming team.',
    nature: 'OPINION',
    threshold: 30,
    isPublic: true,
    paragraphs: [
      {
        pl: 'Prosimy, aby w każdym zespole, który przygotowuje programy po 2027 roku, był przedstawiciel młodzieży z gmin.',
        en: 'We ask that every team that prepares the programmes after 2027 have a representative of young people from the gminas.',
      },
    ],
  },
  consultation: { daysAgo: 35, endsInDays: -7 },
  stands: [{ by: 'bursztynowiecMayor', stand: 'ENDORSES', daysAgo: 20 }],
  silence: { daysAgo: 3, endsInDays: 6 },
};

const drafted: PositionScript = {
  by: 'secretary',
  daysAgo: 4,
  draft: {
    titlePl: 'Zatopiona amunicja i wraki na Bałtyku: finansowanie monitoringu',
    titleEn: 'Sunken munitions and wrecks in the Baltic: funding of monitoring',
    occasion: 'Kończy się projekt badający wraki, a gminy nie mają środków na dalszy monitoring.',
    aim: 'Chcemy stałego finansowania monitoringu wraków przy plażach.',
    nature: 'POSITION',
    threshold: 50,
    isPublic: false,
    paragraphs: [
      { pl: 'Monitoring wraków i zatopionej amunicji nie może zależeć od kolejnych krótkich projektów.' },
      { pl: 'Prosimy o stałe finansowanie badań wody i osadów przy kąpieliskach.' },
    ],
  },
};

const office = {
  first: {
    name: 'Departament Przykładowy Ministerstwa Spraw Zmyślonych',
    address: 'ul. Zmyślona 1\n00-000 Przykładowo',
    email: 'kancelaria@ministerstwo.example',
    eDelivery: 'AE:PL-12345-67890-ABCDE-12',
  },
  second: { name: 'Sekretariat Programu Zmyślonego', email: 'program@sekretariat.example' },
} as const;

/** Plays one position as far as its script goes. */
async function play(stage: Stage, script: PositionScript): Promise<PositionView> {
  const { draft, by, network, daysAgo, consultation, comments = [], amendments = [], stands = [], silence } = script;
  const keeper = await stage.actor(by);
  const gminaOf = (key: PersonKey): string => stage.gmina(people[key].organization as GminaKey);
  const networkId = network === undefined ? undefined : stage.network(network);
  let view = await draftPosition(stage.ago(daysAgo), keeper, {
    body: { ...draft, ...(networkId !== undefined && { networkId }) },
  });
  const params = { id: view.id };
  const first = view.text.paragraphs.map(({ id }) => id);
  if (consultation) {
    const until = `${stage.day(consultation.endsInDays)}T14:00:00Z`;
    view = await openConsultation(stage.ago(consultation.daysAgo), keeper, {
      params,
      body: { until, version: view.version },
    });
  }
  for (const { by: who, paragraph, text, daysAgo: when } of comments) {
    await commentPosition(stage.ago(when), await stage.actor(who), {
      params,
      body: { organizationId: gminaOf(who), paragraphId: first[paragraph], text },
    });
  }
  for (const { by: who, paragraph, daysAgo: when, decided, ...words } of amendments) {
    const paragraphId = first[paragraph] ?? '';
    view = await proposeAmendment(stage.ago(when), await stage.actor(who), {
      params,
      body: { ...words, organizationId: gminaOf(who), paragraphId, textNumber: view.text.number },
    });
    const amendmentId = view.amendments.at(-1)?.id ?? '';
    if (decided) {
      const { daysAgo: then, ...decision } = decided;
      view = await decideAmendment(stage.ago(then), keeper, {
        params: { ...params, amendmentId },
        body: { ...decision, version: view.version },
      });
    }
  }
  for (const { by: who, daysAgo: when, ...body } of stands) {
    await takeStand(stage.ago(when), await stage.actor(who), {
      params: { ...params, organizationId: gminaOf(who) },
      body,
    });
  }
  if (silence) {
    const until = `${stage.day(silence.endsInDays)}T14:00:00Z`;
    view = await beginSilence(stage.ago(silence.daysAgo), await stage.actor('secretary'), {
      params,
      body: { until, version: view.version },
    });
    if (silence.endsInDays < 0) await turnPositions(stage.ago(-silence.endsInDays - 1));
  }
  return view;
}

/** What became of the adopted one: who thinks otherwise, who has signed, to whom it went and what they said. */
async function playAftermath(stage: Stage, { id, version }: PositionView): Promise<void> {
  const keeper = await stage.actor('secretary');
  const params = { id };
  await recordDissent(stage.ago(76), await stage.actor('wydmyMayor'), {
    params: { id, organizationId: stage.gmina('wydmy') },
    body: {
      pl: 'Gmina Wydmy Wielkie woli jeden duży program dla całego Bałtyku.',
      en: 'The gmina Wydmy Wielkie would rather have one large programme for the whole Baltic.',
    },
  });
  for (const mayor of ['jantarowoMayor', 'latarnikowoMayor', 'mewiaMayor'] as const) {
    const organizationId = stage.gmina(people[mayor].organization as GminaKey);
    await signPosition(stage.ago(75), await stage.actor(mayor), { params, body: { organizationId } });
  }
  await stage.addFile(75, 'secretary', { kind: 'POSITION', positionId: id }, 'Stanowisko, podpisany egzemplarz.pdf', [
    'Egzemplarz podpisany na papierze (przyklad)',
    'Podpisy: trzy zmyslone gminy',
  ]);
  // The clock has adopted it since it was read: one version on.
  const addressed = await setAddressees(stage.ago(74), keeper, {
    params,
    body: {
      addressees: [
        { ...office.first, answerDueOn: stage.day(-40) },
        { ...office.second, answerDueOn: stage.day(-20) },
      ],
      version: version + 1,
    },
  });
  const [first, second] = addressed.addressees.map((one) => one.id);
  const to = (addresseeId = '') => ({ ...params, addresseeId });
  await sendPosition(stage.ago(73), keeper, {
    params: to(first),
    body: { channel: 'E_DELIVERY', sentOn: stage.day(-73), proof: 'Dowód doręczenia ED-0001/PRZYKŁAD' },
  });
  await sendPosition(stage.ago(73), keeper, { params: to(second), body: { channel: 'MAIL' } });
  const answered = await recordAnswer(stage.ago(45), keeper, {
    params: to(first),
    body: {
      kind: 'PARTLY',
      receivedOn: stage.day(-45),
      text: 'Departament popiera odrębny program, a o puli małych projektów rozmowy trwają.',
    },
  });
  await recordEffect(stage.ago(30), keeper, {
    params,
    body: {
      effect: 'Stowarzyszenie zaproszono do zespołu, który pisze nowy program.',
      effectEn: 'The association was invited to the team that writes the new programme.',
      version: answered.version,
    },
  });
}

/** Plays all positions of the demo. Gives the one that is in its consultation. */
export async function playPositions(stage: Stage): Promise<{ consulted: string }> {
  await playAftermath(stage, await play(stage, adopted));
  await play(stage, silent);
  const { id } = await play(stage, consulted);
  await play(stage, drafted);
  return { consulted: id };
}
