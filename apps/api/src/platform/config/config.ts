import { join } from 'node:path';
import { z } from 'zod';
import type { S3Settings } from '../files/s3-store.ts';
import type { ClamdSettings } from '../files/virus-scanner.ts';
import { oidcProviders, type OidcProvider } from './oidc-providers.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const onOff = z.enum(['0', '1']).transform((value) => value === '1');

const variables = z.object({
  /** Where the portal listens; 0 takes any free port. */
  PORT: port.default(3000),
  /** The address it listens on. Localhost unless a proxy or a container needs another. */
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections to the database for each instance. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** The demo association with its people, who sign in with one click. */
  DEMO: onOff.default(false),
  /** The built web application. */
  WEB_DIR: z.string().min(1).optional(),
  /** The portal's own address as people type it; secure cookies follow from https. Links in letters begin with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where the portal keeps files. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** The server that sends the letters, e.g. smtps://user:password@host:465; without it they become files under DATA_DIR. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whose name the letters bear. */
  MAIL_FROM: z.string().min(3).default('Bliżej <portal@localhost>'),
  /** Addresses of the reverse proxies in front, comma-separated; only theirs may say who the client is. */
  TRUSTED_PROXIES: z
    .string()
    .optional()
    .transform((list) =>
      (list ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  /** Who is invited to the secretariat where nobody works there yet: `Name Surname <address>`. */
  FIRST_SECRETARY: z
    .string()
    .regex(/^[^<>]{2,120} <[^<>\s]+@[^<>\s]+>$/, 'write it as Name Surname <address@example.org>')
    .optional(),
  /** 32 random bytes in base64 that seal what must be read again (keys of second factors); else a file under DATA_DIR. */
  SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'write 32 random bytes in base64 (openssl rand -base64 32)')
    .optional(),
  /** Whether the secretariat has to sign in with a second factor: always, but in the demo. */
  SECOND_FACTOR_REQUIRED: onOff.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Failed sign-ins in ten minutes: for one account from one address or device, for one address, and for one account. */
  SIGN_IN_LIMIT: z.coerce.number().int().min(1).default(10),
  SIGN_IN_ADDRESS_LIMIT: z.coerce.number().int().min(1).default(200),
  SIGN_IN_ACCOUNT_LIMIT: z.coerce.number().int().min(1).default(50),
  /** What an address may call without a session in a minute: pages; and documents, feeds and files. */
  PUBLIC_LIMIT: z.coerce.number().int().min(1).default(1_200),
  PUBLIC_FILE_LIMIT: z.coerce.number().int().min(1).default(300),
  /** How much room the files of each organization have, in MB. */
  ORGANIZATION_QUOTA_MB: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
  /** A server that speaks S3 and a bucket on it, where the files are kept; else under DATA_DIR. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'write the name of a bucket')
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** Where ClamAV's clamd listens, which looks for malware in files: host:port. */
  CLAMD: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, 'write it as host:port')
    .optional(),
  /** Outside providers through which people sign in: a JSON array, see docs/operations.md. */
  OIDC_PROVIDERS: oidcProviders.default([]),
});

/** What has to be said of S3 where any of it is said. */
const ofS3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const environment = variables
  .refine(({ OIDC_PROVIDERS, PUBLIC_URL }) => PUBLIC_URL || OIDC_PROVIDERS.length === 0, {
    path: ['PUBLIC_URL'],
    message: 'the providers of OIDC_PROVIDERS send people back to it',
  })
  .check(({ value, issues }) => {
    const missing = ofS3.filter((name) => value[name] === undefined);
    if (missing.length === ofS3.length) return;
    for (const name of missing) {
      issues.push({ code: 'custom', path: [name], input: undefined, message: `S3 needs all of ${ofS3.join(', ')}` });
    }
  });

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly demo: boolean;
  readonly webDir: string | undefined;
  /** Whether cookies are `__Host-` and `Secure`. */
  readonly secure: boolean;
  /** The portal's own address, without a slash at its end. */
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  /** The folder of letters that nobody sends. */
  readonly mailDir: string;
  readonly mailFrom: string;
  readonly firstSecretary: { readonly name: string; readonly email: string } | undefined;
  readonly trustedProxies: readonly string[];
  /** 32 bytes; absent: the file named below has them. */
  readonly secretKey: Buffer | undefined;
  readonly secretKeyFile: string;
  readonly secondFactorRequired: boolean;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  readonly signInLimit: number;
  readonly signInAddressLimit: number;
  readonly oidcProviders: readonly OidcProvider[];
  readonly signInAccountLimit: number;
  readonly publicLimit: number;
  readonly publicFileLimit: number;
  /** Bytes that the files of one organization may come to. */
  readonly quotaBytes: number;
  /** The folder of the files, where no S3 is configured. */
  readonly filesDir: string;
  readonly s3: S3Settings | undefined;
  readonly clamd: ClamdSettings | undefined;
}

