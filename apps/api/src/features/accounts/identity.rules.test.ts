import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../kernel/problems.ts';
import { identityOf, pageOfFailure } from './identity.rules.ts';

const provider = {
  id: 'poczta',
  name: { pl: 'Poczta', en: 'Mail' },
  mapping: 'email',
  emailClaim: 'email',
  acrValues: [],
} as const;

describe('What a provider proves', () => {
  test.each([
    [
      { email: ' Ala@Gmina.Example ', email_verified: true },
      { email: 'ala@gmina.example', isUnverified: false },
    ],
    [
      { email: 'ala@gmina.example', email_verified: 'true' },
      { email: 'ala@gmina.example', isUnverified: false },
    ],
    [
      { email: 'ala@gmina.example', email_verified: false },
      { email: null, isUnverified: true },
    ],
    [
      { email: 'ala@gmina.example', email_verified: 'false' },
      { email: null, isUnverified: true },
    ],
    [{ email: 'ala@gmina.example' }, { email: null, isUnverified: true }],
    [{ email_verified: true }, { email: null, isUnverified: true }],
    [
      { email: ['ala@gmina.example'], email_verified: true },
      { email: null, isUnverified: true },
    ],
  ])('of an e-mail: %j', (claims, read) => {
    expect(identityOf(provider, { sub: 'ala', ...claims })).toMatchObject({ subject: 'ala', ...read });
  });

  test('where it introduces nobody by e-mail, the e-mail says nothing', () => {
    const claims = { sub: 'ala', email: 'ala@gmina.example', email_verified: true };
    expect(identityOf({ ...provider, mapping: 'subject' }, claims)).toMatchObject({ email: null, isUnverified: false });
  });

  test('an e-mail may have another name', () => {
    const claims = { sub: 'ala', upn: 'ala@gmina.example', email: 'other@gmina.example', email_verified: true };
    expect(identityOf({ ...provider, emailClaim: 'upn' }, claims).email).toBe('ala@gmina.example');
  });

  test.each([
    [{}, false],
    [{ acr: 'low' }, false],
    [{ acr: 'substantial' }, true],
  ])('as surely as was asked for: %j', (claims, isEnough) => {
    const read = () => identityOf({ ...provider, acrValues: ['substantial', 'high'] }, { sub: 'ala', ...claims });
    if (isEnough) expect(read().subject).toBe('ala');
    else expect(read).toThrow(new Problem('assurance-too-low'));
  });
});

describe('What went wrong is told', () => {
  test.each([
    [{}, '/logowanie?problem=attempt-ended'],
    [{ returnTo: '/app', linkFor: null }, '/logowanie?problem=attempt-ended'],
    [
      { returnTo: '/app/sieci?stan=ACTIVE', linkFor: null },
      '/logowanie?problem=attempt-ended&powrot=%2Fapp%2Fsieci%3Fstan%3DACTIVE',
    ],
    [{ returnTo: '/app', linkFor: 'somebody' }, '/app/profil/bezpieczenstwo?problem=attempt-ended'],
  ])('where one can try again: %j', (attempt, page) => {
    expect(pageOfFailure(attempt, 'attempt-ended')).toBe(page);
  });
});
