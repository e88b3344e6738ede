/** The check of a form's answers, by itself: whoever asks for it as a whole carries the schemas of all features. */
export { checkAnswers } from '../../lib/contract.ts';
