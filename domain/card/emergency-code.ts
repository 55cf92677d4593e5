import type { CardId } from '../id.ts'
import { bytesOf } from './bytes.ts'
import { EmergencyBlock } from './card-core.ts'
import { decodeCbor, encodeCbor, protectedHeader } from './cose.ts'

/** Every Indian mobile number begins with 6 to 9, so what is above this takes four bytes. */
const FIRST_CONTACT = 6_000_000_000
const TAG_BYTES = 16
const LEAST_PLAIN = 5

/** AES-256-GCM (NIST SP 800-38D) under a ring key: the ciphertext with its tag of 16 bytes after it. */
export type SealEmergency = (keyId: number, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array) => Uint8Array

/** The other way; null when the key is not here or the tag does not fit. */
export type OpenEmergency = (keyId: number, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) => Uint8Array | null

/** What a terminal needs to open the block of one card. */
export interface SealedBlock {
  readonly keyId: number
  readonly nonce: Uint8Array
  readonly aad: Uint8Array
  readonly sealed: Uint8Array
}

/** The card that a block is sealed to: key id of the issuer, and the first five elements of the payload. */
export interface BlockBearer {
  readonly cardId: CardId
  readonly statusIndex: number
  readonly kid: Uint8Array
  readonly elements: readonly unknown[]
}

/** Card id and status index, both given out once: no two blocks of a key share a nonce unless a card is made twice. */
function nonceOf({ cardId, statusIndex }: BlockBearer): Uint8Array {
  const nonce = new Uint8Array(12)
  nonce.set(bytesOf(cardId))
  new DataView(nonce.buffer).setUint32(8, statusIndex)
  return nonce
}

const aadOf = ({ kid, elements }: BlockBearer, keyId: number): Uint8Array =>
  encodeCbor(['DLH1 emergency', protectedHeader(kid), keyId, elements])

/** The sixth element of a card: the ring key's id and the sealed block. */
export function writeEmergency(block: EmergencyBlock, keyId: number, bearer: BlockBearer, seal: SealEmergency) {
  if (!Number.isInteger(keyId) || keyId < 0 || keyId > 0xff) throw new RangeError('A ring key id is one byte')
  const { allergies, conditions, medicines, contact } = block
  const plain = encodeCbor([
    allergies,
    conditions,
    medicines,
    contact === null ? null : Number(contact) - FIRST_CONTACT,
  ])
  return Uint8Array.of(keyId, ...seal(keyId, nonceOf(bearer), aadOf(bearer, keyId), plain))
}

/** Takes the sixth element apart, or null when it is none. */
export function readSealed(element: unknown, bearer: BlockBearer): SealedBlock | null {
  if (!(element instanceof Uint8Array) || element.length < 1 + LEAST_PLAIN + TAG_BYTES) return null
  const keyId = element[0] ?? 0
  return { keyId, nonce: nonceOf(bearer), aad: aadOf(bearer, keyId), sealed: element.slice(1) }
}

/** The block that was opened, or null for bytes that `writeEmergency` would not have sealed. */
export function readEmergency(plain: Uint8Array): EmergencyBlock | null {
  const elements = decodeCbor(plain)?.value
  if (!Array.isArray(elements) || elements.length !== 4) return null
  const [allergies, conditions, medicines, offset]: unknown[] = elements
  if (offset !== null && typeof offset !== 'number') return null
  const contact = offset === null ? null : String(offset + FIRST_CONTACT)
  return EmergencyBlock.safeParse({ allergies, conditions, medicines, contact }).data ?? null
}
