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
  if (large.startsWith('SHC:/')) return /^SHC:\/(?:[0-9]+\/[0-9]+\/)?(?:[0-9]{2})+$/.test(large)
  if (large.startsWith('{')) return isJson(text)
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
