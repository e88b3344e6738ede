export interface Issuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Its people by name, each with what it claims of them. */
  readonly people: Record<string, Record<string, unknown>>;
  readonly stop: () => Promise<void>;
}

export function startIssuer(manner: {
  readonly redirectUris: readonly string[];
  readonly people?: Record<string, Record<string, unknown>>;
  readonly acr?: string;
  readonly isForged?: boolean;
  readonly port?: number;
}): Promise<Issuer>;
