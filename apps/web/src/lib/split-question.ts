/** A sentence that holds the SHA-256 of a text. */
const sentence = /\s*[^.?!]*\b[0-9a-f]{64}\b\.?/;

/**
 * What a question asks, and apart from it the sentence with the fingerprint of the text that is voted on: the question holds it
 * so that the chain of the votes does, too, and nobody votes the wiser for reading it.
 */
export const splitQuestion = (question: string): { readonly asked: string; readonly fingerprint: string | null } => {
  const fingerprint = sentence.exec(question)?.[0] ?? '';
  const asked = question.replace(fingerprint, '').trim();
  return fingerprint === '' || asked === ''
    ? { asked: question, fingerprint: null }
    : { asked, fingerprint: fingerprint.trim() };
};
