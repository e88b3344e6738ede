import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem, asProblem, ProblemFilter } from '../../platform/http/problem-filter.ts';
import { pageOfFailure } from './identity.rules.ts';
import type { Arrival } from './oidc.guard.ts';

/** No page of ours leads there: a provider that there is not, an address that somebody has written. */
const mangled = new Set([404, 422]);

/** Between the portal and a provider a person looks at a browser: what goes wrong is told on a page, not in JSON. */
@Catch()
export class OidcFilter implements ExceptionFilter {
  constructor(private readonly problems: ProblemFilter) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = asProblem(error);
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest & Arrival>();
    const reply = http.getResponse<FastifyReply>();
    if (mangled.has(problem.status)) return answerProblem(problem, request, reply);
    this.problems.tell(problem, request);
    void reply.redirect(pageOfFailure(request.attempt ?? {}, problem.slug), 302);
  }
}
