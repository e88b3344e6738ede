import { createRequire } from 'node:module';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { language, problemType, type Language, type ProblemBody, type ProblemSlug } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Problem } from '../../kernel/problems.ts';
import { isUnavailable } from '../database/failures.ts';

type Words = Record<ProblemSlug, { title: string; detail: string }>;
const load = createRequire(import.meta.url);
const words: Record<Language, Words> = {
  pl: load('@blizej/contracts/locales/pl/problems.json') as Words,
  en: load('@blizej/contracts/locales/en/problems.json') as Words,
};

const slugByStatus: Partial<Record<number, ProblemSlug>> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'cross-origin',
  404: 'not-found',
  405: 'not-found',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** Any error as the problem that the caller is told of. */
export const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return new Problem('unavailable', { retryAfter: 5 }, { cause: error });
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : Number((error as { statusCode?: unknown } | null)?.statusCode ?? 500);
  return new Problem(slugByStatus[status] ?? 'internal', {}, { cause: error });
};

/** The reader's language: the first of Accept-Language that the portal speaks, else Polish. */
export const preferredLanguage = (header: string | undefined): Language => {
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const spoken = language.safeParse(part.trim().slice(0, 2).toLowerCase());
    if (spoken.success) return spoken.data;
  }
  return 'pl';
};

/** Answers a request with a problem, in the reader's language. */
export function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { issues, current, by, state, retryAfter } = problem.extras;
  const body: ProblemBody = {
    type: problemType(problem.slug),
    ...words[preferredLanguage(request.headers['accept-language'])][problem.slug],
    status: problem.status,
    instance: `urn:uuid:${request.id}`,
    ...(issues && { issues: [...issues] }),
    ...(current !== undefined && { current }),
    ...(by !== undefined && { by }),
    ...(state && { state }),
    ...(retryAfter && { retryAfter }),
  };
  if (retryAfter) void reply.header('retry-after', retryAfter);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}

/** Answers every error as problem+json in the reader's language; logs what was our fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = asProblem(error);
    this.tell(problem, request);
    answerProblem(problem, request, reply);
  }

  /** Logs what was not the caller's fault. */
  tell(problem: Problem, request: FastifyRequest): void {
    if (problem.status < 500) return;
    this.log.error(
      { requestId: request.id, problem: problem.slug, error: describe(problem.cause ?? problem) },
      'A request failed.',
    );
  }
}

/** Name, code and stack only: a driver's message may quote what a person typed. */
const describe = (error: unknown): Record<string, unknown> =>
  error instanceof Error
    ? {
        name: error.name,
        code: (error as { code?: unknown }).code,
        stack: error.stack
          ?.split('\n')
          .filter((text) => text.startsWith('    at '))
          .slice(0, 12)
          .join('\n'),
        ...(error.cause ? { cause: describe(error.cause) } : {}),
      }
    : { name: typeof error };
