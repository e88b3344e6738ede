import type {
  AssignmentState,
  BallotState,
  CardState,
  CallState,
  EventKind,
  Goal,
  IdeaState,
  InitiativeLevel,
  InitiativeStage,
  IssuingBody,
  NetworkKind,
  NetworkState,
  Office,
  PartnerKind,
  PartnerState,
  PersonStanding,
  PositionState,
} from '@blizej/contracts';

// What an address may choose by: known where the addresses are, before any page is loaded.

export const networkStates = [
  'PROPOSED',
  'ACTIVE',
  'CLOSING',
  'CLOSED',
  'REJECTED',
] as const satisfies readonly NetworkState[];
export const networkKinds = ['PERMANENT', 'TEMPORARY'] as const satisfies readonly NetworkKind[];

export const assignmentStates = [
  'OPEN',
  'IN_PROGRESS',
  'SUBMITTED',
  'ACCEPTED',
  'RETURNED',
  'DECLINED',
] as const satisfies readonly AssignmentState[];
export const ballotStates = [
  'DRAFT',
  'SCHEDULED',
  'OPEN',
  'CLOSED',
  'WITHDRAWN',
] as const satisfies readonly BallotState[];
export const callStates = [
  'ANNOUNCED',
  'OPEN',
  'CLOSING_SOON',
  'CLOSED',
  'CANCELLED',
] as const satisfies readonly CallState[];
export const positionStates = [
  'DRAFT',
  'CONSULTATION',
  'VOTING',
  'ADOPTED',
  'REJECTED',
  'SENT',
  'ANSWERED',
  'WITHDRAWN',
] as const satisfies readonly PositionState[];
export const initiativeStages = [
  'IDEA',
  'PREPARATION',
  'APPLIED',
  'FUNDED',
  'RUNNING',
  'COMPLETED',
  'ABANDONED',
] as const satisfies readonly InitiativeStage[];
export const initiativeLevels = [
  'LOCAL',
  'INTERMUNICIPAL',
  'REGIONAL',
  'CROSS_BORDER',
] as const satisfies readonly InitiativeLevel[];
export const ideaStates = [
  'SUBMITTED',
  'LATER',
  'INITIATIVE',
  'TASK',
  'MERGED',
  'DECLINED',
  'WITHDRAWN',
] as const satisfies readonly IdeaState[];
/** The ways in which an idea is answered, as an address names them. */
export const ideaAnswers = ['inicjatywa', 'zadanie', 'polaczenie', 'pozniej', 'odmowa'] as const;
export const goals = ['COOPERATION', 'SELF_GOVERNMENT', 'SOCIETY', 'SEA'] as const satisfies readonly Goal[];
export const issuingBodies = ['GENERAL_ASSEMBLY', 'BOARD', 'COUNCIL'] as const satisfies readonly IssuingBody[];
export const validities = ['in-force', 'not-in-force'] as const;

/** The keys of a record, every one of them and no other: in the order in which they are offered. */
const every = <K extends string>(record: Record<K, 0>): readonly K[] => Object.keys(record) as K[];

export const offices = every<Office>({
  EXECUTIVE: 0,
  COORDINATOR: 0,
  DELEGATE: 0,
  OFFICIAL: 0,
  SECRETARIAT: 0,
  PARTNER_CONTACT: 0,
});
export const partnerKinds = every<PartnerKind>({ AUTHORITY: 0, BUSINESS: 0, SCIENCE: 0, NGO: 0, NETWORK: 0 });
export const partnerStates = every<PartnerState>({ ACTIVE: 0, PROPOSED: 0, ARCHIVED: 0 });
export const cardStates = every<CardState>({ DRAFT: 0, PUBLISHED: 0, CLOSED: 0 });
export const standings = every<PersonStanding>({ CURRENT: 0, FORMER: 0, BLOCKED: 0 });

/** What events are about: the beginnings of their kinds. */
export type Topic = EventKind extends infer Kind ? (Kind extends `${infer Name}.${string}` ? Name : never) : never;
export const topics = every<Topic>({
  task: 0,
  assignment: 0,
  document: 0,
  comment: 0,
  network: 0,
  membership: 0,
  organization: 0,
  initiative: 0,
  idea: 0,
  balance: 0,
  partner: 0,
  card: 0,
  programme: 0,
  call: 0,
  need: 0,
  council: 0,
  calendar: 0,
  template: 0,
  ballot: 0,
  meeting: 0,
  budget: 0,
  position: 0,
  resolution: 0,
  dues: 0,
  person: 0,
  invitation: 0,
  appointment: 0,
  municipalities: 0,
});
