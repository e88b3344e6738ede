/** The longest answer, in characters. */
export const answerMaximum = 20_000;

/** The shortest and the longest reason, in characters, without space around it. */
export const reasonLength = { minimum: 3, maximum: 2000 } as const;
