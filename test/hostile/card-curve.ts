import { createHash } from 'node:crypto'

import type { Random } from '../../build/demo/seed/random.ts'
import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import { ed25519PublicKey } from '../../main/crypto/ed25519.ts'

/** How many points the base point of edwards25519 makes (RFC 8032 §5.1). */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

const littleEndian = (value: bigint): Uint8Array => bytesOf(value.toString(16).padStart(64, '0')).toReversed()
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${hexOf(bytes.toReversed())}`)

const withSign = (hex: string): string => hex.slice(0, 62) + (Number.parseInt(hex.slice(62), 16) | 0x80).toString(16)

/** All ways to write a point of order 1, 2, 4 or 8, those beyond the field too. */
const smallPoints: readonly string[] = [
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '00'.repeat(32),
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
].flatMap((hex) => [hex, withSign(hex)])

/** A public key for which nobody needs a private one; OpenSSL refuses them by itself, other libraries do not. */
export const smallKey = (random: Random): string => random.pick(smallPoints)

/** R = sB and s: under the neutral point it fits every message, under the other small ones every second to eighth. */
export function signatureOfAnything(random: Random): Uint8Array {
  const seed = random.bytes(32)
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32)
  scalar[0] = (scalar[0] ?? 0) & 0xf8
  scalar[31] = ((scalar[31] ?? 0) & 0x7f) | 0x40
  return Uint8Array.of(...ed25519PublicKey(seed), ...littleEndian(numberOf(Uint8Array.from(scalar)) % ORDER))
}

/** The same Ed25519 equation with S + L, one that fits small keys, halves exchanged, a small R, one turned around. */
export function otherSignature(random: Random, signature: Uint8Array): Uint8Array {
  const [r, s] = [signature.slice(0, 32), signature.slice(32)]
  switch (random.between(0, 6)) {
    case 0:
      return Uint8Array.of(...r, ...littleEndian((numberOf(s) + ORDER * BigInt(random.between(1, 7))) % 2n ** 256n))
    case 1:
      return Uint8Array.of(...s, ...r)
    case 2:
      return new Uint8Array(64)
    case 3:
      return signatureOfAnything(random)
    case 4:
      return Uint8Array.of(...bytesOf(smallKey(random)), ...(random.chance(0.5) ? s : new Uint8Array(32)))
    case 5:
      // -R and L - S: the signature of the opposite, which a reader that forgets signs would take.
      return Uint8Array.of(...r.slice(0, 31), (r[31] ?? 0) ^ 0x80, ...littleEndian(ORDER - numberOf(s)))
    default:
      return random.bytes(64)
  }
}
