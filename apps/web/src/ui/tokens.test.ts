import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const themeOf = (name: 'light' | 'dark'): Map<string, string> => {
  const block = new RegExp(`\\[data-theme='${name}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, token = '', colour = '']) => [token, colour]),
  );
};

/** Relative luminance of an sRGB colour (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Text on the grounds on which it is set: at least 4.5 (1.4.3). */
const texts: Record<string, readonly string[]> = {
  ink: ['ground', 'surface', 'sunken', 'sea-wash', 'amber-wash', 'good-wash', 'bad-wash'],
  soft: ['ground', 'surface', 'sunken', 'sea-wash', 'amber-wash', 'bad-wash'],
  sea: ['ground', 'surface', 'sunken', 'sea-wash', 'amber-wash'],
  'sea-strong': ['ground', 'surface', 'sunken', 'sea-wash'],
  'amber-text': ['ground', 'surface', 'sunken', 'amber-wash'],
  good: ['ground', 'surface', 'sunken', 'good-wash'],
  bad: ['ground', 'surface', 'sunken', 'bad-wash'],
  'on-deep': ['deep', 'deep-raised'],
  'on-deep-soft': ['deep', 'deep-raised'],
  'on-amber': ['amber', 'amber-strong'],
  'on-sea': ['sea', 'sea-strong', 'map-member'],
  'on-bad': ['bad', 'bad-strong'],
};

/** Edges of controls, focus rings and what a picture tells: at least 3 (1.4.11). */
const shapes: Record<string, readonly string[]> = {
  control: ['ground', 'surface', 'sunken'],
  sea: ['ground', 'surface', 'sunken'],
  amber: ['deep'],
  'amber-edge': ['ground', 'surface', 'sunken'],
  'map-member': ['map-other', 'map-sea'],
};

describe.each(['light', 'dark'] as const)('The %s theme', (name) => {
  const theme = themeOf(name);
  const pairs = (table: Record<string, readonly string[]>) =>
    Object.entries(table).flatMap(([front, backs]) => backs.map((back) => [front, back] as const));
  const measured = (front: string, back: string): number => contrast(theme.get(front) ?? '', theme.get(back) ?? '');

  test.each(pairs(texts))('sets %s on %s so that it can be read', (front, back) => {
    expect(measured(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(shapes))('draws %s on %s so that it can be made out', (front, back) => {
    expect(measured(front, back)).toBeGreaterThanOrEqual(3);
  });
});

test('Both themes name the same tokens', () => {
  expect([...themeOf('dark').keys()]).toEqual([...themeOf('light').keys()]);
});
