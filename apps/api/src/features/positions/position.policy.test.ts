import { expect, test } from '@jest/globals';
import { actorWith } from '../../../test/actors.ts';
import { positionPolicy } from './position.policy.ts';

test('A position is kept by the secretariat, and by its rapporteur while acting for whoever drafts it', () => {
  const rapporteur = actorWith(['OFFICIAL', 'own']);
  const position = { proposedById: 'own', rapporteurId: rapporteur.personId };
  // In the name of another gmina, for which the same person works too.
  const elsewhere = { ...actorWith(['OFFICIAL', 'other']), personId: rapporteur.personId };
  const colleague = { ...actorWith(['OFFICIAL', 'own']), personId: 'colleague' };
  expect(
    [rapporteur, actorWith(['SECRETARIAT', 'secretariat']), elsewhere, colleague].map((actor) => [
      positionPolicy.keep(actor, position),
      positionPolicy.withdraw(actor, { ...position, state: 'DRAFT' }),
    ]),
  ).toEqual([
    [true, true],
    [true, true],
    [false, false],
    [false, false],
  ]);
});
