import { z } from 'zod';

/**
 * Every problem that the API can answer, with its status (RFC 9457). The slug is stable: clients switch on `type`,
 * which is `/problems/<slug>`. Title and detail stand in locales/<language>/problems.json.
 */
export const problemStatus = {
  malformed: 400,
  unauthenticated: 401,
  'wrong-credentials': 401,
  'wrong-password': 401,
  'second-factor-required': 401,
  'wrong-code': 401,
  'attempt-ended': 401,
  'sign-in-cancelled': 401,
  forbidden: 403,
  'assurance-too-low': 403,
  'email-unverified': 403,
  'not-admitted': 403,
  'proof-required': 403,
  'second-factor-missing': 403,
  'cross-origin': 403,
  'not-found': 404,
  'wrong-state': 409,
  'version-conflict': 409,
  'lead-partner-missing': 409,
  'milestones-open': 409,
  'part-exists': 409,
  'lead-partner-exists': 409,
  'too-many': 409,
  'indicator-measured': 409,
  'membership-exists': 409,
  'by-invitation-only': 409,
  'lead-must-stay': 409,
  'seat-taken': 409,
  'already-seated': 409,
  'mandate-missing': 409,
  'form-changed': 409,
  'mandate-not-in-force': 409,
  'resolution-exists': 409,
  'review-exists': 409,
  'undo-over': 409,
  'tasks-open': 409,
  'needs-in-circle': 409,
  'report-incomplete': 409,
  'invitation-exists': 409,
  'already-appointed': 409,
  'account-blocked': 409,
  'office-taken': 409,
  'last-secretary': 409,
  'still-in-office': 409,
  'hand-over-changed': 409,
  'email-taken': 409,
  'link-void': 410,
  'quota-exceeded': 409,
  'upload-out-of-step': 409,
  'file-unchecked': 409,
  'identity-taken': 409,
  'still-engaged': 409,
  'own-account': 409,
  'ballot-not-open': 409,
  'ballot-closed': 409,
  'ballot-withdrawn': 409,
  'not-in-electorate': 409,
  'votes-missing': 409,
  'consultation-over': 409,
  'paragraph-changed': 409,
  'amendments-open': 409,
  'unity-missing': 409,
  'silence-over': 409,
  'addressee-sent': 409,
  'address-missing': 409,
  'too-large': 413,
  'file-too-large': 413,
  'unsupported-media-type': 415,
  'range-not-satisfiable': 416,
  invalid: 422,
  'file-unreadable': 422,
  'list-too-long': 422,
  'file-empty': 422,
  'file-type-refused': 422,
  'part-wrong-size': 422,
  'idempotency-key-reused': 422,
  'too-many-requests': 429,
  internal: 500,
  'provider-unavailable': 502,
  unavailable: 503,
} as const;

export type ProblemSlug = keyof typeof problemStatus;

/** The problem type of a slug, as it stands in `type`. */
export const problemType = (slug: ProblemSlug): string => `/problems/${slug}`;

/** The slug of a problem's `type`, or `undefined` for a type that is not ours. */
export const problemSlug = (type: string): ProblemSlug | undefined => {
  const slug = type.replace(/^\/problems\//, '');
  return Object.hasOwn(problemStatus, slug) ? (slug as ProblemSlug) : undefined;
};

/**
 * What is wrong with one value of the input. Codes that zod gives (`too_small`, `invalid_format`, …) come as they
 * are; the others are rules of the domain. Words for each stand in locales/<language>/problems.json under `issues`.
 */
export const ruleIssueCodes = [
  'required',
  'due_in_past',
  'in_future',
  'before_resolution',
  'still_member_then',
  'ends_before_start',
  'end_missing',
  'end_not_wanted',
  'not_in_network',
  'not_a_member',
  'already_assigned',
  'unknown_organization',
  'duplicate',
  'common_password',
  'office_does_not_fit',
  'unknown_person',
  'unknown_task',
  'needs_itself',
  'unknown_predecessor',
  'not_the_address',
  'before_start',
  'not_ahead',
  'too_many_steps',
  'not_its_type',
  'folder_not_wanted',
  'below_minimum',
  'kind_fixed',
  'not_a_number',
  'unknown_resolution',
  'already_superseded',
  'other_issuer',
  'not_after_predecessor',
  'not_before_successor',
  'issuer_does_not_fit',
  'not_later',
  'no_such_network',
  'no_such_template',
  'unknown_network',
  'no_such_file',
  'name_taken',
  'closes_before_opens',
  'already_past',
  'simple_counts_votes',
  'basis_not_wanted',
  'unknown_paragraph',
  'last_paragraph',
  'words_not_wanted',
  'unknown_version',
  'no_change',
  'endorsements_missing',
  'before_dispatch',
] as const;

export const issue = z.object({
  /** Which part of the request. */
  in: z.enum(['body', 'query', 'header']),
  /** JSON Pointer (RFC 6901) to the value, e.g. `/organizationIds/2`. */
  pointer: z.string(),
  code: z.string(),
  /** Limits and the like that the words need, e.g. `{ "maximum": 200 }`. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Issue = z.infer<typeof issue>;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** The request's id, to quote when asking for help. */
    instance: z.string(),
    issues: z.array(issue).optional(),
    /** With `version-conflict`: the thing as it stands now. */
    current: z.unknown().optional(),
    /** With `wrong-state`: the state in which the thing is. */
    state: z.string().optional(),
    /** With 429 and 503: seconds to wait, as in the Retry-After header. */
    retryAfter: z.int().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.infer<typeof problem>;
