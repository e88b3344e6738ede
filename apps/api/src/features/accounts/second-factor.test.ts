import { describe, expect, test } from '@jest/globals';
import {
  codeCount,
  describeTotp,
  hashRecoveryCode,
  newRecoveryCodes,
  newTotpKey,
  totpStepOf,
} from './second-factor.ts';

describe('The codes of an authenticator', () => {
  const key = Buffer.from('12345678901234567890');

  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238, appendix B: at %i', (seconds, code) => {
    expect(totpStepOf(key, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  test.each([
    [-2, undefined],
    [-1, 41_152_263],
    [0, 41_152_263],
    [1, 41_152_263],
    [2, undefined],
  ])('count where the clock is off by %i steps: %p', (steps, step) => {
    expect(totpStepOf(key, '005924', new Date((1_234_567_890 + steps * 30) * 1000))).toBe(step);
  });

  test.each(['', '00592', '0059244', '00592x', '٠٠٥٩٢٤'])('%p is none', (code) => {
    expect(totpStepOf(key, code, new Date(1_234_567_890_000))).toBeUndefined();
  });

  test('are typed with a space, and come of a key that is told in two forms', () => {
    expect(totpStepOf(key, '005 924', new Date(1_234_567_890_000))).toBe(41_152_263);
    const told = describeTotp(key, 'ola@jantarowo.example');
    expect(told.key).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(told.uri).toContain('otpauth://totp/');
    expect(new URL(told.uri).searchParams.get('secret')).toBe(told.key);
    expect(decodeURIComponent(told.uri)).toContain('Bliżej:ola@jantarowo.example');
    expect(newTotpKey()).toHaveLength(20);
  });
});

describe('Recovery codes', () => {
  test('are ten, all different', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(codeCount);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  test.each([
    '0123-4567-89ab-cdef',
    '0123456789ABCDEF',
    ' O1z3 4567'.replace('z', '2') + '-89ab-cdef',
    'oI23-4567-89ab-cdef',
  ])('%p is the same code', (typed) => {
    expect(hashRecoveryCode(typed)).toEqual(hashRecoveryCode('0123-4567-89ab-cdef'));
  });

  test('another one is another', () => {
    expect(hashRecoveryCode('0123-4567-89ab-cdeg')).not.toEqual(hashRecoveryCode('0123-4567-89ab-cdef'));
  });
});
