/** The money of the demo's initiatives: what was planned, agreed to, claimed and received. All of it is invented. */
import type { BudgetView, CostCategory, PlannedShare } from '@blizej/contracts';
import {
  acceptClaim,
  agreeToShare,
  askForAgreement,
  correctReceipt,
  planBudget,
  planInstalments,
  recordReceipt,
  returnClaim,
  submitClaim,
  writeClaim,
} from '../features/budgets/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import type { GminaKey, PersonKey } from './people.ts';

interface Received {
  readonly organizationId: string;
  readonly amount: number;
  readonly claimId?: string;
  readonly instalmentId?: string;
}

/** What a scene needs of the director. */
export interface Stage {
  /** The id of an initiative, by its Polish title. */
  readonly initiative: (title: string) => string;
  readonly actor: (key: PersonKey) => Promise<Actor>;
  readonly gmina: (key: GminaKey) => string;
  readonly ago: (days: number) => UnitOfWork;
  /** A day so many days from today. */
  readonly day: (offset: number) => string;
}

type Lines = Partial<Record<CostCategory, readonly [grant: number, own: number]>>;

/** A share with what its lines come to, of whole euros or złoty. */
const share = (organizationId: string, lines: Lines): PlannedShare => {
  const written = Object.entries(lines).map(([category, [grant, own]]) => ({
    category: category as CostCategory,
    grant: grant * 100,
    own: own * 100,
  }));
  return {
    organizationId,
    grant: written.reduce((sum, { grant }) => sum + grant, 0),
    own: written.reduce((sum, { own }) => sum + own, 0),
    lines: written,
  };
};

const whole = (shares: PlannedShare[]) => {
  const grant = shares.reduce((sum, one) => sum + one.grant, 0);
  const own = shares.reduce((sum, one) => sum + one.own, 0);
  return { shares, grant, own, total: grant + own };
};

/** An agreed budget in euros, with claims in every state and what has come in. */
async function playGreenRoofs({ initiative, actor, gmina, ago, day }: Stage): Promise<void> {
  const params = { id: initiative('Zielone dachy nad morzem') };
  const [jantarowo, mewia] = [gmina('jantarowo'), gmina('mewia')];
  const official = await actor('jantarowoOfficial');
  const shares = [
    share(jantarowo, {
      STAFF: [48_000, 12_000],
      OFFICE: [7_200, 1_800],
      TRAVEL: [4_800, 1_200],
      EXPERTS: [36_000, 9_000],
      INFRASTRUCTURE: [160_000, 40_000],
    }),
    share(mewia, {
      STAFF: [16_000, 4_000],
      TRAVEL: [2_400, 600],
      EQUIPMENT: [12_000, 3_000],
      INFRASTRUCTURE: [97_600, 24_400],
    }),
  ];
  const { version } = await planBudget(ago(29), official, {
    params,
    body: {
      currency: 'EUR',
      rate: { plnPerEur: 42_650, day: day(-30), source: 'NBP, tabela A (wartość przykładowa)' },
      grantRate: 8_000,
      ...whole(shares),
      version: 0,
    },
  });
  let budget = await askForAgreement(ago(28), official, { params, body: { version } });
  const agree = async (who: PersonKey, organizationId: string, days: number): Promise<BudgetView> =>
    agreeToShare(ago(days), await actor(who), {
      params: { ...params, organizationId },
      body: { version: budget.version },
    });
  budget = await agree('jantarowoMayor', jantarowo, 27);
  budget = await agree('mewiaMayor', mewia, 26);
  const instalment = (organizationId: string, offset: number, euros: number) => ({
    organizationId,
    dueOn: day(offset),
    amount: euros * 100,
    currency: 'EUR' as const,
    payer: 'Wspólny Sekretariat programu',
  });
  budget = await planInstalments(ago(25), official, {
    params,
    body: {
      instalments: [
        instalment(jantarowo, -15, 60_000),
        instalment(mewia, -4, 30_000),
        instalment(jantarowo, 120, 90_000),
      ],
      version: budget.version,
    },
  });
  const receive = async (who: PersonKey, days: number, of: Received) =>
    recordReceipt(ago(days), await actor(who), {
      params,
      body: { currency: 'EUR', receivedOn: day(-days), note: '', ...of },
    });
  const advance = budget.detail?.instalments.find(({ organization }) => organization.id === jantarowo)?.id;
  budget = await receive('jantarowoOfficial', 14, {
    organizationId: jantarowo,
    amount: 6_100_000,
    ...(advance && { instalmentId: advance }),
  });
  const receiptId = budget.detail?.receipts[0]?.id ?? '';
  await correctReceipt(ago(13), official, {
    params: { ...params, receiptId },
    body: { amount: 6_000_000, standsAt: 6_100_000, reason: 'Pomyłka w przepisaniu kwoty z wyciągu.' },
  });
  const claim = async (who: PersonKey, organizationId: string, days: number, euros: number, note: string) => {
    const by = await actor(who);
    const body = { organizationId, periodFrom: day(-days - 14), periodTo: day(-days - 1), amount: euros * 100 };
    const { detail } = await writeClaim(ago(days), by, { params, body: { ...body, currency: 'EUR', note } });
    const [written] = detail?.claims.filter(({ organization }) => organization.id === organizationId) ?? [];
    const of = { params: { ...params, claimId: written?.id ?? '' } };
    await submitClaim(ago(days), by, { ...of, body: { version: 1 } });
    return of;
  };
  const first = await claim('jantarowoOfficial', jantarowo, 11, 21_500, 'Projekt techniczny dachu i praca zespołu.');
  await acceptClaim(ago(9), await actor('secretary'), {
    ...first,
    body: { acceptedAmount: 2_000_000, reason: 'Część kosztów podróży sprzed początku projektu.', version: 2 },
  });
  await receive('jantarowoOfficial', 3, {
    organizationId: jantarowo,
    amount: 2_000_000,
    claimId: first.params.claimId,
  });
  const returned = await claim('mewiaOfficial', mewia, 8, 5_200, 'Ekspertyzy stropów dwóch szkół.');
  await returnClaim(ago(6), official, {
    ...returned,
    body: { reason: 'Brakuje protokołu odbioru ekspertyz.', version: 2 },
  });
  await claim('jantarowoOfficial', jantarowo, 2, 9_800, 'Praca zespołu i nadzór nad próbnym dachem.');
}

/** A draft in złoty, whose second participant has not confirmed its part yet. */
async function playLighthouseRoute({ initiative, actor, gmina, ago, day }: Stage): Promise<void> {
  await planBudget(ago(10), await actor('latarnikowoMayor'), {
    params: { id: initiative('Szlak latarni dla rowerów') },
    body: {
      currency: 'PLN',
      rate: { plnPerEur: 42_710, day: day(-11), source: 'NBP, tabela A (wartość przykładowa)' },
      grantRate: 8_500,
      ...whole([
        share(gmina('latarnikowo'), {
          STAFF: [34_000, 6_000],
          EXPERTS: [42_500, 7_500],
          EQUIPMENT: [255_000, 45_000],
          OTHER: [8_500, 1_500],
        }),
        share(gmina('jantarowo'), { STAFF: [17_000, 3_000], INFRASTRUCTURE: [136_000, 24_000] }),
      ]),
      version: 0,
    },
  });
}

export async function playBudgets(stage: Stage): Promise<void> {
  await playGreenRoofs(stage);
  await playLighthouseRoute(stage);
}
