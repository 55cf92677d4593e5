import { readCard } from '../card/card-code.ts'
import { readPairingCode, SETUP_PREFIX } from './pairing-code.ts'
import { TEST_CODE } from './layout-test.ts'

const VISIT = /^DLV1:[0-9A-F]{8}(?:-?[0-9A-F]{4}){3}-?[0-9A-F]{12}$/

/**
 * Whether a text shows by itself that nothing is missing: null for texts that cannot show it. A scanner's reports bear
 * no numbers, so a lost one can be noticed only here.
 */
export function isWhole(text: string): boolean | null {
  const large = text.trim().toUpperCase()
  if (large.startsWith('DLH')) {
    const card = readCard(large)
    if (!card.ok && card.problem === 'newer-format') return null
    return card.ok
  }
  if (large.startsWith('DLV1:')) return VISIT.test(large)
  if (large.startsWith(SETUP_PREFIX)) return large === TEST_CODE || readPairingCode(large) !== null
  if (large.startsWith('SHC:/')) return isHealthCard(large.slice(large.lastIndexOf('/') + 1))
  if (large.startsWith('{')) return isJson(text)
  return null
}

/** Pairs of digits that make a signed text; its signature, ES256, always has 86 letters. */
function isHealthCard(digits: string): boolean {
  if (digits.length % 2 !== 0 || !/^[0-9]+$/.test(digits)) return false
  const letters = (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number(pair) + FIRST_LETTER))
  return /^[\w-]+\.[\w-]+\.[\w-]{86}$/.test(letters.join(''))
}

/** SMART Health Cards count letters from the minus sign. */
const FIRST_LETTER = 45

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
