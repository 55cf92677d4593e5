import type { Certificate, TrustedKey } from '../../domain/card/trust-list.ts'
import type { Result } from '../../domain/result.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Commit } from '../database/group-commit.ts'
import type { Store } from '../database/schema.ts'
import { dayInDelhi } from '../world.ts'
import type { IssuerWorld } from './issuer-world.ts'
import { issuingKey, makeIssuingKey } from './issuing-key.ts'
import { currentCertificate, installCertificate, listSigner, requestListKey } from './list-key.ts'
import type { InstallProblem, SignedRequest } from './list-key.ts'
import { publishTrust, signedList } from './trust.ts'
import { trustedKeys, withdrawKey } from './trusted-key.ts'

export interface KeyReport {
  /** The hexadecimal public key that terminals pin. */
  readonly root: string | null
  readonly certificate: Certificate | null
  readonly trustSeq: number | null
  readonly keys: readonly TrustedKey[]
  /** The terminal, by id and label, that holds a delegated key, by the key's kid. */
  readonly holders: ReadonlyMap<string, string>
  /** The key of today's cards; null when no cards can be signed. */
  readonly issuing: string | null
  /** What has to be done, by when, the most pressing first. */
  readonly todo: readonly Todo[]
}

export interface Todo {
  readonly by: string
  readonly what: 'certify-list-key' | 'find-key-file' | 'renew-certificate'
}

/** What officers do with the keys behind the card. */
export interface CardKeys {
  readonly request: () => Promise<SignedRequest>
  readonly install: (certificate: Uint8Array, root: string) => Promise<Result<Certificate, InstallProblem>>
  /** A new issuing key beside the one in use; its kid. */
  readonly rotate: () => Promise<Result<string, 'no-list-key'>>
  /** Cards that a key signed on this day or later are refused from now on. */
  readonly withdraw: (kid: string, from: string) => Promise<Result<null, 'unknown-key' | 'no-list-key'>>
  readonly show: () => Promise<KeyReport>
  /** The newest trust list with its certificate, as terminals get it. */
  readonly trust: () => Promise<{ readonly certificate: Uint8Array; readonly list: Uint8Array } | null>
}

export function cardKeys(store: Store, commit: Commit, world: IssuerWorld): CardKeys {
  return {
    request: () => commit(1, (inside) => requestListKey(inside, world)),
    install: (certificate, root) =>
      commit(1, async (inside) => {
        const installed = await installCertificate(inside, certificate, root, world)
        if (!installed.ok) return installed
        await publishTrust(inside, world)
        await issuingKey(inside, world)
        return installed
      }),
    rotate: () =>
      commit(1, async (inside) => {
        const kid = await makeIssuingKey(inside, world)
        return kid === null ? fail('no-list-key') : ok(kid)
      }),
    withdraw: (kid, from) =>
      commit(1, async (inside) => {
        if ((await listSigner(inside, world)) === null) return fail('no-list-key')
        if (!(await withdrawKey(inside, kid, from))) return fail('unknown-key')
        await publishTrust(inside, world)
        // Where it was the only one, a new key takes its place at once.
        await issuingKey(inside, world)
        return ok(null)
      }),
    show: () => commit(1, (inside) => report(inside, world)),
    trust: () => signedList(store, 'trust'),
  }
}

const RENEW_BEFORE = 60
const DAY = 24 * 3_600_000

async function report(store: Store, world: IssuerWorld): Promise<KeyReport> {
  const current = await currentCertificate(store)
  const today = dayInDelhi(world.now())
  const todo: Todo[] = []
  if (current === null) todo.push({ by: today, what: 'certify-list-key' })
  else {
    const { notAfter } = current.certificate
    const by = dayInDelhi(Date.parse(`${notAfter}T00:00:00Z`) - RENEW_BEFORE * DAY)
    if ((await listSigner(store, world)) === null && notAfter >= today) todo.push({ by: today, what: 'find-key-file' })
    todo.push({ by: by < today ? today : by, what: 'renew-certificate' })
  }
  return {
    root: current?.root ?? null,
    certificate: current?.certificate ?? null,
    trustSeq: (await signedList(store, 'trust'))?.seq ?? null,
    keys: await trustedKeys(store),
    holders: await holdersOf(store),
    issuing: (await issuingKey(store, world))?.kid ?? null,
    todo,
  }
}

async function holdersOf(store: Store): Promise<KeyReport['holders']> {
  const rows = await store
    .selectFrom('trusted_key')
    .innerJoin('terminal', 'terminal.id', 'trusted_key.terminal')
    .select(['trusted_key.kid', 'terminal.id', 'terminal.label'])
    .execute()
  return new Map(rows.map(({ kid, id, label }) => [kid, `${label} (${id})`]))
}
