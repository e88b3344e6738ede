export { addIndicator, measure } from './actions/measure-initiative.ts';
export { moveInitiative } from './actions/move-initiative.ts';
export { assessRisks, planMilestones } from './actions/plan-initiative.ts';
export { proposeInitiative, proposeWithin } from './actions/propose-initiative.ts';
export { confirmPart, declarePart } from './actions/take-part.ts';
export { publishCard } from './actions/publish-card.ts';
export { recordDecision } from './actions/record-decision.ts';
export { isLive } from './initiative.lifecycle.ts';
export {
  initiativeIsShared,
  initiativeIsVisible,
  isFormer,
  lockInitiative,
  takingGminas,
  workingOn,
} from './initiatives.store.ts';
export { tellOfLeaving } from './tell-of-leaving.ts';
export { everybodyConcerned } from './initiative-event.ts';
export { isLive } from './initiative.lifecycle.ts';
export { initiativePolicy } from './initiative.policy.ts';
export { lockToChange as lockInitiativeToChange } from './actions/lock-to-change.ts';
export { everybodyConcerned } from './initiative-event.ts';
export { isLive } from './initiative.lifecycle.ts';
export { initiativePolicy } from './initiative.policy.ts';
export { initiativeIsVisible, type LockedInitiative } from './initiatives.store.ts';
export { initiativesAnnouncements } from './initiatives.announcements.ts';
export { letFollow } from './initiatives.store.ts';
export { InitiativesModule } from './initiatives.module.ts';
export { initiativeIsVisible, lockInitiative } from './initiatives.store.ts';
export { everybodyConcerned } from './initiative-event.ts';
export { isLive } from './initiative.lifecycle.ts';
export { initiativePolicy } from './initiative.policy.ts';
export { initiativeIsVisible, lockInitiative, type LockedInitiative } from './initiatives.store.ts';
