/** A server that speaks clamd's protocol, for tests of what follows from its verdicts. */
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll } from '@jest/globals';
import { Clamd } from '../src/platform/files/virus-scanner.ts';

const servers: Server[] = [];

/** Opens one until the file's last test: it takes INSTREAM's chunks apart and answers to what they say together. */
export async function clamd(answer: (content: Buffer) => string | null): Promise<Clamd> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (received.subarray(0, 10).toString() !== 'zINSTREAM\0'.slice(0, received.length)) {
        socket.end('UNKNOWN COMMAND\0');
        return;
      }
      const chunks: Buffer[] = [];
      for (let at = 10; at + 4 <= received.length;) {
        const length = received.readUInt32BE(at);
        if (length === 0) {
          const said = answer(Buffer.concat(chunks));
          if (said === null) socket.destroy();
          else socket.end(`${said}\0`);
          return;
        }
        chunks.push(received.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return new Clamd({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
}

afterAll(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What clamd finds: the beginning of the word by which scanners are tried. */
export const finding = (content: Buffer): string =>
  content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
