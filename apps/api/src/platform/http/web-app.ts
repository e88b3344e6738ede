import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Serves the built web application: `/assets` pre-compressed and immutable, every other path that is not the API's by
 * index.html. These routes stand outside the guard, so they serve files of the build and never data.
 */
export async function serveWebApp(app: NestFastifyApplication, directory: string): Promise<void> {
  const root = path.resolve(directory);
  if (!existsSync(path.join(root, 'index.html'))) {
    throw new Error(`There is no built web application in ${root}: run "npm run build".`);
  }
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, file) =>
      reply.header(
        'cache-control',
        path.relative(root, file).startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (/^\/(api|auth|assets|healthz|readyz)(\/|\?|$)/.test(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
