/** Under which what follows from a gmina's leaving, put together in the root, is injected. */
export const Leavings = Symbol('Leavings');
