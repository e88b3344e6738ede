export { closeBalanceYear } from './actions/close-balance-year.ts';
export { correctValue } from './actions/correct-value.ts';
export { confirmValue, refuseValue } from './actions/decide-value.ts';
export { declareValue } from './actions/declare-value.ts';
export { balancesAnnouncements } from './balances.announcements.ts';
export { BalancesModule } from './balances.module.ts';
