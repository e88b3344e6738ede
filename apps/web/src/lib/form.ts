import type { Issue } from '@blizej/contracts';
import type { FieldErrors, FieldValues, Path, Resolver, UseFormSetError } from 'react-hook-form';
import type { z } from 'zod';
import { isProblem } from './api.ts';

type Say = (issue: Pick<Issue, 'code' | 'params'>) => string;

const codeOf = (issue: z.core.$ZodIssue, value: unknown): Pick<Issue, 'code' | 'params'> => {
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty && issue.code !== 'too_big') return { code: 'required' };
  if (issue.code === 'too_small') return { code: issue.code, params: { minimum: Number(issue.minimum) } };
  if (issue.code === 'too_big') return { code: issue.code, params: { maximum: Number(issue.maximum) } };
  return { code: issue.code };
};

const valueAt = (values: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], values);

/** Checks a form by the contract's own schema of the route; the words of each issue are ours. */
export const contractResolver =
  <S extends z.ZodObject>(schema: S, say: Say): Resolver<z.input<S> & FieldValues, unknown, z.output<S>> =>
  (values) => {
    const result = schema.safeParse(values);
    if (result.success) return { values: result.data, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of result.error.issues) {
      const field = String(issue.path[0] ?? 'root');
      errors[field] ??= { type: issue.code, message: say(codeOf(issue, valueAt(values, issue.path))) };
    }
    return { values: {}, errors: errors as FieldErrors<z.input<S> & FieldValues> };
  };

/** Puts the server's issues at their fields; false where the error is of another kind. */
export const placeIssues = <T extends FieldValues>(error: unknown, setError: UseFormSetError<T>, say: Say): boolean => {
  if (!isProblem(error, 'invalid')) return false;
  for (const issue of error.issues) {
    const field = issue.pointer.split('/')[1];
    if (field) setError(field as Path<T>, { type: issue.code, message: say(issue) });
  }
  return error.issues.length > 0;
};
