export { agreeToShare, askForAgreement } from './actions/agree-on-budget.ts';
export { submitClaim, writeClaim } from './actions/claim-money.ts';
export { acceptClaim, returnClaim } from './actions/decide-claim.ts';
export { planBudget } from './actions/plan-budget.ts';
export { planInstalments } from './actions/plan-instalments.ts';
export { correctReceipt, recordReceipt } from './actions/record-receipt.ts';
export { budgetsAnnouncements } from './budgets.announcements.ts';
export { BudgetsModule } from './budgets.module.ts';
export { claimToDecide, shareToAgree } from './budgets.store.ts';
