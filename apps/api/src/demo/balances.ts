/**
 * What membership cost and brought the demo's gminas in two years, as data, and how it is played: invented acts, each declared
 * by one person and decided by another. Days are of the present year and the one before it, whenever the demo is built.
 */
import type { ValueKind } from '@blizej/contracts';
import { closeBalanceYear, confirmValue, correctValue, declareValue, refuseValue } from '../features/balances/index.ts';
import { setDues } from '../features/organizations/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { daysBetween } from '../kernel/moments.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import type { GminaKey, PersonKey } from './people.ts';

/** What the one who plays the demo gives to this part of it. */
interface Stage {
  readonly ago: (days: number) => UnitOfWork;
  readonly day: (offset: number) => string;
  readonly actor: (key: PersonKey) => Promise<Actor>;
  readonly gmina: (key: GminaKey) => string;
  readonly initiative: (title: string) => string | undefined;
}

interface ValueScript {
  readonly gmina: GminaKey;
  /** Month and day, for last year; so many days ago, for this one. */
  readonly when: `${string}-${string}` | number;
  readonly kind: ValueKind;
  readonly text: string;
  readonly worth:
    | { amount: number }
    | { euroCents: number; euroRate: number; euroRateOn: 'then' }
    | { minutes: number; hourRate: number };
  readonly evidence: string;
  readonly evidenceUrl?: string;
  readonly initiative?: string;
  readonly by: PersonKey;
  readonly confirmedBy?: PersonKey;
  readonly refused?: { by: PersonKey; reason: string };
  /** What it should have come to, as somebody found this year. */
  readonly corrected?: {
    rightAmount: number;
    reason: string;
    evidence: string;
    by: PersonKey;
    confirmedBy: PersonKey;
    daysAgo: number;
  };
}

const formerRate = 55;

