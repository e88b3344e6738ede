export { addIndicator, measure } from './actions/measure-initiative.ts';
export { lockToChange as lockInitiativeToChange } from './actions/lock-to-change.ts';
export { moveInitiative } from './actions/move-initiative.ts';
export { assessRisks, planMilestones } from './actions/plan-initiative.ts';
export { proposeInitiative, proposeWithin } from './actions/propose-initiative.ts';
export { publishCard } from './actions/publish-card.ts';
export { recordDecision } from './actions/record-decision.ts';
export { confirmPart, declarePart } from './actions/take-part.ts';
export { everybodyConcerned } from './initiative-event.ts';
export { isLive } from './initiative.lifecycle.ts';
export { initiativePolicy } from './initiative.policy.ts';
export { initiativesAnnouncements } from './initiatives.announcements.ts';
export { InitiativesModule } from './initiatives.module.ts';
export {
  carrierOf,
  initiativeIsLive,
  initiativeIsShared,
  initiativeIsVisible,
  isFormer,
  letFollow,
  lockInitiative,
  partToConfirm,
  takingGminas,
  workingOn,
  type LockedInitiative,
} from './initiatives.store.ts';
export { tellOfLeaving } from './tell-of-leaving.ts';
