import { bytesOf, sameBytes } from '../card/bytes.ts'
import { isCount, isSecond, momentOf, openList, secondsOf, signList } from '../card/signed-list.ts'
import type { ListSigner } from '../card/signed-list.ts'
import { compare, covers, readCertificate } from '../card/trust-list.ts'
import type { Certificate, ListProblem, TrustWorld } from '../card/trust-list.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { checkRules } from './check-rules.ts'
import type { RuleFile } from './rule-file.ts'

/** The rule file's own text under a number of the list key's, so that what was signed is what was edited. */
export interface SignedRules {
  readonly seq: number
  readonly issuedAt: string
  readonly text: string
}

/** More than any hospital writes; four languages of a hundred schemes are 1 MiB. */
export const LONGEST_RULES = 4 * 1024 * 1024

/** `[seq, unix seconds, UTF-8 bytes of the file]` as an untagged COSE_Sign1, like every signed list here. */
export const signRules = ({ seq, issuedAt, text }: SignedRules, signer: ListSigner): Uint8Array =>
  signList('scheme-rules', [seq, secondsOf(issuedAt), new TextEncoder().encode(text)], signer)

/** Rules as they were taken, with the bytes that prove them. */
export interface HeldRules {
  readonly certificate: Certificate
  readonly certificateBytes: Uint8Array
  readonly signed: SignedRules
  readonly signedBytes: Uint8Array
  readonly file: RuleFile
}

/** `not-in-order`: signed, and yet `checkRules` finds an error; whoever holds earlier rules goes on with them. */
export type RulesProblem = ListProblem | 'not-in-order'

/** Judges rules from anywhere against those that are here; the same rules again are taken again. */
export function takeRules(
  held: HeldRules | null,
  offered: { readonly certificate: Uint8Array; readonly rules: Uint8Array },
  { roots, verify, today }: TrustWorld,
): Result<HeldRules, RulesProblem> {
  const certificate = readCertificate(offered.certificate, roots, verify)?.certificate
  const signed = certificate === undefined ? null : readSigned(offered.rules, certificate, verify)
  if (certificate === undefined || signed === null) return fail('forged')
  if (!covers(certificate, signed.issuedAt) || (today !== null && today > certificate.notAfter)) {
    return fail('certificate-over')
  }
  const order = held === null ? 1 : compare(placeOf(certificate, signed), placeOf(held.certificate, held.signed))
  if (order < 0) return fail('older')
  if (order === 0 && held !== null && !sameBytes(offered.rules, held.signedBytes)) return fail('differs')
  const { file } = checkRules(signed.text)
  if (file === null) return fail('not-in-order')
  return ok({ certificate, certificateBytes: offered.certificate, signed, signedBytes: offered.rules, file })
}

const placeOf = ({ serial }: Certificate, { seq }: SignedRules) => ({ serial, seq })

function readSigned(bytes: Uint8Array, { publicKey }: Certificate, verify: TrustWorld['verify']): SignedRules | null {
  const [seq, seconds, text, ...more] = openList('scheme-rules', bytes, bytesOf(publicKey), verify) ?? []
  if (!isCount(seq) || !isSecond(seconds) || !(text instanceof Uint8Array) || more.length > 0) return null
  if (text.length > LONGEST_RULES) return null
  return { seq, issuedAt: momentOf(seconds), text: new TextDecoder().decode(text) }
}
