import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { htmlOf, textOf, type Letter } from './letter.ts';

/** Where letters are handed in. */
export interface Post {
  /** Resolves when the letter is accepted; rejects where it is not, and the job that sends it tries again. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

export interface PostSettings {
  /** `smtp://` or `smtps://` with user and password; absent: letters become files. */
  readonly smtpUrl: string | undefined;
  /** The folder for letters that nobody sends, one `.eml` file each. */
  readonly mailDir: string;
  /** The sender's address, e.g. `Bliżej <portal@example.org>`. */
  readonly mailFrom: string;
  /** The portal's own address; its host names the letters. */
  readonly publicUrl: string;
}

const messageOf = (letter: Letter, { mailFrom, publicUrl }: PostSettings) => ({
  from: mailFrom,
  to: letter.to,
  subject: letter.subject,
  text: textOf(letter),
  html: htmlOf(letter),
  attachments: (letter.attachments ?? []).map(({ name, type, content }) => ({
    filename: name,
    contentType: type,
    content,
  })),
  messageId: `<${createHash('sha256').update(letter.id).digest('hex').slice(0, 32)}@${new URL(publicUrl).hostname}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': letter.language,
    ...(letter.settings && { 'List-Unsubscribe': `<${letter.settings}>` }),
  },
});

/** The post of this installation: an SMTP server where one is configured, else files. */
export function openPost(settings: PostSettings): Post {
  return settings.smtpUrl ? overSmtp(settings.smtpUrl, settings) : intoFiles(settings);
}

function overSmtp(url: string, settings: PostSettings): Post {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async send(letter) {
      await transport.sendMail(messageOf(letter, settings));
    },
    close: () => transport.close(),
  };
}

function intoFiles(settings: PostSettings): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(letter) {
      const { message } = await transport.sendMail(messageOf(letter, settings));
      await mkdir(settings.mailDir, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${crypto.randomUUID()}.eml`;
      const unfinished = path.join(settings.mailDir, `.${name}`);
      await writeFile(unfinished, message as Buffer, { mode: 0o600 });
      await rename(unfinished, path.join(settings.mailDir, name));
    },
    close: () => undefined,
  };
}
