import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

export type Verdict = 'CLEAN' | 'INFECTED';

/** Looks for malware in files. Null stands for none: then every file is taken for clean at once. */
export interface VirusScanner {
  /** @throws Error where no verdict could be had; it is then asked for again later */
  scan(content: Readable): Promise<Verdict>;
}

/** Where clamd listens. */
export interface ClamdSettings {
  readonly host: string;
  readonly port: number;
}

/** How long clamd may say nothing, in milliseconds: a big archive takes its time. */
const patience = 120_000;

/** ClamAV's daemon over TCP, by its INSTREAM command: the file is sent in chunks, each after its length. */
export class Clamd implements VirusScanner {
  constructor(private readonly settings: ClamdSettings) {}

  async scan(content: Readable): Promise<Verdict> {
    const socket = connect(this.settings);
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd did not answer in time.')));
    try {
      // An answer before the end (the size limit of clamd) ends the sending too.
      const answer = answerOf(socket);
      await Promise.race([send(socket, content), answer]);
      return verdictOf(await answer);
    } finally {
      content.destroy();
      socket.destroy();
    }
  }
}

async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (said.includes('\0')) resolve(said.replace(/\0.*$/s, ''));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('clamd ended the connection without an answer.')));
  });

function verdictOf(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return 'CLEAN';
  if (/^stream: .+ FOUND$/.test(answer)) return 'INFECTED';
  throw new Error('clamd gave no verdict.');
}
