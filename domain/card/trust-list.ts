import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { bytesOf, hexOf, sameBytes } from './bytes.ts'
import { cardDayOf, dayOfCard } from './card-day.ts'
import type { IssuerKey } from './card-record.ts'
import { isCount, isSecond, momentOf, openList, secondsOf, signList } from './signed-list.ts'
import type { ListSigner, Verify } from './signed-list.ts'
import { isSoundKey } from './sound-key.ts'

/** A key that cards may be signed with: HIMS's own, or one that a desk holds for the hours without HIMS. */
export interface TrustedKey extends IssuerKey {
  readonly kind: 'hims' | 'delegated'
  /** Cards issued on this day or later are refused; null while the key is in order. */
  readonly withdrawn: string | null
}

export interface TrustList {
  readonly seq: number
  readonly issuedAt: string
  readonly keys: readonly TrustedKey[]
}

/** The root's word on the key that signs lists. Of two certificates the one with the higher serial counts. */
export interface Certificate {
  readonly serial: number
  /** 32 bytes in lower-case hexadecimal, like every public key here. */
  readonly publicKey: string
  readonly notBefore: string
  readonly notAfter: string
}

/** Why a list is not taken; whoever holds an earlier one goes on with it. */
export type ListProblem =
  /** No pinned root, or no key under one, signed these bytes. */
  | 'forged'
  /** The list key's certificate does not cover the day. */
  | 'certificate-over'
  /** Somebody offers an earlier list than the one that is here. */
  | 'older'
  /** Another list under the number of the one that is here. */
  | 'differs'

const kinds = ['hims', 'delegated'] as const

export const signCertificate = ({ serial, publicKey, notBefore, notAfter }: Certificate, root: ListSigner) =>
  signList('certificate', [serial, bytesOf(publicKey), cardDayOf(notBefore), cardDayOf(notAfter)], root)

/** The certificate that one of these roots (hexadecimal public keys) gave, and which of them. */
export function readCertificate(
  bytes: Uint8Array,
  roots: readonly string[],
  verify: Verify,
): { readonly certificate: Certificate; readonly root: string } | null {
  for (const root of roots) {
    const elements = openList('certificate', bytes, bytesOf(root), verify)
    const certificate = elements === null ? null : certificateOf(elements)
    if (certificate !== null) return { certificate, root }
  }
  return null
}

function certificateOf(elements: readonly unknown[]): Certificate | null {
  const [serial, publicKey, first, last] = elements
  const [notBefore, notAfter] = [dayOfCard(first), dayOfCard(last)]
  if (!isCount(serial) || !(publicKey instanceof Uint8Array) || publicKey.length !== 32) return null
  if (notBefore === null || notAfter === null || notAfter < notBefore || !isSoundKey(hexOf(publicKey))) return null
  return { serial, publicKey: hexOf(publicKey), notBefore, notAfter }
}

export const signTrustList = ({ seq, issuedAt, keys }: TrustList, signer: ListSigner): Uint8Array =>
  signList('trust', [seq, secondsOf(issuedAt), keys.map(keyElements)], signer)

const keyElements = ({ kid, publicKey, notBefore, notAfter, withdrawn, kind, facilities }: TrustedKey) => [
  bytesOf(kid),
  bytesOf(publicKey),
  cardDayOf(notBefore),
  cardDayOf(notAfter),
  withdrawn === null ? null : cardDayOf(withdrawn),
  kinds.indexOf(kind),
  facilities,
]

/** The list that the certified key signed within its certificate's period, or null. */
export function readTrustList(bytes: Uint8Array, certificate: Certificate, verify: Verify): TrustList | null {
  const elements = openList('trust', bytes, bytesOf(certificate.publicKey), verify)
  const [seq, seconds, entries] = elements ?? []
  if (!isCount(seq) || !isSecond(seconds) || !Array.isArray(entries)) return null
  const keys: TrustedKey[] = []
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key === null) return null
    keys.push(key)
  }
  // One name is one key: a list in which two keys share a name says nothing certain about either.
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) return null
  return { seq, issuedAt: momentOf(seconds), keys }
}