const values: readonly ValueScript[] = [
  {
    gmina: 'jantarowo',
    when: '03-18',
    kind: 'TRAINING',
    text: 'Szkolenie z zamówień publicznych dla sześciu osób',
    worth: { amount: 450_000 },
    evidence: 'Lista obecności i cennik tego samego szkolenia na rynku: 750 zł od osoby.',
    by: 'jantarowoColleague',
    confirmedBy: 'jantarowoCoordinator',
  },
  {
    gmina: 'jantarowo',
    when: '05-09',
    kind: 'EVENT',
    text: 'Stoisko gminy na wspólnych targach turystycznych',
    worth: { amount: 280_000 },
    evidence: 'Faktura stowarzyszenia za powierzchnię targową, część gminy.',
    by: 'secretary',
    confirmedBy: 'jantarowoMayor',
  },
  {
    gmina: 'jantarowo',
    when: '09-02',
    kind: 'SAVING',
    text: 'Wspólny zakup energii dla oświetlenia ulic',
    worth: { amount: 1_240_000 },
    evidence: 'Porównanie ceny z przetargu grupy z dotychczasową umową gminy.',
    by: 'jantarowoCoordinator',
    confirmedBy: 'director',
    corrected: {
      rightAmount: 1_190_000,
      reason: 'Rozliczenie za grudzień wykazało mniejsze zużycie, więc i mniejszą oszczędność.',
      evidence: 'Faktura rozliczeniowa za grudzień.',
      by: 'secretary',
      confirmedBy: 'jantarowoMayor',
      daysAgo: 30,
    },
  },
  {
    gmina: 'jantarowo',
    when: '11-20',
    kind: 'EXPERT_HOURS',
    text: 'Pomoc prawna przy regulaminie odprowadzania deszczówki',
    worth: { minutes: 1080, hourRate: 18_000 },
    evidence: 'Karta pracy eksperta, 18 godzin.',
    by: 'secretary',
    confirmedBy: 'jantarowoCoordinator',
  },
  {
    gmina: 'jantarowo',
    // Before the application: what the initiative's own budget brings is told there.
    when: 90,
    kind: 'GRANT',
    text: 'Bon na przygotowanie wniosku o zielone dachy',
    worth: { euroCents: 940_000, euroRate: 42_635, euroRateOn: 'then' },
    evidence: 'Umowa o bon na przygotowanie projektu i potwierdzenie wpływu.',
    evidenceUrl: 'https://southbaltic.eu/',
    initiative: 'Zielone dachy nad morzem',
    by: 'jantarowoOfficial',
    confirmedBy: 'jantarowoMayor',
  },
  {
    gmina: 'jantarowo',
    when: 75,
    kind: 'TRAINING',
    text: 'Szkolenie z dostępności stron urzędu',
    worth: { amount: 190_000 },
    evidence: 'Zaświadczenia dwóch osób.',
    by: 'jantarowoOfficial',
    confirmedBy: 'jantarowoCoordinator',
  },
  {
    gmina: 'jantarowo',
    when: 50,
    kind: 'SAVING',
    text: 'Wspólny przetarg na przeglądy placów zabaw',
    worth: { amount: 830_000 },
    evidence: 'Protokół przetargu z ceną dla jednej gminy i dla grupy.',
    by: 'jantarowoCoordinator',
    confirmedBy: 'secretary',
  },
  {
    gmina: 'jantarowo',
    when: 40,
    kind: 'EXPERT_HOURS',
    text: 'Ekspertyza stropu szkoły przed zielonym dachem',
    worth: { minutes: 750, hourRate: 19_000 },
    evidence: 'Ekspertyza i karta pracy, 12,5 godziny.',
    initiative: 'Zielone dachy nad morzem',
    by: 'secretary',
    confirmedBy: 'jantarowoMayor',
  },
  {
    gmina: 'jantarowo',
    when: 6,
    kind: 'EVENT',
    text: 'Warsztaty o małej retencji w Jantarowie',
    worth: { amount: 360_000 },
    evidence: 'Rozliczenie warsztatów: sala, prowadząca i materiały.',
    by: 'secretary',
  },
  {
    gmina: 'jantarowo',
    when: 60,
    kind: 'SAVING',
    text: 'Wyjazd studyjny, na który gmina wysłała własny autobus',
    worth: { amount: 520_000 },
    evidence: 'Karta drogowa.',
    by: 'jantarowoColleague',
    refused: { by: 'jantarowoMayor', reason: 'To koszt gminy, a nie korzyść ze stowarzyszenia.' },
  },
  {
    gmina: 'mewia',
    when: '06-12',
    kind: 'TRAINING',
    text: 'Kurs ratowników dla plaż strzeżonych',
    worth: { amount: 240_000 },
    evidence: 'Lista uczestników i cennik kursu.',
    by: 'mewiaOfficial',
    confirmedBy: 'mewiaMayor',
  },
  {
    gmina: 'mewia',
    when: 90,
    kind: 'SAVING',
    text: 'Wspólny przetarg na koszenie wałów',
    worth: { amount: 610_000 },
    evidence: 'Protokół przetargu.',
    by: 'mewiaOfficial',
    confirmedBy: 'mewiaMayor',
  },
  {
    gmina: 'mewia',
    when: 9,
    kind: 'SAVING',
    text: 'Ekspertyzy stropów zamówione razem z Jantarowem',
    worth: { amount: 1_500_000 },
    evidence: 'Oferta dla jednej gminy i wspólna umowa dwóch gmin.',
    initiative: 'Zielone dachy nad morzem',
    by: 'mewiaMayor',
  },
  {
    gmina: 'latarnikowo',
    when: '10-03',
    kind: 'EVENT',
    text: 'Dni latarni: scena i nagłośnienie ze wspólnego magazynu',
    worth: { amount: 720_000 },
    evidence: 'Cennik wypożyczalni w powiecie.',
    by: 'latarnikowoOfficial',
    confirmedBy: 'latarnikowoCoordinator',
  },
  {
    gmina: 'latarnikowo',
    when: 18,
    kind: 'SAVING',
    text: 'Jeden projekt oznakowania szlaku zamiast trzech',
    worth: { amount: 2_860_000 },
    evidence: 'Oferty trzech pracowni i umowa z jedną.',
    initiative: 'Szlak latarni dla rowerów',
    by: 'latarnikowoMayor',
    confirmedBy: 'director',
  },
  {
    gmina: 'sosnowy',
    when: 100,
    kind: 'TRAINING',
    text: 'Szkolenie z planowania przestrzennego',
    worth: { amount: 95_000 },
    evidence: 'Zaświadczenie jednej osoby.',
    by: 'sosnowyOfficial',
    confirmedBy: 'sosnowyMayor',
  },
];

