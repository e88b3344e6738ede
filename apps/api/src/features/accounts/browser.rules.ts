/** The browser in which somebody signs in, as its request shows it. */
export interface Browser {
  /** The network from which it comes: an IPv4 address, or the first half of an IPv6 one, which a single machine has whole. */
  readonly address: string;
  /** What it is in a few words; null where it does not say. */
  readonly client: string | null;
  /** The session's token that it held before, anybody's. */
  readonly formerToken: string | undefined;
  /** By which it is known again; a new one where it came without. */
  readonly deviceToken: string;
}

/** An address as one counts by it: IPv4 whole, of IPv6 the network of 64 bits. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...gap, ...back].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
};

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