const nameAndAddress = (text: string | undefined): Config['firstSecretary'] => {
  const [, name, email] = /^(.+) <(.+)>$/.exec(text ?? '') ?? [];
  return name && email ? { name, email: email.toLowerCase() } : undefined;
};

const s3Of = (is: z.output<typeof variables>): S3Settings | undefined =>
  is.S3_ENDPOINT && is.S3_BUCKET && is.S3_ACCESS_KEY_ID && is.S3_SECRET_ACCESS_KEY
    ? {
        endpoint: is.S3_ENDPOINT,
        bucket: is.S3_BUCKET,
        region: is.S3_REGION,
        accessKeyId: is.S3_ACCESS_KEY_ID,
        secretAccessKey: is.S3_SECRET_ACCESS_KEY,
      }
    : undefined;

const hostAndPort = (text: string | undefined): ClamdSettings | undefined => {
  const [host, digits] = text?.split(':') ?? [];
  return host && digits ? { host, port: Number(digits) } : undefined;
};

/** What is not repeated, for it may hold a password. */
const secret = new Set(['DATABASE_URL', 'SMTP_URL', 'SECRET_KEY', 'OIDC_PROVIDERS', 'S3_SECRET_ACCESS_KEY']);

/** The environment is wrong; the message says which variable and why, one a line. */
export class ConfigError extends Error {}

/** Reads the environment once. @throws ConfigError with a sentence for each wrong value */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues
        .map(({ path, message }) => {
          const [name, ...within] = path.map(String) as [string, ...string[]];
          const why = [...(within.length > 0 ? [within.join('.')] : []), message].join(': ');
          return name in set
            ? `${name}=${secret.has(name) ? '…' : set[name]} cannot be used: ${why}.`
            : `${name} is not set: ${message}.`;
        })
        .join('\n'),
    );
  }
  const is = parsed.data;
  return {
    port: is.PORT,
    host: is.HOST,
    databaseUrl: is.DATABASE_URL,
    databasePool: is.DATABASE_POOL,
    demo: is.DEMO,
    webDir: is.WEB_DIR,
    secure: is.PUBLIC_URL?.startsWith('https:') ?? false,
    publicUrl: (is.PUBLIC_URL ?? `http://localhost:${is.PORT}`).replace(/\/+$/, ''),
    smtpUrl: is.SMTP_URL,
    mailDir: join(is.DATA_DIR, 'mail'),
    mailFrom: is.MAIL_FROM,
    firstSecretary: nameAndAddress(is.FIRST_SECRETARY),
    trustedProxies: is.TRUSTED_PROXIES,
    secretKey: is.SECRET_KEY === undefined ? undefined : Buffer.from(is.SECRET_KEY, 'base64'),
    secretKeyFile: join(is.DATA_DIR, 'secret.key'),
    secondFactorRequired: is.SECOND_FACTOR_REQUIRED ?? !is.DEMO,
    logLevel: is.LOG_LEVEL,
    signInLimit: is.SIGN_IN_LIMIT,
    signInAddressLimit: is.SIGN_IN_ADDRESS_LIMIT,
    oidcProviders: is.OIDC_PROVIDERS,
    signInAccountLimit: is.SIGN_IN_ACCOUNT_LIMIT,
    publicLimit: is.PUBLIC_LIMIT,
    publicFileLimit: is.PUBLIC_FILE_LIMIT,
    quotaBytes: is.ORGANIZATION_QUOTA_MB * 1_000_000,
    filesDir: join(is.DATA_DIR, 'files'),
    s3: s3Of(is),
    clamd: hostAndPort(is.CLAMD),
  };
};
