/** How the text of a staff badge begins. */
export const BADGE_PREFIX = 'DLB1:'

/** Crockford's base 32: no letter that a tired eye or a cheap reader takes for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const BADGE_LETTERS = 26
const SHAPE = new RegExp(`^${BADGE_PREFIX}[${alphabet}]{${BADGE_LETTERS}}$`)

/** The text of a new badge from 26 random bytes, five bits of each: 130 bits that nobody guesses. */
export const badgeText = (random: Uint8Array): string =>
  BADGE_PREFIX + Array.from(random.subarray(0, BADGE_LETTERS), (byte) => alphabet.charAt(byte & 31)).join('')

/** The text as it was printed, whatever a reader made of its case and ends; null for any other code. */
export function readBadge(text: string): string | null {
  const line = text.trim().toUpperCase()
  return SHAPE.test(line) ? line : null
}
