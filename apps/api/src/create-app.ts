import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule, type Foundations } from './app.module.ts';
import { Problem } from './kernel/problems.ts';
import { acceptBytes } from './platform/http/bytes.ts';
import { answerProblem } from './platform/http/problem-filter.ts';
import { limitPublicRoutes } from './platform/http/public-limit.ts';
import { serveWebApp } from './platform/http/web-app.ts';

/** The portal as an application that can listen; the caller closes it. */
export async function createApp(foundations: Foundations): Promise<NestFastifyApplication> {
  const { config, log } = foundations;
  const adapter = new FastifyAdapter({
    bodyLimit: 1_048_576,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: true,
    // A request that does not arrive whole in this time is given up.
    requestTimeout: 30_000,
    // An address that Fastify itself cannot read.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(new Problem('not-found'), request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(foundations), adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
      },
    },
  });
  app.enableCsrfProtection();

  const fastify = adapter.getInstance();
  acceptBytes(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
  });
  // The route's pattern, not the address: a query may hold what a person typed.
  fastify.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  await limitPublicRoutes(app, config);
  if (config.webDir) await serveWebApp(app, config.webDir);
  return app;
}
