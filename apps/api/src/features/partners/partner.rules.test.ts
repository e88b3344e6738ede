import { describe, expect, test } from '@jest/globals';
import { office, partnerKind, partnerState, type Office } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { cardLifecycle, isInUse, partnerLifecycle } from './partner.lifecycle.ts';
import { cardPolicy, partnerPolicy } from './partner.policy.ts';
import { budgetIssues, contactIssues, missingOf, publicationIssues, reachIssues, twinIssues } from './partner.rules.ts';

const working: Office[] = ['EXECUTIVE', 'COORDINATOR', 'OFFICIAL', 'SECRETARIAT'];
const deciding: Office[] = ['EXECUTIVE', 'COORDINATOR', 'SECRETARIAT'];
const holder = (held: Office, where = 'own') => actorWith([held, held === 'SECRETARIAT' ? 'secretariat' : where]);

test('A proposal is accepted or turned down; who is archived can come back', () => {
  expect(partnerState.options.filter((state) => partnerLifecycle.allows(state, 'accept'))).toEqual([
    'PROPOSED',
    'ARCHIVED',
  ]);
  expect(partnerState.options.filter((state) => partnerLifecycle.allows(state, 'archive'))).toEqual([
    'PROPOSED',
    'ACTIVE',
  ]);
  expect(partnerState.options.filter(isInUse)).toEqual(['PROPOSED', 'ACTIVE']);
  expect(cardLifecycle.allows('CLOSED', 'publish') || cardLifecycle.allows('CLOSED', 'close')).toBe(false);
});

test('Days and ways are checked: a contact tomorrow, a person who cannot be reached, a university as a twin town', () => {
  expect(contactIssues('2026-02-02', '2026-02-01')).toMatchObject([{ code: 'in_future' }]);
  expect(contactIssues('2026-02-01', '2026-02-01')).toEqual([]);
  expect(reachIssues({})).toMatchObject([{ pointer: '/email', code: 'contact_missing' }]);
  expect(reachIssues({ phone: '+46 1' })).toEqual([]);
  expect(partnerKind.options.filter((kind) => twinIssues(kind, 2026, '2026-02-01').length === 0)).toEqual([
    'AUTHORITY',
  ]);
  expect(twinIssues('AUTHORITY', 2027, '2026-12-31')).toMatchObject([{ pointer: '/since' }]);
  expect(budgetIssues({ budgetFrom: 2, budgetTo: 1 })).toMatchObject([{ code: 'above_maximum' }]);
  expect(budgetIssues({ budgetFrom: 2 })).toEqual([]);
});

test('A card is public only as a whole, in both languages', () => {
  const bare = { titlePl: 'Tytuł', sought: [{ bringsEn: null }] };
  const missing = missingOf(bare);
  expect(missing).toEqual(expect.arrayContaining(['titleEn', 'challengePl', 'aboutEn', 'officeEmail', 'sought']));
  expect(missing).not.toContain('titlePl');
  expect(publicationIssues(bare)).toContainEqual({ in: 'body', pointer: '/titleEn', code: 'required' });
  const whole = Object.fromEntries(missing.map((field) => [field, 'x']));
  expect(missingOf({ ...whole, titlePl: 'Tytuł', sought: [{ bringsEn: 'A port.' }] })).toEqual([]);
});

describe('Among the holders of each office', () => {
  const proposal = { state: 'PROPOSED', proposedById: 'own' } as const;
  const draft = { state: 'DRAFT', ownerId: 'own' } as const;
  test.each<[string, (held: Office) => boolean, Office[]]>([
    ['add', (held) => partnerPolicy.add(holder(held)), working],
    ['add at once', (held) => partnerPolicy.addsAtOnce(holder(held)), ['SECRETARIAT']],
    ['change a proposal of their own', (held) => partnerPolicy.change(holder(held), proposal), working],
    [
      'change what stands in the directory',
      (held) => partnerPolicy.change(holder(held), { ...proposal, state: 'ACTIVE' }),
      ['SECRETARIAT'],
    ],
    ['decide', (held) => partnerPolicy.decide(holder(held)), ['SECRETARIAT']],
    ['note', (held) => partnerPolicy.note(holder(held)), working],
    [
      'know the people of whom they work with',
      (held) => partnerPolicy.readPerson(holder(held), { notedForId: 'other', worksWith: ['own'] }),
      working,
    ],
    [
      'know those of others',
      (held) => partnerPolicy.readPerson(holder(held), { notedForId: 'other', worksWith: ['third'] }),
      ['SECRETARIAT'],
    ],
    ['keep the gmina’s twin towns', (held) => partnerPolicy.twin(holder(held), 'own'), working],
    ['keep those of another', (held) => partnerPolicy.twin(holder(held), 'other'), ['SECRETARIAT']],
    ['change a draft', (held) => cardPolicy.change(holder(held), draft), working],
    ['change what is public', (held) => cardPolicy.change(holder(held), { ...draft, state: 'PUBLISHED' }), deciding],
    ['publish', (held) => cardPolicy.publish(holder(held), draft), deciding],
  ])('%s', (_, may, expected) => {
    expect(office.options.filter(may).toSorted()).toEqual(expected.toSorted());
  });

  test('a guest sees nothing of the directory, not even the own organization', () => {
    const guest = partnerPolicy.visible(holder('PARTNER_CONTACT', 'abroad'));
    expect(guest).toEqual({ everything: false, directory: false, organizationIds: [] });
    expect(partnerPolicy.visible(holder('DELEGATE'))).toMatchObject({ directory: true, organizationIds: ['own'] });
  });
});
