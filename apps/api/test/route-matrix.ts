/**
 * Who gets through to what: the route × office matrix. `routes` is typed by the route table, so a new route does not
 * compile without a row; a test compares it with the OpenAPI document as well.
 *
 * Every request is made so that whoever may make it is stopped later, by a version or a rule (409 or 422), or changes
 * nothing: the rows can be tried in any order.
 */
import type { RouteName } from '@blizej/contracts';

/** The columns. The subject is a task and a membership of Jantarowo, which leads the water network. */
export const viewers = [
  'secretariat',
  'mayor', // of the gmina concerned
  'coordinator',
  'official',
  'member', // an official of another gmina in the network
  'outsider', // an official of a gmina outside the network
  'guest', // a partner's contact
  'nobody', // a person without any office
] as const;
export type Viewer = (typeof viewers)[number];

/** Gets through, is refused (403), or finds nothing (404). */
export type Outcome = 'yes' | 'refused' | 'nothing';
const letters: Record<string, Outcome> = { y: 'yes', f: 'refused', n: 'nothing' };

export interface Subject {
  readonly network: string;
  readonly proposal: string;
  /** A network that the gmina leads, whose closing report is being written. */
  readonly closing: string;
  readonly resolution: string;
  readonly template: string;
  /** One that the gmina leads, in which the guest's organization takes no part. */
  readonly initiative: string;
  /** One that the gmina's official has handed in. */
  readonly idea: string;
  /** What the gmina had of its membership: declared by the official's colleague, confirmed by the coordinator. */
  readonly value: string;
  /** One that the gmina has proposed, in which the guest's organization takes part. */
  readonly joint: string;
  /** An authority that stands in the directory; a draft of the gmina's, and a card that is public. */
  readonly partner: string;
  readonly card: string;
  readonly publicCard: string;
  readonly programme: string;
  /** One with a maximum that is ahead. */
  readonly call: string;
  /** The gmina's own. */
  readonly need: string;
  /** A payment claim of the gmina, and money that it has received. */
  readonly claim: string;
  readonly receipt: string;
  readonly task: string;
  /** A task with a form. */
  readonly form: string;
  readonly gmina: string;
  readonly notification: string;
  /** One that was taken back. */
  readonly invitation: string;
  /** The office of the official's colleague. */
  readonly appointment: string;
  /** A list that the secretary has begun. */
  readonly run: string;
  /** A PDF of the water network that the gmina's official has added. */
  readonly document: string;
  /** What the gmina's official has said by the water network, and what its mayor has announced. */
  readonly comment: string;
  readonly announcement: string;
  /** A file that the gmina's official is sending. */
  readonly upload: string;
  readonly identity: string;
  /** One that is open. */
  readonly ballot: string;
  /** One that the gmina has named and taken back. */
  readonly proxy: string;
  /** One to which the gminas are called, and an item of its agenda. */
  readonly meeting: string;
  readonly item: string;
  /** One in its consultation, of which the gmina's official is rapporteur; and one that is adopted and public. */
  readonly position: string;
  readonly registered: string;
  /** The signed copy of that one. */
  readonly signed: string;
  /** An official of the gmina, and another one whom the secretariat has blocked. */
  readonly person: string;
  readonly blocked: string;
  readonly event: string;
  /** A second browser in which the mayor is signed in. */
  readonly session: string;
}

export interface Row {
  /** A letter for each viewer: y gets through, f refused (403), n nothing (404). */
  readonly outcomes: string;
  /** The letter for the guest where `initiative` is the one in which the guest's organization takes part. */
  readonly own?: string;
  readonly params?: (subject: Subject) => Record<string, string>;
  readonly query?: string;
  readonly body?: (subject: Subject) => object;
  /** What a public route answers this row with, where it is not 200. */
  readonly answer?: number;
}

export const outcomeOf = (row: Row, viewer: Viewer): Outcome =>
  letters[row.outcomes[viewers.indexOf(viewer)] ?? ''] ?? 'nothing';

/** What a guest meets in an initiative in which the guest's organization takes part; undefined where the row says nothing of it. */
export const ownOutcomeOf = ({ own }: Row): Outcome | undefined => (own === undefined ? undefined : letters[own]);

const network = ({ network: id }: Subject) => ({ id });
const closing = ({ closing: id }: Subject) => ({ id });
const proposal = ({ proposal: id }: Subject) => ({ id });
const seat = ({ network: id, gmina }: Subject) => ({ id, organizationId: gmina });
const task = ({ task: id }: Subject) => ({ id });
const form = ({ form: id }: Subject) => ({ id });
const share = ({ task: id, gmina }: Subject) => ({ id, organizationId: gmina });
const step = ({ task: id, gmina, resolution: stepId }: Subject) => ({ id, organizationId: gmina, stepId });
const document = ({ document: id }: Subject) => ({ id });
const upload = ({ upload: id }: Subject) => ({ id });
const invitation = ({ invitation: id }: Subject) => ({ id });
const appointment = ({ appointment: id }: Subject) => ({ id });
/** The results of an election in a gmina that does not exist. */
const results = ({ network: organizationId }: Subject) => ({
  startsOn: '2026-01-01',
  basis: 'Wybory',
  rows: [{ organizationId, outcome: 'RE_ELECTED' }],
});
/** A provider where nobody listens (see route-matrix.test.ts). */
export const silentProvider = 'cisza';
const noToken = 'x'.repeat(43);
const concerned = ({ gmina: id }: Subject) => ({ id });
const stale = { version: 999 };
const position = ({ position: id }: Subject) => ({ id });
const registered = ({ registered: id }: Subject) => ({ id });
const stand = ({ position: id, gmina }: Subject) => ({ id, organizationId: gmina });
const amendment = ({ position: id, resolution: amendmentId }: Subject) => ({ id, amendmentId });
const addressee = ({ position: id, resolution: addresseeId }: Subject) => ({ id, addresseeId });
const cause = {
  occasion: 'Coś się wydarzyło niedawno.',
  aim: 'Chcemy zmiany.',
  nature: 'POSITION',
  threshold: 50,
  isPublic: true,
};
const paragraphs = [{ pl: 'Tak mówimy razem.' }];
const initiative = ({ initiative: id }: Subject) => ({ id });
const part = ({ initiative: id, gmina }: Subject) => ({ id, organizationId: gmina });
const indicator = ({ initiative: id, resolution: indicatorId }: Subject) => ({ id, indicatorId });
const idea = ({ idea: id }: Subject) => ({ id });
const why = { reason: 'Tak uzgodniono w sekretariacie.', ...stale };
const value = ({ gmina: id, value: entryId }: Subject) => ({ id, entryId });
const claim = ({ initiative: id, claim: claimId }: Subject) => ({ id, claimId });
const receipt = ({ initiative: id, receipt: receiptId }: Subject) => ({ id, receiptId });
const plannedWhole = { currency: 'EUR', grantRate: 8000, total: 100, grant: 80, own: 20 };
const rate = { plnPerEur: 42_000, day: '2026-01-02', source: 'NBP' };
const claimed = {
  periodFrom: '2026-01-01',
  periodTo: '2026-01-31',
  amount: 1,
  currency: 'EUR',
  note: 'Praca zespołu.',
};
const described = {
  titlePl: 'Inicjatywa z macierzy',
  summaryPl: 'Opis tej inicjatywy.',
  benefit: 'Korzyść z tej inicjatywy.',
  goals: ['SEA'],
};
const call = ({ call: id }: Subject) => ({ id });
const programme = { shortName: 'Macierz', namePl: 'Program z macierzy', firstYear: 2021, lastYear: 2027 };
const calling = {
  titlePl: 'Nabór z macierzy',
  opensOn: '2026-06-01',
  currency: 'EUR',
  applicants: ['MUNICIPALITY'],
  goals: ['SEA'],
};
const need = { title: 'Potrzeba z macierzy', why: 'Bo tego brakuje.', goals: ['SEA'], year: 2027 };
const standard = { title: 'Ankieta', body: 'Prosimy o odpowiedź.', dueDays: 14 };
const template = {
  name: 'Wzór z macierzy',
  kind: 'PERMANENT',
  purposePl: 'Cel tej sieci.',
  benefit: 'Korzyść z tej sieci.',
  goals: ['SEA'],
  joinPolicy: 'OPEN',
};
const talk = ({ network: id }: Subject) => ({ place: 'networks', id });
const partner = ({ partner: id }: Subject) => ({ id });
const card = ({ card: id }: Subject) => ({ id });
const twin = ({ partner: id, gmina }: Subject) => ({ id, organizationId: gmina });
const knownPartner = {
  name: 'Region Kalmar',
  kind: 'AUTHORITY',
  country: 'SE',
  place: 'Kalmar',
  descriptionPl: 'Opis tego partnera.',
};
const comment = ({ comment: id }: Subject) => ({ id });
const said = (piece: object) => ({ type: 'doc', content: [{ type: 'paragraph', content: [piece] }] });
const ballot = ({ ballot: id }: Subject) => ({ id });
const proxy = ({ proxy: id }: Subject) => ({ id });
/** A resolution without its legal basis. */
const meeting = ({ meeting: id }: Subject) => ({ id });
/** An id of nothing. */
const nothingHere = '00000000-0000-7000-8000-000000000000';
const assembly = {
  number: 3000,
  titlePl: 'Zebranie',
  titleEn: 'Meeting',
  place: 'Jantarowo',
  startsAt: '2999-01-01T10:00:00Z',
  presenceQuorum: 'HALF',
  agenda: [{ titlePl: 'Punkt', titleEn: 'Item' }],
};
const unfinished = {
  titlePl: 'Wspólne stanowisko',
  titleEn: 'Joint position',
  questionPl: 'Czy przyjąć?',
  questionEn: 'Adopt it?',
  nature: 'RESOLUTION',
  quorum: 'HALF',
  majority: 'SIMPLE',
  majorityOf: 'VOTES',
  liveCount: false,
  closesAt: '2999-01-01T12:00:00Z',
};
const resolution = { number: 'XX/1/2024', adoptedOn: '2024-01-01', title: 'w sprawie stowarzyszenia' };

