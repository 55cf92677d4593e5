import { sameBytes } from '../../domain/card/bytes.ts'
import { checkRules } from '../../domain/scheme/check-rules.ts'
import type { RuleProblem } from '../../domain/scheme/check-rules.ts'
import type { RuleFile } from '../../domain/scheme/rule-file.ts'
import { LONGEST_RULES, signRules, takeRules } from '../../domain/scheme/signed-rules.ts'
import type { SignedRules } from '../../domain/scheme/signed-rules.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { verifyRaw } from '../crypto/ed25519.ts'
import { lastNumber, passNumber, takeNumbers } from '../database/counter.ts'
import type { SchemeRulesTable } from '../database/part/scheme.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'
import { currentCertificate, listSigner } from '../issuer/list-key.ts'
import { FARTHEST } from '../issuer/trust.ts'
import { moment } from '../world.ts'

/** The rules that terminals are given, as bytes; null while none were published here. */
export async function rulesInForce(store: Store): Promise<SchemeRulesTable | null> {
  const row = await store.selectFrom('scheme_rules').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return null
  return { ...row, rules: Uint8Array.from(row.rules), certificate: Uint8Array.from(row.certificate) }
}

/** Which rules those are, without reading all of them. */
const headInForce = async (store: Store): Promise<Omit<SchemeRulesTable, 'rules'> | null> =>
  (await store
    .selectFrom('scheme_rules')
    .select(['seq', 'version', 'certificate', 'made_at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** The rules under another number than a terminal's; null when it has those in force. */
export async function rulesOtherThan(store: Store, held: number): Promise<SchemeRulesTable | null> {
  const head = await headInForce(store)
  return head === null || head.seq === held ? null : rulesInForce(store)
}

/** The same as a rule file, with the text that was edited. */
export async function readRulesInForce(
  store: Store,
): Promise<{ readonly file: RuleFile; readonly signed: SignedRules } | null> {
  const [row, current] = [await rulesInForce(store), await currentCertificate(store)]
  if (row === null || current === null) return null
  const offered = { certificate: row.certificate, rules: row.rules }
  const taken = takeRules(null, offered, { roots: [current.root], verify: verifyRaw, today: null })
  return taken.ok ? { file: taken.value.file, signed: taken.value.signed } : null
}

export type PublishProblem =
  | { readonly kind: 'not-in-order'; readonly problems: readonly RuleProblem[] }
  | { readonly kind: 'too-long' }
  /** The file's own version has to go up: it stands on every answer and cover. */
  | { readonly kind: 'version-not-higher'; readonly newest: number }
  | { readonly kind: 'no-list-key' }

export interface Published {
  readonly seq: number
  readonly version: number
  readonly warnings: readonly RuleProblem[]
}

/** Checks an edited rule file, signs it under the next number, and gives it out from now on. */
export async function publishRules(
  store: Store,
  text: string,
  world: IssuerWorld,
): Promise<Result<Published, PublishProblem>> {
  if (new TextEncoder().encode(text).length > LONGEST_RULES) return fail({ kind: 'too-long' })
  const { file, problems } = checkRules(text)
  if (file === null) return fail({ kind: 'not-in-order', problems })
  const before = await headInForce(store)
  if (before !== null && file.version <= before.version) {
    return fail({ kind: 'version-not-higher', newest: before.version })
  }
  const seq = await signNext(store, { text, version: file.version }, world)
  return seq === null ? fail({ kind: 'no-list-key' }) : ok({ seq, version: file.version, warnings: problems })
}

async function signNext(
  store: Store,
  { text, version }: { readonly text: string; readonly version: number },
  world: IssuerWorld,
): Promise<number | null> {
  const signer = await listSigner(store, world)
  if (signer === null) return null
  const issuedAt = moment(world.now())
  const seq = await takeNumbers(store, 'scheme-rules')
  const rules = signRules({ seq, issuedAt, text }, signer)
  await store
    .insertInto('scheme_rules')
    .values({ seq, version, rules, certificate: signer.certificateBytes, made_at: issuedAt })
    .execute()
  return seq
}

/** Whether the rules are to be signed again: another certificate is in use since, or a terminal holds a later number. */
export async function isSigningDue(store: Store, seen: number, world: IssuerWorld): Promise<boolean> {
  const row = await headInForce(store)
  if (row === null) return false
  if (seen > row.seq && seen - row.seq <= FARTHEST) return true
  const signer = await listSigner(store, world)
  return signer !== null && !sameBytes(signer.certificateBytes, Uint8Array.from(row.certificate))
}

/** Signs the rules in force once more, above every number that was seen. */
export async function signRulesAgain(store: Store, seen: number, world: IssuerWorld): Promise<void> {
  if (!(await isSigningDue(store, seen, world))) return
  const read = await readRulesInForce(store)
  if (read === null) return
  if (seen > (await lastNumber(store, 'scheme-rules'))) await passNumber(store, 'scheme-rules', seen)
  await signNext(store, { text: read.signed.text, version: read.file.version }, world)
}
