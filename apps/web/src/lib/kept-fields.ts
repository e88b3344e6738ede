/**
 * What a form keeps of its fields on this device. An emptied field is kept as such (JSON would leave it out), so that what
 * stood there at first does not come back.
 */
export const writeKept = (values: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? null])));

/** What was kept of a form; nothing where it cannot be read. */
export const readKept = (kept: string | null, fields: readonly string[]): object => {
  try {
    const values: unknown = JSON.parse(kept ?? '{}');
    return Object.fromEntries(
      Object.entries(values ?? {})
        .filter(([field]) => fields.includes(field))
        .map(([field, value]) => [field, value ?? undefined]),
    );
  } catch {
    return {};
  }
};
