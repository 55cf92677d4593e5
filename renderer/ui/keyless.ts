/** Why records are closed where only their key is missing: a person can bring it back. */
export const keyless: ReadonlySet<string> = new Set(['no-key', 'wrong-key'])
