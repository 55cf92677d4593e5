/** How the codes of the scanner page begin. */
export const SETUP_PREFIX = 'DLP1:'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LENGTH = 19

/** Random bytes that one pairing code takes. */
export const PAIRING_BYTES = LENGTH

/**
 * A code for the screen: whichever scanner sends it is the one in the hand. Its last letter checks the others (ISO
 * 7064 mod 37,36 over 0-9A-Z). It is long enough for a scanner on a wrong keyboard layout to be noticed at all.
 */
export function pairingCode(random: Uint8Array): string {
  const body = Array.from(random.subarray(0, LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
  return SETUP_PREFIX + body + checkLetter(body)
}

/** The code as it was drawn, when a scanned text is one and came whole; null for any other text. */
export function readPairingCode(text: string): string | null {
  const code = text.trim().toUpperCase()
  const body = code.slice(SETUP_PREFIX.length, -1)
  if (!code.startsWith(SETUP_PREFIX) || !/^[0-9A-Z]{19}$/.test(body)) return null
  return code.at(-1) === checkLetter(body) ? code : null
}

function checkLetter(body: string): string {
  let product = 36
  for (const letter of body) {
    const sum = (product + LETTERS.indexOf(letter)) % 36
    product = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return LETTERS.charAt((37 - product) % 36)
}
