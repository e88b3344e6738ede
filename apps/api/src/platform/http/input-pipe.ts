import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { Given, Issue, Route } from '@blizej/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { notFound, Problem } from '../../kernel/problems.ts';
import { inputOf, inputSchema } from './route.ts';

/** A request names at most this many of its issues: an answer stays small whatever came in. */
const mostIssues = 50;

/** A pointer may quote a name that the caller made up: as much of it as helps. */
const longestPointer = 200;

/**
 * Nest's own validation against the contract's schema, answering in our problems: a malformed id in the path is as good
 * as an absent one (404); anything else is 422 with every issue and its pointer.
 */
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ validateCustomDecorators: true });
  }

  // The signature is the base class's.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  protected override async validate<T>(value: unknown, schema: never): Promise<{ value: T }> {
    const result = await super.validate<T>(value, schema);
    if (!result.issues) return result;
    const issues = (result.issues as readonly z.core.$ZodIssue[]).flatMap((issue) => toIssues(issue, value));
    if (issues.some((issue) => issue.in === 'params')) throw notFound();
    throw new Problem('invalid', { issues: issues.slice(0, mostIssues) as Issue[] });
  }
}

/** The input of a request, parsed by the contract, for a guard that must look at it before the handler's own pipe. */
export const parseInput = <R extends Route>(route: R, request: FastifyRequest): Promise<Given<R>> =>
  new InputPipe().transform(inputOf(route, request), { type: 'custom', schema: inputSchema(route) }) as Promise<
    Given<R>
  >;

type LocatedIssue = Omit<Issue, 'in'> & { in: Issue['in'] | 'params' };

function toIssues(issue: z.core.$ZodIssue, input: unknown): LocatedIssue[] {
  const path = issue.path.map(String);
  const [part, ...rest] = path;
  const at = (segments: readonly string[]) =>
    segments
      .map((segment) => `/${escape(segment)}`)
      .join('')
      .slice(0, longestPointer);
  const located = { in: part as LocatedIssue['in'] };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...located, pointer: at([...rest, key]), code: issue.code }));
  }
  const missing = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], input) === undefined;
  const params = wordsNeed(issue);
  return [
    {
      ...located,
      pointer: at(rest),
      code: missing ? 'required' : issue.code,
      ...(params && { params }),
    },
  ];
}

/** What the words for an issue need beside its code: the bound that was passed, the form that was expected. */
export function wordsNeed(issue: z.core.$ZodIssue): Issue['params'] | undefined {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum), of: issue.origin };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'invalid_format') return { format: issue.format };
  return undefined;
}

const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');
