import { api, partBytes, type Route } from '@blizej/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problems.ts';

/** The paths of the routes that take bytes: everywhere else they are no body that anybody reads. */
const paths = new Set(Object.values<Route>(api).flatMap((route) => (route.bytes ? [route.path] : [])));

/** Lets the routes that take bytes have them, up to the size of a part. */
export const acceptBytes = (fastify: FastifyInstance): void => {
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: partBytes },
    (request, body, done) => {
      const isWanted = paths.has((request.routeOptions.url ?? '/') as Route['path']);
      if (isWanted) done(null, body);
      else done(new Problem('unsupported-media-type'));
    },
  );
};

/** The bytes of a request; none where it has no body. @throws Problem where it has another one */
export const bytesOf = ({ body }: FastifyRequest): Buffer => {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (!(body instanceof Buffer)) throw new Problem('unsupported-media-type');
  return body;
};
