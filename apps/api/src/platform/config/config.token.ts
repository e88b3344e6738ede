/** Under which the configuration is injected. */
export const ConfigToken = Symbol('Config');