/** Plays them in the order of their days; then the secretariat closes last year. */
export async function playBalances(stage: Stage): Promise<void> {
  const today = stage.day(0);
  const year = Number(today.slice(0, 4));
  const newYear = `${year}-01-01`;
  const dayOf = ({ when }: ValueScript): string => {
    if (typeof when === 'string') return `${year - 1}-${when}`;
    // Early in a year less of it has happened.
    const day = stage.day(-when);
    return day < newYear ? newYear : day;
  };
  const adoptedOn = `${year - 1}-02-14`;
  // Nothing of it is told longer ago than the rest of the demo: each day of the audit since its first event has a seal.
  const sinceNewYear = daysBetween(newYear, today);
  const longest = Math.min(180, sinceNewYear);
  await setDues(stage.ago(longest), await stage.actor('secretary'), {
    params: { year: year - 1 },
    body: {
      perInhabitant: formerRate,
      resolution: {
        issuingBody: 'GENERAL_ASSEMBLY',
        number: `LI/3/${year - 1}`,
        title: 'w sprawie wysokości składki członkowskiej',
        adoptedOn,
      },
      replaces: null,
    },
  });
  const corrections: { script: ValueScript; entryId: string }[] = [];
  for (const script of values.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))) {
    const happenedOn = dayOf(script);
    const entryId = await playValue(stage, script, happenedOn, Math.min(longest, daysBetween(happenedOn, today)));
    if (script.corrected) corrections.push({ script, entryId });
  }
  await closeBalanceYear(stage.ago(Math.min(45, sinceNewYear)), await stage.actor('director'), {
    params: { year: year - 1 },
  });
  for (const { script, entryId } of corrections) await playCorrection(stage, script, entryId, sinceNewYear);
}

async function playValue(stage: Stage, script: ValueScript, happenedOn: string, daysAgo: number): Promise<string> {
  const { kind, text, worth, evidence, evidenceUrl, initiative, by, confirmedBy, refused } = script;
  const id = stage.gmina(script.gmina);
  const declarer = await stage.actor(by);
  const body = {
    year: Number(happenedOn.slice(0, 4)),
    kind,
    happenedOn,
    text,
    ...worth,
    ...('euroRateOn' in worth && { euroRateOn: happenedOn }),
    evidence,
    ...(evidenceUrl !== undefined && { evidenceUrl }),
  };
  const initiativeId = initiative === undefined ? undefined : stage.initiative(initiative);
  const { entries } = await declareValue(stage.ago(daysAgo), declarer, {
    params: { id },
    body: { ...body, ...(initiativeId !== undefined && { initiativeId }) },
  });
  const params = { id, entryId: entries.find((entry) => entry.text === text)?.id ?? '' };
  if (confirmedBy) await confirmValue(stage.ago(daysAgo), await stage.actor(confirmedBy), { params });
  if (refused) {
    await refuseValue(stage.ago(daysAgo), await stage.actor(refused.by), { params, body: { reason: refused.reason } });
  }
  return params.entryId;
}

async function playCorrection(
  stage: Stage,
  { gmina, corrected }: ValueScript,
  entryId: string,
  sinceNewYear: number,
): Promise<void> {
  if (!corrected) return;
  const { by, confirmedBy, daysAgo, ...body } = corrected;
  const id = stage.gmina(gmina);
  const when = stage.ago(Math.min(daysAgo, sinceNewYear));
  const { entries } = await correctValue(when, await stage.actor(by), { params: { id, entryId }, body });
  const correctionId = entries.find(({ corrects }) => corrects?.id === entryId)?.id ?? '';
  await confirmValue(when, await stage.actor(confirmedBy), { params: { id, entryId: correctionId } });
}
