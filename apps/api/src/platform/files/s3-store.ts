import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { pathOf, type ByteRange, type FileStore } from './file-store.ts';

export interface S3Settings {
  /** The server's address, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** How long the server has to begin its answer, in milliseconds. */
const patience = 30_000;

/** Files in a bucket of a server that speaks S3; addressed by path, which every such server knows. */
export class S3Store implements FileStore {
  private readonly client: AwsClient;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings) {
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
    this.bucket = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  }

  async put(key: string, content: Readable | Buffer, bytes: number): Promise<void> {
    const response = await this.ask(key, {
      method: 'PUT',
      headers: { 'content-length': String(bytes), 'content-type': 'application/octet-stream' },
      ...(content instanceof Readable
        ? { body: Readable.toWeb(content), duplex: 'half' as const }
        : { body: new Uint8Array(content) }),
    });
    await settle(response, 200);
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    const response = await this.ask(key, {
      ...(range && { headers: { range: `bytes=${range.start}-${range.end}` } }),
    });
    if (response.status !== (range ? 206 : 200) || !response.body) throw await failure(response);
    return Readable.fromWeb(response.body);
  }

  async exists(key: string): Promise<boolean> {
    const response = await this.ask(key, { method: 'HEAD' });
    if (response.status === 404) return false;
    await settle(response, 200);
    return true;
  }

  async delete(key: string): Promise<void> {
    await settle(await this.ask(key, { method: 'DELETE' }), 200, 204, 404);
  }

  private async ask(key: string, init: RequestInit): Promise<Response> {
    const address = `${this.bucket}/${pathOf('', key)}`;
    // Signed apart from being sent: a stream can be neither hashed nor copied on the way.
    const { body, duplex, ...head } = init;
    const signed = await this.client.sign(address, head);
    const gaveUp = new AbortController();
    const timer = setTimeout(() => gaveUp.abort(), patience);
    try {
      return await fetch(address, {
        method: head.method ?? 'GET',
        headers: signed.headers,
        signal: gaveUp.signal,
        ...(body && { body }),
        ...(duplex && { duplex }),
      });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Reads an answer to its end, so that its connection is free. @throws Error where it is none of these statuses */
async function settle(response: Response, ...statuses: number[]): Promise<void> {
  if (!statuses.includes(response.status)) throw await failure(response);
  await response.arrayBuffer();
}

/** What the server said, without its words: they may quote a key. */
async function failure(response: Response): Promise<Error> {
  const code = /<Code>(\w{1,60})<\/Code>/.exec(await response.text())?.[1];
  return new Error(`S3 answered ${response.status}${code ? ` (${code})` : ''}.`);
}
