import { z } from 'zod';
import { id, prose } from './primitives.ts';

/** Words of a text, in one of its languages. */
export const words = prose(3, 3000);
export const params = z.strictObject({ id });
export const ofGmina = z.strictObject({ id, organizationId: id });
