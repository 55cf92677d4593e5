import { z } from 'zod'

import { bytesOf, hexOf } from '../card/bytes.ts'
import { cardDayOf, dayOfCard } from '../card/card-day.ts'
import { openList, signList } from '../card/signed-list.ts'
import type { ListSigner, Verify } from '../card/signed-list.ts'
import { readCertificate } from '../card/trust-list.ts'

const Bytes = z.base64().max(4096)

/** HIMS's word on its bundle key, for terminals that hear of it from a hub: signed by the key that the root certified. */
export const BundleProof = z.object({ certificate: Bytes, statement: Bytes })
export type BundleProof = z.infer<typeof BundleProof>

/** `publicKey` in hexadecimal, `day` in Delhi: the same bytes the whole day. */
export const signBundleKey = (publicKey: string, day: string, signer: ListSigner): Uint8Array =>
  signList('bundle-key', [bytesOf(publicKey), cardDayOf(day)], signer)

/** The bundle key that one of these roots vouches for, in hexadecimal; null for anything else. */
export function provenBundleKey(
  { certificate: certificateText, statement }: BundleProof,
  roots: readonly string[],
  verify: Verify,
): string | null {
  const certificate = readCertificate(fromBase64(certificateText), roots, verify)?.certificate ?? null
  if (certificate === null) return null
  const elements = openList('bundle-key', fromBase64(statement), bytesOf(certificate.publicKey), verify)
  const [key, said] = elements ?? []
  const day = dayOfCard(said)
  if (!(key instanceof Uint8Array) || key.length !== 32 || day === null) return null
  // How old it is does not matter: a hub may be cut off for long, and HIMS keeps every key it ever had.
  return day >= certificate.notBefore && day <= certificate.notAfter ? hexOf(key) : null
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
