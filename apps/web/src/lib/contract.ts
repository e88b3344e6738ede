import { z } from 'zod';

// The content security policy forbids the evaluation on which zod's fast path rests.
z.config({ jitless: true });

/** The contract with its schemas, for forms that check by them. Types alone come from the package itself. */
export * from '@blizej/contracts';