function keyOf(entry: unknown): TrustedKey | null {
  if (!Array.isArray(entry) || entry.length !== 7) return null
  const [kid, publicKey, first, last, gone, kindAt, facilities]: unknown[] = entry
  const [notBefore, notAfter, withdrawn] = [dayOfCard(first), dayOfCard(last), dayOfCard(gone)]
  const kind = typeof kindAt === 'number' ? kinds[kindAt] : undefined
  if (!(kid instanceof Uint8Array) || kid.length !== 2) return null
  if (!(publicKey instanceof Uint8Array) || publicKey.length !== 32) return null
  if (notBefore === null || notAfter === null || kind === undefined) return null
  if ((withdrawn === null && gone !== null) || !isScope(facilities)) return null
  return { kid: hexOf(kid), publicKey: hexOf(publicKey), notBefore, notAfter, withdrawn, kind, facilities }
}

const isScope = (value: unknown): value is string[] | null =>
  value === null || (Array.isArray(value) && value.every((code) => typeof code === 'string' && code.length <= 32))

/** A trust list as it was taken, with the bytes that prove it. */
export interface HeldTrust {
  readonly root: string
  readonly certificate: Certificate
  readonly certificateBytes: Uint8Array
  readonly list: TrustList
  readonly listBytes: Uint8Array
}

export interface TrustWorld {
  /** The pinned root keys, in lower-case hexadecimal. */
  readonly roots: readonly string[]
  readonly verify: Verify
  /** Local date, `YYYY-MM-DD`; null when what was taken before is only read again. */
  readonly today: string | null
}

/** Judges a list from anywhere against the one that is here; the same list again is taken again. */
export function takeTrustList(
  held: HeldTrust | null,
  offered: { readonly certificate: Uint8Array; readonly list: Uint8Array },
  { roots, verify, today }: TrustWorld,
): Result<HeldTrust, ListProblem> {
  const certified = readCertificate(offered.certificate, roots, verify)
  const list = certified === null ? null : readTrustList(offered.list, certified.certificate, verify)
  if (certified === null || list === null) return fail('forged')
  const { certificate, root } = certified
  if (!covers(certificate, list.issuedAt) || (today !== null && today > certificate.notAfter)) {
    return fail('certificate-over')
  }
  const taken = { root, certificate, certificateBytes: offered.certificate, list, listBytes: offered.list }
  if (held === null) return ok(taken)
  const order = compare(placeOf(taken), placeOf(held))
  if (order < 0) return fail('older')
  return order === 0 && !sameBytes(offered.list, held.listBytes) ? fail('differs') : ok(taken)
}

const placeOf = ({ certificate, list }: HeldTrust): ListPlace => ({ serial: certificate.serial, seq: list.seq })

/** Whether a list was made in the period of its key; a list says the moment in UTC, a certificate the days in Delhi. */
export const covers = ({ notBefore, notAfter }: Certificate, issuedAt: string): boolean => {
  const day = new Date(Date.parse(issuedAt) + INDIA).toISOString().slice(0, 10)
  return day >= notBefore && day <= notAfter
}

/** India keeps one time the whole year, 5 h 30 min ahead of UTC. */
const INDIA = 19_800_000

/** Where a list stands among all lists: a new certificate outranks whatever an old key may have signed. */
export interface ListPlace {
  readonly serial: number
  readonly seq: number
}

export const compare = (one: ListPlace, other: ListPlace): number => one.serial - other.serial || one.seq - other.seq

/** The key as a card is judged by it: a withdrawn one ends on the day before, whatever was planned. */
export function provingKey({ kid, publicKey, notBefore, notAfter, withdrawn, facilities }: TrustedKey): IssuerKey {
  const last = withdrawn === null ? notAfter : dayBefore(withdrawn)
  return { kid, publicKey, notBefore, notAfter: last < notAfter ? last : notAfter, facilities }
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
