import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import { isCount, openList, signList } from '../../domain/card/signed-list.ts'
import { isSoundKey } from '../../domain/card/sound-key.ts'
import { signCertificate } from '../../domain/card/trust-list.ts'
import { ed25519PublicKey, ed25519Signer, verifyRaw } from '../crypto/ed25519.ts'

/** What HIMS asks the root to certify. */
export interface ListKeyRequest {
  readonly publicKey: string
  readonly serial: number
}

/** Signed by the key itself, so that nobody can have a key certified that he does not hold. */
export const signRequest = (
  { publicKey, serial }: ListKeyRequest,
  sign: (message: Uint8Array) => Uint8Array,
): Uint8Array => signList('request', [bytesOf(publicKey), serial], { publicKey: bytesOf(publicKey), sign })

export function readRequest(bytes: Uint8Array, publicKey: string): ListKeyRequest | null {
  const [asked, serial] = openList('request', bytes, bytesOf(publicKey), verifyRaw) ?? []
  if (!(asked instanceof Uint8Array) || hexOf(asked) !== publicKey || !isCount(serial)) return null
  if (!isSoundKey(publicKey)) return null
  return { publicKey, serial }
}

/** What the root's owners do: their signature on a list key, from one day to another. */
export function certify(
  { publicKey, serial }: ListKeyRequest,
  rootSeed: Uint8Array,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly root: string; readonly certificate: Uint8Array } {
  const root = { publicKey: ed25519PublicKey(rootSeed), sign: ed25519Signer(rootSeed) }
  const certificate = signCertificate({ serial, publicKey, notBefore: from, notAfter: to }, root)
  return { root: hexOf(root.publicKey), certificate }
}
