/** Under which the kinds of holdings, put together in the root, are injected. */
export const Holdings = Symbol('Holdings');
