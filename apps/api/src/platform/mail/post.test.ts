import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { openPost } from './post.ts';
import type { Letter } from './letter.ts';

const letter: Letter = {
  id: 'list-1',
  to: { name: 'Świętosława "Żółć" <kogoś>', address: 'odbiorca@example.org' },
  language: 'pl',
  subject: 'Zażółć gęślą jaźń\r\nBcc: ktos@example.org',
  paragraphs: ['Dzień dobry,', '<script>alert(1)</script>'],
  action: { label: 'Otwórz', url: 'http://localhost:3000/x?a=1&b=2' },
  footer: 'Stopka',
};

describe('The post', () => {
  const received: { email: Email; recipients: string[] }[] = [];
  let refuses = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuses) return done(new Error('Mailbox full'));
        void PostalMime.parse(Buffer.concat(chunks)).then((email) => {
          received.push({ email, recipients: session.envelope.rcptTo.map(({ address }) => address) });
          done();
        });
      });
    },
  });
  const settings = { mailDir: 'unused', mailFrom: 'Portal <portal@example.org>', publicUrl: 'https://portal.example' };
  let smtpUrl: string;

  beforeAll(async () => {
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((closed) => server.close(closed)));

  test('hands a letter to an SMTP server: to one reader, in both forms, with no header smuggled in', async () => {
    const post = openPost({ ...settings, smtpUrl });
    await post.send(letter);
    post.close();
    const [{ email, recipients } = { email: undefined, recipients: [] }] = received;
    expect(recipients).toEqual(['odbiorca@example.org']);
    expect(email?.subject).toBe('Zażółć gęślą jaźń Bcc: ktos@example.org');
    expect(email?.from?.address).toBe('portal@example.org');
    expect(email?.text).toContain('Otwórz:\nhttp://localhost:3000/x?a=1&b=2');
    expect(email?.html).not.toContain('<script>');
    expect(email?.messageId).toMatch(/^<[0-9a-f]{32}@portal\.example>$/);
  });

  test('rejects where the server refuses, so that the job is tried again', async () => {
    refuses = true;
    const post = openPost({ ...settings, smtpUrl });
    await expect(post.send(letter)).rejects.toThrow(/Mailbox full/);
    post.close();
  });

  test('rejects where nobody listens', async () => {
    const post = openPost({ ...settings, smtpUrl: 'smtp://127.0.0.1:9' });
    await expect(post.send(letter)).rejects.toThrow(/ECONNREFUSED/);
    post.close();
  });
});
