export { type DemandState, type Standing, standingsOf } from './demands.ts';
export { endings, type Happening } from './happenings.ts';
export {
  canBeOverdue,
  countedFrom,
  dueDate,
  OBLIGATION_STATES,
  type ObligationState,
  type ObligationStatus,
  obligationStatus,
} from './obligation.ts';
export { hasEnded, type PossibleState, STATES, type State, type Status, statusFor, statusOf } from './status.ts';
export { describeObligationStatus, describeStatus } from './words.ts';
