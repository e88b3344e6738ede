/**
 * What a vote of a secret ballot is bound to as it is sealed (decision 0039): its ballot and the gmina that casts it. A copy that
 * another gmina casts cannot be opened.
 */
export const sealLabel = (ballotId: string, organizationId: string): string => `${ballotId} ${organizationId}`;