export const routes: Record<RouteName, Row> = {
  //                                  s m c o m o g n
  watch: { outcomes: 'yyyyyyyy', query: '?seconds=0' },
  signIn: { outcomes: 'yyyyyyyy', body: () => ({ email: 'a@b.example', password: 'x' }) },
  readSession: { outcomes: 'yyyyyyyy' },
  // An organization in which nobody holds anything.
  actFor: { outcomes: 'nnnnnnnn', body: ({ network: organizationId }) => ({ organizationId }) },
  signOut: { outcomes: 'yyyyyyyy' },
  // Public, and the same answer for everybody.
  askForLink: {
    outcomes: 'yyyyyyyy',
    body: () => ({ email: `${crypto.randomUUID()}@nigdzie.example`, purpose: 'SIGN_IN' }),
    answer: 204,
  },
  readHeldDecision: { outcomes: 'yyyyyyyy', body: () => ({ token: noToken }), answer: 410 },
  decideByLink: { outcomes: 'yyyyyyyy', body: () => ({ token: noToken }), answer: 410 },
  readHeldLink: { outcomes: 'yyyyyyyy', body: () => ({ token: noToken }), answer: 410 },
  signInByLink: { outcomes: 'yyyyyyyy', body: () => ({ token: noToken }), answer: 410 },
  resetPassword: {
    outcomes: 'yyyyyyyy',
    body: () => ({ token: noToken, password: 'szara gęś nad zatoką' }),
    answer: 410,
  },
  confirmEmail: { outcomes: 'yyyyyyyy', body: () => ({ token: noToken }), answer: 410 },
  readSecurity: { outcomes: 'yyyyyyyy' },
  // Who has neither a password nor a second factor has nothing to prove it with, and signs in anew.
  proveSession: { outcomes: 'yyyyyyff', body: () => ({}) },
  changePassword: { outcomes: 'yyyyyyyy', body: () => ({ password: 'qwerty123456' }) },
  askForEmail: { outcomes: 'yyyyyyyy', body: () => ({ email: 'nowy@nigdzie.example' }) },
  beginSecondFactor: { outcomes: 'yyyyyyyy' },
  confirmSecondFactor: { outcomes: 'yyyyyyyy', body: () => ({ code: '' }) },
  removeSecondFactor: { outcomes: 'yyyyyyyy' },
  renewRecoveryCodes: { outcomes: 'yyyyyyyy' },
  listSessions: { outcomes: 'yyyyyyyy' },
  // Another session of the mayor's.
  endSession: { outcomes: 'nynnnnnn', params: ({ session: id }) => ({ id }) },
  endOtherSessions: { outcomes: 'yyyyyyyy' },
  listInvitations: { outcomes: 'yyyfffff' },
  listInvitationChoices: { outcomes: 'yyyfffff' },
  // Somebody who holds the office already.
  invitePerson: {
    outcomes: 'yyyfffff',
    body: ({ gmina: organizationId }) => ({
      name: 'Ola Urzędnicka',
      email: 'ola@jantarowo.example',
      office: 'OFFICIAL',
      organizationId,
    }),
  },
  // A list with nothing to read, and one of somebody who holds the office already.
  previewList: { outcomes: 'yyyfffff', body: () => ({ fileName: 'lista.csv', content: '' }) },
  inviteList: {
    outcomes: 'yyyfffff',
    body: ({ gmina: organizationId }) => ({
      fileName: 'lista.csv',
      rows: [{ line: 1, name: 'Ola', email: 'ola@jantarowo.example', organizationId, office: 'OFFICIAL' }],
    }),
  },
  // A run of the secretary's own.
  readBulkRun: { outcomes: 'ynnnnnnn', params: ({ run: id }) => ({ id }) },
  resendInvitation: { outcomes: 'yyynnnnn', params: invitation },
  revokeInvitation: { outcomes: 'yyynnnnn', params: invitation },
  readHeldInvitation: { outcomes: 'yyyyyyyy', body: () => ({ token: noToken }), answer: 410 },
  acceptInvitation: { outcomes: 'yyyyyyyy', body: () => ({ token: noToken }), answer: 410 },
  listAppointments: { outcomes: 'yyyyffnn', params: ({ gmina: id }) => ({ id }) },
  // Nobody whom one could appoint.
  appoint: {
    outcomes: 'yyyfnnnn',
    params: ({ gmina: id }) => ({ id }),
    body: ({ network: personId }) => ({ personId, office: 'OFFICIAL', startsOn: '2026-01-01' }),
  },
  // The office of an official of the gmina.
  deputize: {
    outcomes: 'yyyfnnnn',
    params: appointment,
    body: ({ network: personId }) => ({ personId, startsOn: '2026-01-01', endsOn: '2026-01-02' }),
  },
  readHandOver: { outcomes: 'yyyfnnnn', params: appointment },
  endAppointment: { outcomes: 'yyyfnnnn', params: appointment, body: () => ({ endsOn: '1999-01-01', moves: [] }) },
  readElection: { outcomes: 'yfffffff' },
  previewElection: { outcomes: 'yfffffff', body: results },
  applyElection: { outcomes: 'yfffffff', body: results },
  readSignInWays: { outcomes: 'yyyyyyyy' },
  // The provider does not answer: the browser is sent to the page that says so.
  beginOidc: { outcomes: 'yyyyyyyy', params: () => ({ provider: silentProvider }), answer: 302 },
  finishOidc: { outcomes: 'yyyyyyyy', params: () => ({ provider: silentProvider }), answer: 302 },
  listIdentities: { outcomes: 'yyyyyyyy' },
  linkIdentity: { outcomes: 'yyyyyyyy', body: () => ({ provider: silentProvider }) },
  // An account that the gmina's mayor has linked: for everybody else it does not exist.
  unlinkIdentity: { outcomes: 'nynnnnnn', params: ({ identity: id }) => ({ id }) },
  readProfile: { outcomes: 'yyyyyyyy' },
  // As nobody saw it.
  changeProfile: {
    outcomes: 'yyyyyyyy',
    body: () => ({
      name: 'Osoba',
      language: 'pl',
      theme: 'system',
      mailAsked: true,
      mailDecide: true,
      mailReminders: true,
      mailInformed: false,
      showsEmail: false,
      showsPhone: false,
      seen: 'x',
    }),
  },
  exportProfile: { outcomes: 'yyyyyyyy' },
  eraseProfile: { outcomes: 'yyyyyyyy', body: () => ({ email: 'kto-inny@x.example' }) },
  erasePerson: {
    outcomes: 'yfffffff',
    params: ({ person: id }) => ({ id }),
    body: () => ({ email: 'kto-inny@x.example' }),
  },
  listCards: { outcomes: 'yyyyyynn', params: ({ gmina: id }) => ({ id }) },
  listNotifications: { outcomes: 'yyyyyyyy' },
  // A notification of the gmina's mayor: for everybody else it does not exist.
  markNotification: {
    outcomes: 'nynnnnnn',
    params: ({ notification: id }) => ({ id }),
    body: () => ({ read: true }),
  },
  markAllRead: { outcomes: 'yyyyyyyy', body: ({ notification: upTo }) => ({ upTo }) },

  listAudit: { outcomes: 'yfffffff' },
  exportAudit: { outcomes: 'yfffffff' },
  checkAudit: { outcomes: 'yfffffff' },
  readAuditEvent: { outcomes: 'yfffffff', params: ({ event: id }) => ({ id }) },

  readAssociation: { outcomes: 'yyyyyyyy' },
  listOrganizations: { outcomes: 'yyyyyyyy' },
  readRegion: { outcomes: 'yyyyyyyy' },
  readOrganization: { outcomes: 'yyyyyynn', params: concerned },
  // The gmina is a member, and at work in its network.
  makeCandidate: { outcomes: 'yfffffnn', params: concerned },
  joinAssociation: {
    outcomes: 'yfffffnn',
    params: concerned,
    body: () => ({ resolution, memberSince: '2024-01-01' }),
  },
  leaveAssociation: {
    outcomes: 'yfffffnn',
    params: concerned,
    body: () => ({ resolution, memberUntil: '2024-01-01' }),
  },
  listPeople: { outcomes: 'yyyfffff' },
  readPerson: { outcomes: 'yyynnnnn', params: ({ person: id }) => ({ id }) },
  blockPerson: {
    outcomes: 'yffnnnnn',
    params: ({ blocked: id }) => ({ id }),
    body: () => ({ reason: 'Na własną prośbę.' }),
  },
  unblockPerson: {
    outcomes: 'yffnnnnn',
    params: ({ person: id }) => ({ id }),
    body: () => ({ reason: 'Na własną prośbę.' }),
  },
  readDues: { outcomes: 'yfffffff' },
  setDues: {
    outcomes: 'yfffffff',
    params: () => ({ year: '2030' }),
    body: () => ({
      perInhabitant: 50,
      resolution: { ...resolution, issuingBody: 'GENERAL_ASSEMBLY', adoptedOn: '2999-01-01' },
      replaces: null,
    }),
  },

  listResolutions: { outcomes: 'yyyyyyyy' },
  recordResolution: {
    outcomes: 'yfffffff',
    body: () => ({ ...resolution, issuingBody: 'BOARD', adoptedOn: '2999-01-01' }),
  },
  readResolution: { outcomes: 'yyyyyynn', params: ({ resolution: id }) => ({ id }) },
  changeResolution: {
    outcomes: 'yfffffnn',
    params: ({ resolution: id }) => ({ id }),
    body: () => ({ ...resolution, issuingBody: 'BOARD', ...stale }),
  },

  listNetworks: { outcomes: 'yyyyyyyy' },
  proposeNetwork: {
    outcomes: 'yyyfffff',
    body: () => ({
      kind: 'TEMPORARY',
      namePl: 'Sieć bez końca',
      purposePl: 'Cel tej sieci.',
      benefit: 'Korzyść z tej sieci.',
      goals: ['SEA'],
      joinPolicy: 'OPEN',
    }),
  },
  listInitiatives: { outcomes: 'yyyyyyyy' },
  proposeInitiative: {
    outcomes: 'yyyyyyff',
    body: () => ({ ...described, level: 'LOCAL', startsOn: '2027-01-02', endsOn: '2027-01-01' }),
  },
  readInitiative: { outcomes: 'yyyyyynn', own: 'y', params: initiative },
  changeInitiative: { outcomes: 'yyyyffnn', own: 'f', params: initiative, body: () => ({ ...described, ...stale }) },
  moveInitiative: {
    outcomes: 'yyyyffnn',
    own: 'f',
    params: initiative,
    body: () => ({ stage: 'ABANDONED', reason: 'Nie ma środków.', ...stale }),
  },
  changeLevel: {
    outcomes: 'yyyyffnn',
    own: 'f',
    params: initiative,
    body: () => ({ level: 'LOCAL', reason: 'Została jedna gmina.', ...stale }),
  },
  // Who takes part already is stopped by that.
  declarePart: {
    outcomes: 'fyyyffnn',
    own: 'f',
    params: initiative,
    body: ({ gmina: organizationId }) => ({ organizationId, role: 'PARTNER', part: 'Wkład gminy.' }),
  },
  confirmPart: { outcomes: 'fyyfffnn', own: 'f', params: part },
  withdrawPart: { outcomes: 'fyyfffnn', own: 'f', params: part, body: () => ({ reason: 'Nie ma środków.', ...stale }) },
  changeLeadPartner: { outcomes: 'yyyfffnn', own: 'f', params: part, body: () => stale },
  planMilestones: { outcomes: 'yyyyffnn', own: 'f', params: initiative, body: () => ({ milestones: [], ...stale }) },
  assessRisks: { outcomes: 'yyyyffnn', own: 'f', params: initiative, body: () => ({ risks: [], ...stale }) },
  addIndicator: {
    outcomes: 'yyyyffnn',
    own: 'f',
    params: initiative,
    body: () => ({ namePl: 'Miejsca', unit: 'szt.', baseline: 0, target: 1, ...stale }),
  },
  // There is no such indicator.
  removeIndicator: { outcomes: 'nnnnffnn', own: 'f', params: indicator },
  measure: {
    outcomes: 'nnnnffnn',
    own: 'f',
    params: indicator,
    body: () => ({ value: 1, measuredOn: '2026-01-01', evidence: 'Protokół.' }),
  },
  recordDecision: {
    outcomes: 'yyyyffnn',
    params: initiative,
    body: () => ({
      title: 'Decyzja z macierzy',
      text: 'Treść tej decyzji.',
      decidedBy: 'Spotkanie',
      decidedOn: '2999-01-01',
      reason: 'Tak uzgodniono.',
    }),
  },
  publishCard: { outcomes: 'yyyyffnn', params: initiative, body: () => ({ published: true }) },
  listTimeline: { outcomes: 'yyyyyyyy' },
  listSavedFilters: { outcomes: 'yyyyyyyy' },
  saveFilter: { outcomes: 'yyyyyyyy', body: () => ({ name: 'Nasze', filters: { mine: true } }) },
  // There are no such filters.
  removeFilter: { outcomes: 'nnnnnnnn', params: ({ resolution: id }) => ({ id }) },
  listPublicInitiatives: { outcomes: 'yyyyyyyy' },
  readPublicInitiative: { outcomes: 'yyyyyyyy', params: initiative },
  listInitiativeDocuments: { outcomes: 'yyyyynnn', params: initiative },
  listPositionDocuments: { outcomes: 'yyyyyynn', params: position },
  listSignedFiles: { outcomes: 'yyyyyyyy', params: registered },
  downloadSignedFile: {
    outcomes: 'yyyyyyyy',
    params: ({ registered: id, signed: documentId }) => ({ id, documentId }),
  },
  listIdeas: { outcomes: 'yyyyyyyy' },
  exportPartners: { outcomes: 'yyyyyyyy' },
  exportIdeas: { outcomes: 'yyyyyyyy' },
  listIdeaOrigins: { outcomes: 'yyyyyyyy' },
  // Another idea changes nothing for the other rows.
  submitIdea: {
    outcomes: 'fyyyyyff',
    body: () => ({ title: 'Pomysł z macierzy', body: 'Opis tego pomysłu.', benefit: 'Mieszkańcom.', goals: ['SEA'] }),
  },
  readIdea: { outcomes: 'yyyyyynn', params: idea },
  // Its author's.
  changeIdea: {
    outcomes: 'fffyffnn',
    params: idea,
    body: () => ({
      title: 'Pomysł po zmianie',
      body: 'Opis po zmianie, dłuższy niż dziesięć znaków.',
      benefit: 'Wszystkim gminom.',
      goals: ['SEA'],
      topics: [],
      ...stale,
    }),
  },
  withdrawIdea: { outcomes: 'fffyffnn', params: idea, body: () => stale },
  supportIdea: { outcomes: 'ffffyynn', params: idea, body: () => ({ supported: false }) },
  followIdea: { outcomes: 'yyyyyynn', params: idea, body: () => ({ following: false }) },
  declineIdea: { outcomes: 'yfffffnn', params: idea, body: () => why },
  putIdeaOff: { outcomes: 'yfffffnn', params: idea, body: () => ({ revisitOn: '2026-01-01', ...why }) },
  mergeIdea: { outcomes: 'yfffffnn', params: idea, body: ({ idea: intoId }) => ({ intoId, ...why }) },
  makeInitiativeOfIdea: {
    outcomes: 'yfffffnn',
    params: idea,
    body: () => ({ ...described, level: 'LOCAL', ...why }),
  },
  makeTaskOfIdea: {
    outcomes: 'yfffffnn',
    params: idea,
    body: ({ network: networkId }) => ({
      networkId,
      title: 'Zadanie z macierzy',
      body: 'Prosimy o odpowiedź.',
      dueOn: '2999-01-01',
      audience: 'NETWORK',
      ...why,
    }),
  },
  readBalances: { outcomes: 'yfffffff' },
  exportBalances: { outcomes: 'yfffffff' },
  // It is not over yet.
  closeBalanceYear: { outcomes: 'yfffffff', params: () => ({ year: '2200' }) },
  readBalance: { outcomes: 'yyyynnnn', params: concerned },
  exportBalance: { outcomes: 'yyyynnnn', params: concerned },
  printBalance: { outcomes: 'yyyynnnn', params: concerned },
  declareValue: {
    outcomes: 'yyyynnnn',
    params: concerned,
    body: () => ({
      year: 2026,
      kind: 'TRAINING',
      happenedOn: '2025-12-31',
      text: 'Szkolenie z macierzy',
      evidence: 'Lista.',
    }),
  },
  // It is confirmed already.
  confirmValue: { outcomes: 'yyyfnnnn', params: value },
  refuseValue: { outcomes: 'yyyfnnnn', params: value, body: () => ({ reason: 'Brak dowodu.' }) },
  withdrawValue: { outcomes: 'fyyfnnnn', params: value },
  // It comes to that.
  correctValue: {
    outcomes: 'yyyynnnn',
    params: value,
    body: () => ({ rightAmount: 450_000, reason: 'Bez zmian.', evidence: 'Lista.' }),
  },
  followInitiative: { outcomes: 'yyyyyynn', own: 'y', params: initiative, body: () => ({ following: false }) },
  listInitiativeActivity: { outcomes: 'yyyyyynn', own: 'y', params: initiative },
  listProgrammes: { outcomes: 'yyyyyyyy' },
  addProgramme: { outcomes: 'yfffffff', body: () => ({ ...programme, firstYear: 2027, lastYear: 2021 }) },
  changeProgramme: {
    outcomes: 'yfffffnn',
    params: ({ programme: id }) => ({ id }),
    body: () => ({ ...programme, ...stale }),
  },
  followProgramme: {
    outcomes: 'yyyyyynn',
    params: ({ programme: id }) => ({ id }),
    body: () => ({ following: false }),
  },
  listCalls: { outcomes: 'yyyyyyyy', query: '?ours=true' },
  announceCall: {
    outcomes: 'yfffffff',
    body: ({ programme: programmeId }) => ({ ...calling, programmeId, closesAt: '2026-01-01T12:00:00Z' }),
  },
  readCall: { outcomes: 'yyyyyynn', params: call },
  changeCall: { outcomes: 'yfffffnn', params: call, body: () => ({ ...calling, ...stale }) },
  moveDeadline: {
    outcomes: 'yfffffnn',
    params: call,
    body: () => ({ closesAt: '2099-01-01T12:00:00Z', reason: 'Operator wydłużył nabór.', ...stale }),
  },
  cancelCall: { outcomes: 'yfffffnn', params: call, body: () => ({ reason: 'Nie ma środków.', ...stale }) },
  followCall: { outcomes: 'yyyyyynn', params: call, body: () => ({ following: false }) },
  listCallActivity: { outcomes: 'yyyyyynn', params: call },
  // Nobody can read this file.
  previewCalls: { outcomes: 'yfffffff', body: () => ({ fileName: 'nabory.csv', content: '' }) },
  importCalls: { outcomes: 'yfffffff', body: () => ({ fileName: 'nabory.csv', content: '', rows: 'ALL' }) },
  listCallMatches: { outcomes: 'yyyyyynn', params: call },
  planBack: { outcomes: 'yyyyyynn', params: call },
  downloadCallCalendar: { outcomes: 'yyyyyynn', params: call },
  listInitiativeCalls: { outcomes: 'yyyyyynn', params: initiative },
  // More than the call has.
  chooseCall: {
    outcomes: 'yyyyffnn',
    params: ({ initiative: id, call: callId }) => ({ id, callId }),
    body: () => ({ grant: 9_000_000_000_000 }),
  },
  leaveCall: { outcomes: 'yyyyffnn', params: ({ initiative: id, call: callId }) => ({ id, callId }) },
  listNeeds: { outcomes: 'yyyyyyyy' },
  // In no currency.
  stateNeed: { outcomes: 'fyyyyyff', body: () => ({ ...need, cost: 100 }) },
  changeNeed: { outcomes: 'yyyyffnn', params: ({ need: id }) => ({ id }), body: () => ({ ...need, ...stale }) },
  withdrawNeed: {
    outcomes: 'yyyyffnn',
    params: ({ need: id }) => ({ id }),
    body: () => ({ reason: 'Już jest.', ...stale }),
  },
  listCouncilSessions: { outcomes: 'yyyyyyyy' },
  addCouncilSessions: {
    outcomes: 'yyyyffff',
    body: ({ gmina: organizationId }) => ({
      organizationId,
      sessions: [{ heldOn: '2027-01-01', tabledBy: '2027-01-02' }],
    }),
  },
  // There is no such session.
  removeCouncilSession: { outcomes: 'nnnnnnnn', params: ({ resolution: id }) => ({ id }) },
  readCalendarFeed: { outcomes: 'yyyyyyyy' },
  issueCalendarFeed: { outcomes: 'yyyyyyff' },
  revokeCalendarFeed: { outcomes: 'yyyyyyff' },
  readCalendar: { outcomes: 'nnnnnnnn', params: () => ({ token: noToken }), answer: 404 },
  readBudget: { outcomes: 'yyyyyynn', params: initiative },
  planBudget: {
    outcomes: 'yyyyffnn',
    params: initiative,
    body: ({ gmina: organizationId }) => ({
      ...plannedWhole,
      rate,
      shares: [{ organizationId, grant: 80, own: 20, lines: [{ category: 'STAFF', grant: 80, own: 20 }] }],
      ...stale,
    }),
  },
  askForAgreement: { outcomes: 'yyyyffnn', params: initiative, body: () => stale },
  // The gmina's mayor alone agrees for it; the budget is agreed already.
  agreeToShare: { outcomes: 'fyffffnn', params: part, body: () => stale },
  objectToShare: { outcomes: 'fyffffnn', params: part, body: () => ({ reason: 'Za dużo wkładu.', ...stale }) },
  previewBudgetLines: {
    outcomes: 'yyyyffnn',
    params: initiative,
    body: () => ({ fileName: 'budzet.csv', content: 'YTtiO2M=', currency: 'EUR' }),
  },
  exportBudget: { outcomes: 'yyyyyfnn', params: initiative },
  planInstalments: { outcomes: 'yyyyffnn', params: initiative, body: () => ({ instalments: [], ...stale }) },
  writeClaim: {
    outcomes: 'fyyyffnn',
    params: initiative,
    body: ({ gmina: organizationId }) => ({ ...claimed, organizationId, periodTo: '2099-01-01' }),
  },
  changeClaim: { outcomes: 'fyyyffnn', params: claim, body: () => ({ ...claimed, ...stale }) },
  submitClaim: { outcomes: 'fyyyffnn', params: claim, body: () => stale },
  // Nobody decides on the claim of their own gmina.
  acceptClaim: { outcomes: 'yfffffnn', params: claim, body: () => ({ acceptedAmount: 1, ...stale }) },
  returnClaim: { outcomes: 'yfffffnn', params: claim, body: () => ({ reason: 'Brakuje faktury.', ...stale }) },
  recordReceipt: {
    outcomes: 'yyyyffnn',
    params: initiative,
    body: ({ gmina: organizationId }) => ({ organizationId, amount: 1, currency: 'EUR', receivedOn: '2099-01-01' }),
  },
  correctReceipt: {
    outcomes: 'yyyyffnn',
    params: receipt,
    body: () => ({ amount: 1, standsAt: 2, reason: 'Pomyłka w kwocie.' }),
  },
  listTemplates: { outcomes: 'yyyyyyyy' },
  addTemplate: { outcomes: 'yfffffff', body: () => ({ ...template, tasks: [standard, standard] }) },
  readTemplate: { outcomes: 'yyyyyynn', params: ({ template: id }) => ({ id }) },
  changeTemplate: {
    outcomes: 'yfffffnn',
    params: ({ template: id }) => ({ id }),
    body: () => ({ ...template, ...stale }),
  },
  removeTemplate: { outcomes: 'yfffffnn', params: ({ template: id }) => ({ id }), body: () => stale },
  draftTemplate: { outcomes: 'ynnnnnnn', params: network },
  listStandardTasks: { outcomes: 'yyyyyynn', params: network },
  listTopics: { outcomes: 'yyyyyyyy' },
  readNetwork: { outcomes: 'yyyyyynn', params: network },
  activateNetwork: {
    outcomes: 'ynnnnnnn',
    params: proposal,
    body: ({ gmina }) => ({ leadOrganizationId: gmina, ...stale }),
  },
  rejectNetwork: {
    outcomes: 'ynnnnnnn',
    params: proposal,
    body: () => ({ reason: 'Nie teraz.', ...stale }),
  },
  changeLead: {
    outcomes: 'yyyfffnn',
    params: network,
    body: ({ gmina }) => ({ organizationId: gmina, ...stale }),
  },
  changeMandate: {
    outcomes: 'yfffffnn',
    params: network,
    body: () => ({ mandate: { ...resolution, issuingBody: 'BOARD' }, ...stale }),
  },
  extendNetwork: {
    outcomes: 'yfffffnn',
    params: network,
    body: () => ({
      resolution: { ...resolution, issuingBody: 'BOARD' },
      endsOn: '2999-01-01',
      reason: 'Brakuje czasu.',
      ...stale,
    }),
  },
  reviewNetwork: {
    outcomes: 'yyyfffnn',
    params: network,
    body: () => ({ outcome: 'CONTINUE', summary: 'Sieć działa dobrze.', ...stale }),
  },
  beginClosing: { outcomes: 'yyyfffnn', params: network, body: () => stale },
  // A network that the gmina leads and that is closing.
  readClosingReport: { outcomes: 'yyyynnnn', params: closing },
  writeClosingReport: {
    outcomes: 'yyyynnnn',
    params: closing,
    body: () => ({ problem: 'Co było do zrobienia.', done: '', remaining: '', results: [], ...stale }),
  },
  signClosingReport: { outcomes: 'fyffnnnn', params: closing, body: () => stale },
  listMemberships: { outcomes: 'yyyyyynn', params: network },
  requestMembership: {
    outcomes: 'fyyyffnn',
    params: network,
    body: ({ gmina }) => ({ organizationId: gmina }),
  },
  inviteGminas: {
    outcomes: 'yyyyffnn',
    params: network,
    body: ({ gmina }) => ({ organizationIds: [gmina] }),
  },
  acceptMembership: { outcomes: 'fyyfffnn', params: seat },
  confirmMembership: { outcomes: 'fyyfffnn', params: seat },
  admitMembership: { outcomes: 'yyyyffnn', params: seat },
  declineMembership: { outcomes: 'yyyfffnn', params: seat, body: () => ({ reason: 'Nie teraz.' }) },
  leaveNetwork: { outcomes: 'fyyfffnn', params: seat },
  nameSeat: {
    outcomes: 'yyyfffnn',
    params: seat,
    body: ({ network: personId }) => ({ personId, role: 'OFFICIAL' }),
  },
  freeSeat: {
    outcomes: 'nnnfffnn',
    params: ({ network: id, gmina, resolution: seatId }) => ({ id, organizationId: gmina, seatId }),
  },
  listNetworkActivity: { outcomes: 'yyyyyynn', params: network },

  listTasks: { outcomes: 'yyyyyyyy' },
  listAssignments: { outcomes: 'yyyyyyyy' },
  readMatrix: { outcomes: 'yyyyyynn', params: network },
  readCoverage: { outcomes: 'yyyyyyff' },
  exportMemberships: { outcomes: 'yyyyyyff' },
  exportMatrix: { outcomes: 'yyyyyynn', params: network },
  readReach: { outcomes: 'yfffffnn', params: network },
  createTask: {
    outcomes: 'yfffffnn',
    body: ({ network: networkId, gmina }) => ({
      networkId,
      title: 'Zadanie wczorajsze',
      body: 'Treść zadania.',
      dueOn: '2020-01-01',
      organizationIds: [gmina],
    }),
  },
  readTask: { outcomes: 'yyyyynnn', params: task },
  changeForm: {
    outcomes: 'yffffnnn',
    params: form,
    body: () => ({ fields: [{ kind: 'YES_NO', key: 'q1', label: { pl: 'Czy?' } }], ...stale }),
  },
  readAnswers: { outcomes: 'yffffnnn', params: form },
  exportAnswers: { outcomes: 'yffffnnn', params: form },
  listTaskAssignments: { outcomes: 'yyyyynnn', params: task },
  assignTask: {
    outcomes: 'yffffnnn',
    params: task,
    body: ({ gmina }) => ({ organizationIds: [gmina], ...stale }),
  },
  listTaskSeries: { outcomes: 'yyyyyynn', params: network },
  repeatTask: {
    outcomes: 'yffffnnn',
    params: task,
    body: () => ({ recurrence: 'MONTHLY', audience: 'NETWORK', startsOn: '2020-01-01', dueDays: 14 }),
  },
  stopTaskSeries: { outcomes: 'nnnnnnnn', params: task, body: () => stale },
  changeNeeds: { outcomes: 'yffffnnn', params: task, body: () => ({ taskIds: [], ...stale }) },
  closeTask: { outcomes: 'yffffnnn', params: task, body: () => stale },
  listTaskChanges: { outcomes: 'yyyyyyyy' },
  changeTasks: {
    outcomes: 'yfffffff',
    body: ({ task: id }) => ({ tasks: [{ id, ...stale }], change: { kind: 'DUE_ON', dueOn: '2020-01-01' } }),
  },
  // Only one's own can be undone.
  undoTaskChange: { outcomes: 'nnnnnnnn', params: task },
  // Another gmina's share does not exist, even for members of the same network.
  readAssignment: { outcomes: 'yyyynnnn', params: share },
  takeAssignment: { outcomes: 'fyyynnnn', params: share },
  writeAnswer: { outcomes: 'fyyynnnn', params: share, body: () => ({ answer: 'x', ...stale }) },
  submitAnswer: { outcomes: 'fyyynnnn', params: share, body: () => ({ answer: 'x', ...stale }) },
  acceptAnswer: { outcomes: 'yfffnnnn', params: share, body: () => stale },
  returnAnswer: { outcomes: 'yfffnnnn', params: share, body: () => ({ reason: 'Za krótko.', ...stale }) },
  declineAssignment: { outcomes: 'fyyfnnnn', params: share, body: () => ({ reason: 'Nie możemy.', ...stale }) },
  askForTime: { outcomes: 'fyyynnnn', params: share, body: () => ({ dueOn: '2020-01-01', reason: 'Sesja rady.' }) },
  withdrawTimeRequest: { outcomes: 'fyyynnnn', params: share, body: ({ task: requestId }) => ({ requestId }) },
  grantTime: {
    outcomes: 'yfffnnnn',
    params: share,
    body: ({ task: requestId }) => ({ requestId, dueOn: '2020-01-01' }),
  },
  refuseTime: { outcomes: 'yfffnnnn', params: share, body: ({ task: requestId }) => ({ requestId, reason: 'Nie.' }) },
  addStep: { outcomes: 'fyyynnnn', params: share, body: () => ({ text: 'Zapytać wydział.' }) },
  changeStep: { outcomes: 'fnnnnnnn', params: step, body: () => ({ done: true }) },
  removeStep: { outcomes: 'fnnnnnnn', params: step },
  listTaskActivity: { outcomes: 'yyyyynnn', params: task },

  // Documents of the water network, of the task and of Jantarowo's answer; who may add is stopped by an empty file.
  listNetworkDocuments: { outcomes: 'yyyyyynn', params: network },
  listTaskDocuments: { outcomes: 'yyyyynnn', params: task },
  // An answer's files are its gmina's own: not even the secretariat's before they are handed in.
  listAnswerDocuments: { outcomes: 'nyyynnnn', params: share },
  listResolutionDocuments: { outcomes: 'yyyyyynn', params: ({ resolution: id }) => ({ id }) },
  readDocument: { outcomes: 'yyyyyynn', params: document },
  changeDocument: {
    outcomes: 'yyyyffnn',
    params: document,
    body: () => ({ name: 'Notatka.txt', folder: null, ...stale }),
  },
  removeDocument: { outcomes: 'yyyyffnn', params: document, body: () => stale },
  // It stands, and is left as it is.
  restoreDocument: { outcomes: 'yyyyffnn', params: document },
  downloadVersion: { outcomes: 'yyyyyynn', params: ({ document: id }) => ({ id, number: '1' }) },
  previewVersion: { outcomes: 'yyyyyynn', params: ({ document: id }) => ({ id, number: '1' }) },
  beginUpload: {
    outcomes: 'yyyyyfnn',
    body: ({ network: networkId }) => ({ target: { kind: 'NETWORK', networkId }, fileName: 'plan.pdf', bytes: 0 }),
  },
  // An upload of the official's own.
  readUpload: { outcomes: 'nnnynnnn', params: upload },
  sendPart: { outcomes: 'nnnynnnn', params: ({ upload: id }) => ({ id, offset: '0' }) },
  finishUpload: { outcomes: 'nnnynnnn', params: upload },
  cancelUpload: { outcomes: 'nnnynnnn', params: upload },

  // What is said by the water network; who may say something is stopped by a mention of nobody.
  listComments: { outcomes: 'yyyyynnn', params: talk },
  writeComment: {
    outcomes: 'yyyyynnn',
    params: talk,
    body: ({ network: id }) => ({ body: said({ type: 'mention', attrs: { kind: 'PERSON', id } }) }),
  },
  listMentionables: { outcomes: 'yyyyynnn', params: talk },
  countReach: { outcomes: 'yyyyynnn', params: talk, body: () => ({ mentions: [] }) },
  // One's own words are one's own: the official's.
  editComment: {
    outcomes: 'fffyfnnn',
    params: comment,
    body: () => ({ body: said({ type: 'text', text: 'Inaczej.' }), ...stale }),
  },
  removeComment: { outcomes: 'yffyfnnn', params: comment, body: () => stale },
  listCommentVersions: { outcomes: 'yyyyynnn', params: comment },
  addReaction: { outcomes: 'yyyyynnn', params: ({ comment: id }) => ({ id, kind: 'SEEN' }) },
  removeReaction: { outcomes: 'yyyyynnn', params: ({ comment: id }) => ({ id, kind: 'SEEN' }) },
  markAnnouncementRead: { outcomes: 'yyyyynnn', params: comment },
  listReceipts: { outcomes: 'yyfffnnn', params: ({ announcement: id }) => ({ id }) },

  // A ballot of the fictional gminas that is open; whoever may vote votes again, which takes nobody's vote away.
  listBallots: { outcomes: 'yyyyyyyy' },
  writeBallot: { outcomes: 'yfffffff', body: () => unfinished },
  readBallot: { outcomes: 'yyyyyynn', params: ballot },
  changeBallot: { outcomes: 'yfffffnn', params: ballot, body: () => ({ ...unfinished, ...stale }) },
  announceBallot: { outcomes: 'yfffffnn', params: ballot, body: () => stale },
  castVote: {
    outcomes: 'fyffffnn',
    params: ballot,
    body: ({ gmina: organizationId }) => ({ organizationId, choice: 'FOR' }),
  },
  extendBallot: {
    outcomes: 'yfffffnn',
    params: ballot,
    body: () => ({ closesAt: '2020-01-01T00:00:00Z', reason: 'Sesje rad są później.', ...stale }),
  },
  closeBallot: { outcomes: 'yfffffnn', params: ballot, body: () => stale },
  withdrawBallot: { outcomes: 'yfffffnn', params: ballot, body: () => ({ reason: 'Pomyłka.', ...stale }) },
  // It is open yet.
  exportBallot: { outcomes: 'yyyyyynn', params: ballot },
  readPopolo: { outcomes: 'yyyyyynn', params: ballot },
  readProtocol: { outcomes: 'yyyyyynn', params: ballot, query: '?language=pl' },
  // Of a paper that is written tomorrow.
  enterPaperVote: {
    outcomes: 'yfffffnn',
    params: ballot,
    body: ({ gmina: organizationId }) => ({
      organizationId,
      choice: 'FOR',
      office: 'EXECUTIVE',
      reference: 'OG.0057.1',
      on: '2999-01-01',
      trace: 'Przyniósł goniec.',
    }),
  },
  listProxies: { outcomes: 'yyyyyyyy' },
  // For a time that ends before it begins.
  nameProxy: {
    outcomes: 'yyyfffnn',
    body: ({ gmina: organizationId }) => ({
      organizationId,
      email: 'nikt@example.org',
      validFrom: '2026-02-01',
      validUntil: '2026-01-01',
      document: 'Pełnomocnictwo nr 1',
      documentOn: '2026-01-01',
    }),
  },
  revokeProxy: { outcomes: 'yyyfffnn', params: proxy, body: () => ({ reason: 'Wójt zagłosuje sam.' }) },

  // A General Assembly that is convened and not open: whoever gets through to being there is stopped by that.
  listMeetings: { outcomes: 'yyyyyyyy' },
  planMeeting: {
    outcomes: 'yfffffff',
    body: () => ({ ...assembly, agenda: [{ ...assembly.agenda[0], id: nothingHere }] }),
  },
  readMeeting: { outcomes: 'yyyyyynn', params: meeting },
  changeMeeting: { outcomes: 'yfffffnn', params: meeting, body: () => ({ ...assembly, ...stale }) },
  conveneMeeting: { outcomes: 'yfffffnn', params: meeting, body: () => stale },
  openMeeting: { outcomes: 'yfffffnn', params: meeting, body: () => stale },
  closeMeeting: { outcomes: 'yfffffnn', params: meeting, body: () => stale },
  cancelMeeting: { outcomes: 'yfffffnn', params: meeting, body: () => ({ reason: 'Pomyłka.', ...stale }) },
  recordPresence: {
    outcomes: 'yyffffnn',
    params: ({ meeting: id, gmina: organizationId }) => ({ id, organizationId }),
    body: () => ({ present: true, office: 'EXECUTIVE' }),
  },
  readMinutes: { outcomes: 'yyyyyynn', params: ({ meeting: id }) => ({ id }), query: '?language=pl' },
  putPositionToVote: {
    outcomes: 'yfffffnn',
    params: ({ meeting: id, item: itemId }) => ({ id, itemId }),
    body: () => ({ majority: 'SIMPLE', majorityOf: 'VOTES', liveCount: false, minutes: 5, textNumber: 1 }),
  },
  putItemToVote: {
    outcomes: 'yfffffnn',
    params: ({ meeting: id, item: itemId }) => ({ id, itemId }),
    body: () => ({
      questionPl: 'Czy przyjąć?',
      questionEn: 'Adopt?',
      nature: 'OPINION',
      majority: 'SIMPLE',
      majorityOf: 'VOTES',
      liveCount: false,
      minutes: 5,
    }),
  },

  // A partner of this name is known; a person who cannot be reached, and a contact that is still to come, are refused.
  listPartners: { outcomes: 'yyyyyyyy' },
  addPartner: { outcomes: 'yyyyyyff', body: () => knownPartner },
  readPartner: { outcomes: 'yyyyyynn', params: partner },
  changePartner: { outcomes: 'yfffffnn', params: partner, body: () => ({ ...knownPartner, ...stale }) },
  acceptPartner: { outcomes: 'yfffffnn', params: partner, body: () => stale },
  archivePartner: { outcomes: 'yfffffnn', params: partner, body: () => ({ reason: 'Nie odpowiada.', ...stale }) },
  notePartnerPerson: {
    outcomes: 'yyyyyynn',
    params: partner,
    body: () => ({ name: 'Osoba Partnera', role: 'projekty' }),
  },
  removePartnerPerson: { outcomes: 'nnnnnnnn', params: ({ partner: id, task: personId }) => ({ id, personId }) },
  noteContact: { outcomes: 'yyyyyynn', params: partner, body: () => ({ contactedOn: '2999-01-01', about: 'Jutro.' }) },
  removeContact: { outcomes: 'nnnnnnnn', params: ({ partner: id, task: contactId }) => ({ id, contactId }) },
  writeTwin: { outcomes: 'yyyyffnn', params: twin, body: () => ({ since: 2199, about: 'Za wcześnie.' }) },
  // It is no twin town of the gmina.
  endTwin: { outcomes: 'nnnnffnn', params: twin },
  listTwins: { outcomes: 'yyyyyynn', params: ({ gmina: id }) => ({ id }) },
  listGuests: { outcomes: 'yyyyffnn', own: 'f', params: initiative },
  // A gmina is no partner, and there is no such invitation.
  inviteGuest: {
    outcomes: 'yyyyffnn',
    own: 'f',
    params: initiative,
    body: ({ gmina: organizationId }) => ({ organizationId, name: 'Gość', email: 'gosc2@partner.example' }),
  },
  revokeGuest: {
    outcomes: 'nnnnffnn',
    own: 'f',
    params: ({ initiative: id, task: invitationId }) => ({ id, invitationId }),
  },
  listPartnerCards: { outcomes: 'yyyyyyyy' },
  writePartnerCard: { outcomes: 'yyyyyyff', body: () => ({ titlePl: 'Karta z macierzy', budgetFrom: 2, budgetTo: 1 }) },
  readPartnerCard: { outcomes: 'yyyynnnn', params: card },
  changePartnerCard: { outcomes: 'yyyynnnn', params: card, body: () => ({ titlePl: 'Karta z macierzy', ...stale }) },
  publishPartnerCard: { outcomes: 'yyyfnnnn', params: card, body: () => stale },
  closePartnerCard: { outcomes: 'yyyynnnn', params: card, body: () => stale },
  listPublishedCards: { outcomes: 'yyyyyyyy' },
  readPublishedCard: { outcomes: 'yyyyyyyy', params: ({ publicCard: id }) => ({ id }) },
  downloadPublishedCard: { outcomes: 'yyyyyyyy', params: ({ publicCard: id }) => ({ id }) },
  listPositions: { outcomes: 'yyyyyyyy' },
  draftPosition: {
    outcomes: 'yyyyffff',
    body: ({ network: networkId }) => ({ ...cause, titlePl: 'Stanowisko z macierzy', paragraphs, networkId }),
  },
  readDrafting: { outcomes: 'yyyyyyyy' },
  readPosition: { outcomes: 'yyyyyynn', params: position },
  changePosition: { outcomes: 'yyyyffnn', params: position, body: () => ({ ...cause, ...stale }) },
  nameRapporteur: {
    outcomes: 'yyyyffnn',
    params: position,
    body: ({ person: personId }) => ({ personId, ...stale }),
  },
  writePositionText: {
    outcomes: 'yyyyffnn',
    params: position,
    body: () => ({ titlePl: 'Stanowisko z macierzy', paragraphs, ...stale }),
  },
  comparePosition: { outcomes: 'yyyyyynn', params: position, query: '?from=1&to=2' },
  // The consultation is its rapporteur's and the secretariat's.
  openConsultation: {
    outcomes: 'yffyffnn',
    params: position,
    body: () => ({ until: '2020-01-01T00:00:00Z', ...stale }),
  },
  commentPosition: {
    outcomes: 'fyyyffnn',
    params: position,
    body: ({ gmina: organizationId, resolution: paragraphId }) => ({ organizationId, paragraphId, text: 'Dobrze.' }),
  },
  proposeAmendment: {
    outcomes: 'fyyyffnn',
    params: position,
    body: ({ gmina: organizationId, resolution: paragraphId }) => ({
      organizationId,
      paragraphId,
      kind: 'DELETE',
      reason: 'To osobna sprawa.',
      textNumber: 1,
    }),
  },
  // There is no such amendment.
  decideAmendment: {
    outcomes: 'yffyffnn',
    params: amendment,
    body: () => ({ accepted: true, reason: 'Słusznie.', ...stale }),
  },
  withdrawAmendment: { outcomes: 'nnnnnnnn', params: amendment },
  takeStand: { outcomes: 'fyffffnn', params: stand, body: () => ({ stand: 'OBJECTS' }) },
  putToVote: {
    outcomes: 'yfffffnn',
    params: position,
    body: () => ({
      quorum: 'HALF',
      majority: 'SIMPLE',
      majorityOf: 'VOTES',
      closesAt: '2020-01-01T00:00:00Z',
      ...stale,
    }),
  },
  beginSilence: { outcomes: 'yfffffnn', params: position, body: () => ({ until: '2020-01-01T00:00:00Z', ...stale }) },
  // Nobody is asked to be silent on it.
  objectToSilence: {
    outcomes: 'fyffffnn',
    params: position,
    body: ({ gmina: organizationId }) => ({ organizationId, reason: 'Nie zgadzamy się.' }),
  },
  withdrawPosition: { outcomes: 'yffyffnn', params: position, body: () => ({ reason: 'Pomyłka.', ...stale }) },
  recordDissent: { outcomes: 'fyffffnn', params: stand, body: () => ({ pl: 'Jesteśmy przeciw.' }) },
  signPosition: { outcomes: 'fyffffnn', params: position, body: ({ gmina: organizationId }) => ({ organizationId }) },
  setAddressees: { outcomes: 'yffyffnn', params: position, body: () => ({ addressees: [], ...stale }) },
  sendPosition: { outcomes: 'yffyffnn', params: addressee, body: () => ({ channel: 'LETTER' }) },
  recordAnswer: {
    outcomes: 'yffyffnn',
    params: addressee,
    body: () => ({ kind: 'AGREED', receivedOn: '2026-01-01', text: 'Zgoda.' }),
  },
  recordEffect: { outcomes: 'yffyffnn', params: position, body: () => ({ effect: 'Coś się zmieniło.', ...stale }) },
  printPosition: { outcomes: 'yyyyyynn', params: position },
  printAmendments: { outcomes: 'yyyyyynn', params: position, query: '?language=en' },
  listPositionActivity: { outcomes: 'yyyyyynn', params: position },
  listRegister: { outcomes: 'yyyyyyyy' },
  readRegisterFeed: { outcomes: 'yyyyyyyy' },
  readRegistered: { outcomes: 'yyyyyyyy', params: registered },
  printRegistered: { outcomes: 'yyyyyyyy', params: registered },

  readStart: { outcomes: 'yyyyyyyy' },
  search: { outcomes: 'yyyyyyyy', query: '?q=woda' },
  listDemoAccounts: { outcomes: 'yyyyyyyy' },
  listOutbox: { outcomes: 'ynnnnnnn' },
  healthz: { outcomes: 'yyyyyyyy' },
  readyz: { outcomes: 'yyyyyyyy' },
  readOpenApi: { outcomes: 'yyyyyyyy' },
};
