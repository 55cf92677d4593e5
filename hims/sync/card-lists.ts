import { CardListsReply, CardListsRequest, DelegateReply, DelegateRequest } from '../../domain/wire/card-lists.ts'
import type { EmergencyKey } from '../../domain/wire/card-lists.ts'
import type { HimsInside } from '../hims.ts'
import { delegateKey } from '../issuer/delegate.ts'
import { emergencyKeys, isKeyDue, keepEmergencyKey } from '../issuer/emergency-key.ts'
import { passTrust, signedList } from '../issuer/trust.ts'
import { isSigningDue, rulesOtherThan, signRulesAgain } from '../scheme/rules.ts'
import { lastNumber } from '../database/counter.ts'
import { answer, common, refusal } from './answer.ts'
import type { Call } from './handler.ts'

const base64 = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString('base64')

async function ring({ store, commit, issuer }: HimsInside): Promise<readonly EmergencyKey[]> {
  const keys = await emergencyKeys(store, issuer)
  if (!isKeyDue(keys, issuer)) return keys
  await commit(1, (write) => keepEmergencyKey(write, issuer))
  return emergencyKeys(store, issuer)
}

/** Who asks about schemes: a kiosk or a counter of the pharmacy has no use for a hundred kilobytes of rules. */
const forSchemes: ReadonlySet<string> = new Set(['desk', 'hub'])

async function newerRules({ store, commit, issuer }: HimsInside, held: number): Promise<CardListsReply['rules']> {
  if (await isSigningDue(store, held, issuer)) await commit(1, (write) => signRulesAgain(write, held, issuer))
  const row = await rulesOtherThan(store, held)
  if (row === null) return null
  return { seq: row.seq, certificate: base64(row.certificate) ?? '', list: base64(row.rules) ?? '' }
}

/** Which lists are newer than a terminal's; one that has a later list than HIMS makes HIMS pass it. */
export const cardListsCall: Call<CardListsRequest> = {
  schema: CardListsRequest,
  handle: async (inside, terminal, asked) => {
    const { store, issuer } = inside
    if (asked.trust > (await lastNumber(store, 'trust-list'))) {
      await inside.commit(1, (write) => passTrust(write, asked.trust, issuer))
    }
    const trust = await signedList(store, 'trust')
    const status = trust === null ? null : await inside.statusFor(asked.status)
    const newer = trust !== null && trust.seq !== asked.trust
    const rules =
      asked.rules === undefined || !forSchemes.has(terminal.role) ? null : await newerRules(inside, asked.rules)
    return answer({
      ...common(inside),
      rules,
      trust: newer ? { certificate: base64(trust.certificate) ?? '', list: base64(trust.list) ?? '' } : null,
      status: status === null ? null : { snapshot: base64(status.snapshot), delta: base64(status.delta) },
      // A kiosk shows nothing of a person's health, so it cannot give a key away either.
      emergency: terminal.role === 'kiosk' ? [] : [...(await ring(inside))],
    } satisfies CardListsReply)
  },
}

/** A desk's own key for cards, into the trust list. */
export const delegateCall: Call<DelegateRequest> = {
  schema: DelegateRequest,
  handle: async (inside, terminal, { publicKey }) => {
    const delegated = await inside.commit(1, (store) => delegateKey(store, terminal, publicKey, inside.issuer))
    if (!delegated.ok) return refusal({ problem: 'bad-request', detail: delegated.problem })
    return answer({ ...common(inside), ...delegated.value } satisfies DelegateReply)
  },
}
