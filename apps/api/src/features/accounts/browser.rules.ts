/** The browser in which somebody signs in, as its request shows it. */
export interface Browser {
  /** The network address from which it comes. */
  readonly address: string;
  /** What it is in a few words; null where it does not say. */
  readonly client: string | null;
  /** The session's token that it held before, anybody's. */
  readonly formerToken: string | undefined;
  /** By which it is known again; a new one where it came without. */
  readonly deviceToken: string;
}

// The order counts: many browsers also name those whom they resemble.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPT|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.+\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (userAgent: string, names: readonly (readonly [RegExp, string])[]): string | undefined =>
  names.find(([sign]) => sign.test(userAgent))?.[1];

/** Browser and system in a few words, as their owner would call them; null where neither could be told. */
export const clientOf = (userAgent: string | undefined): string | null => {
  const known = (userAgent ?? '').slice(0, 400);
  return [nameIn(known, browsers), nameIn(known, systems)].filter(Boolean).join(', ') || null;
};
