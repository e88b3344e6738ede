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
  /** One that the gmina leads. */
  readonly initiative: string;
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
  /** One in its consultation, of which the gmina's official is rapporteur; and one that is adopted and public. */
  readonly position: string;
  readonly registered: string;
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
  readonly params?: (subject: Subject) => Record<string, string>;
  readonly query?: string;
  readonly body?: (subject: Subject) => object;
  /** What a public route answers this row with, where it is not 200. */
  readonly answer?: number;
}

export const outcomeOf = (row: Row, viewer: Viewer): Outcome =>
  letters[row.outcomes[viewers.indexOf(viewer)] ?? ''] ?? 'nothing';

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
const described = {
  titlePl: 'Inicjatywa z macierzy',
  summaryPl: 'Opis tej inicjatywy.',
  benefit: 'Korzyść z tej inicjatywy.',
  goals: ['SEA'],
};
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
const comment = ({ comment: id }: Subject) => ({ id });
const said = (piece: object) => ({ type: 'doc', content: [{ type: 'paragraph', content: [piece] }] });
const ballot = ({ ballot: id }: Subject) => ({ id });
/** A resolution without its legal basis. */
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
  readInitiative: { outcomes: 'yyyyyynn', params: initiative },
  changeInitiative: { outcomes: 'yyyyffnn', params: initiative, body: () => ({ ...described, ...stale }) },
  moveInitiative: {
    outcomes: 'yyyyffnn',
    params: initiative,
    body: () => ({ stage: 'ABANDONED', reason: 'Nie ma środków.', ...stale }),
  },
  changeLevel: {
    outcomes: 'yyyyffnn',
    params: initiative,
    body: () => ({ level: 'LOCAL', reason: 'Została jedna gmina.', ...stale }),
  },
  // Who takes part already is stopped by that.
  declarePart: {
    outcomes: 'fyyyffnn',
    params: initiative,
    body: ({ gmina: organizationId }) => ({ organizationId, role: 'PARTNER', part: 'Wkład gminy.' }),
  },
  confirmPart: { outcomes: 'fyyfffnn', params: part },
  withdrawPart: { outcomes: 'fyyfffnn', params: part, body: () => ({ reason: 'Nie ma środków.', ...stale }) },
  changeLeadPartner: { outcomes: 'yyyfffnn', params: part, body: () => stale },
  planMilestones: { outcomes: 'yyyyffnn', params: initiative, body: () => ({ milestones: [], ...stale }) },
  assessRisks: { outcomes: 'yyyyffnn', params: initiative, body: () => ({ risks: [], ...stale }) },
  addIndicator: {
    outcomes: 'yyyyffnn',
    params: initiative,
    body: () => ({ namePl: 'Miejsca', unit: 'szt.', baseline: 0, target: 1, ...stale }),
  },
  // There is no such indicator.
  removeIndicator: { outcomes: 'nnnnffnn', params: indicator },
  measure: {
    outcomes: 'nnnnffnn',
    params: indicator,
    body: () => ({ value: 1, measuredOn: '2026-01-01', evidence: 'Protokół.' }),
  },
  followInitiative: { outcomes: 'yyyyyynn', params: initiative, body: () => ({ following: false }) },
  listInitiativeActivity: { outcomes: 'yyyyyynn', params: initiative },
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
  listPositions: { outcomes: 'yyyyyyyy' },
  draftPosition: {
    outcomes: 'yyyyffff',
    body: ({ network: networkId }) => ({ ...cause, titlePl: 'Stanowisko z macierzy', paragraphs, networkId }),
  },
  readDrafting: { outcomes: 'yyyyyyyy' },
  readPosition: { outcomes: 'yyyyyynn', params: position },
  changePosition: { outcomes: 'yyyyffnn', params: position, body: () => ({ ...cause, ...stale }) },
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
  listDemoAccounts: { outcomes: 'yyyyyyyy' },
  listOutbox: { outcomes: 'ynnnnnnn' },
  healthz: { outcomes: 'yyyyyyyy' },
  readyz: { outcomes: 'yyyyyyyy' },
  readOpenApi: { outcomes: 'yyyyyyyy' },
};
