import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { hexOf } from '../card/bytes.ts'

/**
 * A box that only one key opens: X25519 (RFC 7748) of a fresh key with the receiver's, HKDF-SHA-256 (RFC 5869), then
 * AES-256-GCM. On the wire: four letters of what it is, the fresh public key (32 bytes), and the box with its tag. The key
 * is used once, so its nonce is zero. A box that must also prove its sender mixes in a second agreement, of the sender's
 * own key with the receiver's.
 */
export interface Sealing {
  /** Four ASCII letters. */
  readonly what: string
  /** 32 bytes of the receiver's public key. */
  readonly to: Uint8Array
  /** 32 random bytes, never used before. */
  readonly fresh: Uint8Array
  /** The sender's own private key where the receiver has to be sure of it. */
  readonly from: Uint8Array | null
}

export async function seal(plain: Uint8Array, { what, to, fresh, from }: Sealing): Promise<Uint8Array> {
  const ephemeral = await publicKeyOf(fresh)
  const shared = joined(await agree(fresh, to), from === null ? nothing : await agree(from, to))
  const key = await boxKey(shared, { what, ephemeral, to })
  const box = await crypto.subtle.encrypt(boxOf(what), key, own(plain))
  return joined(ascii(what), ephemeral, new Uint8Array(box))
}

export interface Opening {
  readonly what: string
  /** The receiver's private key. */
  readonly own: Uint8Array
  /** The public key of whoever has to have sent it. */
  readonly from: Uint8Array | null
}

/** `foreign`: not such a box, or sealed for or by somebody else, or bent. */
export async function unseal(
  bytes: Uint8Array,
  { what, own: secret, from }: Opening,
): Promise<Result<Uint8Array, 'foreign'>> {
  if (bytes.length < HEAD + TAG || hexOf(bytes.subarray(0, 4)) !== hexOf(ascii(what))) return fail('foreign')
  const ephemeral = bytes.subarray(4, HEAD)
  try {
    const to = await publicKeyOf(secret)
    const shared = joined(await agree(secret, ephemeral), from === null ? nothing : await agree(secret, from))
    const key = await boxKey(shared, { what, ephemeral, to })
    return ok(new Uint8Array(await crypto.subtle.decrypt(boxOf(what), key, own(bytes.subarray(HEAD)))))
  } catch {
    // A tag that does not fit, or a public key of small order: WebCrypto says both by throwing.
    return fail('foreign')
  }
}

/** The public key that belongs to a private one. */
export async function publicKeyOf(secret: Uint8Array): Promise<Uint8Array> {
  const { x } = await crypto.subtle.exportKey('jwk', await privateKey(secret))
  if (x === undefined) throw new Error('X25519 gives no public key')
  return Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}

const HEAD = 36
const TAG = 16
const nothing = new Uint8Array(0)
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

/** WebCrypto takes only bytes that nobody shares. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** RFC 8410: what stands before 32 raw bytes of a private key in PKCS #8. */
const privateHead = [0x30, 0x2e, 0x02, 0x01, 0, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20]

const privateKey = (secret: Uint8Array) =>
  crypto.subtle.importKey('pkcs8', own(joined(Uint8Array.from(privateHead), secret)), 'X25519', true, ['deriveBits'])

/** What two keys have in common: one's private half and the other's public one. */
export async function agree(secret: Uint8Array, with_: Uint8Array): Promise<Uint8Array> {
  const other = await crypto.subtle.importKey('raw', own(with_), 'X25519', true, [])
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'X25519', public: other }, await privateKey(secret), 256),
  )
}

interface Bound {
  readonly what: string
  readonly ephemeral: Uint8Array
  readonly to: Uint8Array
}

async function boxKey(shared: Uint8Array, { what, ephemeral, to }: Bound) {
  const secret = await crypto.subtle.importKey('raw', own(shared), 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: own(joined(ephemeral, to)), info: own(ascii(`hims ${what}`)) }
  return crypto.subtle.deriveKey(hkdf, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const boxOf = (what: string) => ({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: own(ascii(what)) })
