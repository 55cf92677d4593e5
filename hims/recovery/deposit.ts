import { SealedKey } from '../../domain/wire/recovery.ts'
import type { DepositRequest, RecoveryRequest } from '../../domain/wire/recovery.ts'
import { openSealed, sealKey } from '../../domain/wire/sealed-key.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Store } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { hashCode, newCode, readCode } from '../terminal/code.ts'
import { moment } from '../world.ts'
import { recoveryKey } from './recovery-key.ts'

/** Keys a terminal may deposit: one a rotation. */
const MOST = 50
/** A supervisor stands at the terminal while somebody reads the code out. */
const CODE_LIVES = 2 * 3_600_000

/** Keeps a terminal's key as it was sealed; the same key again changes nothing. */
export async function keepDeposit(
  store: Store,
  terminal: string,
  { keyHash, sealed }: DepositRequest,
  at: string,
): Promise<boolean> {
  const kept = await store.selectFrom('deposit').select('key_hash').where('terminal', '=', terminal).execute()
  if (kept.some(({ key_hash }) => key_hash === keyHash)) return true
  if (kept.length >= MOST) return false
  const row = { terminal, key_hash: keyHash, sealed: JSON.stringify(SealedKey.parse(sealed)), kept_at: at }
  await store.insertInto('deposit').values(row).execute()
  return true
}

/** A one-time code for a terminal that lost its key, or null when HIMS keeps none for it. */
export async function createRecovery({ commit, salt, world }: HimsInside, terminal: string): Promise<string | null> {
  const code = newCode(world.random)
  const hash = await hashCode(readCode(code) ?? code, salt)
  const made = await commit(1, async (store) => {
    const kept = await store
      .selectFrom('deposit')
      .innerJoin('terminal', 'terminal.id', 'deposit.terminal')
      .select('deposit.key_hash')
      .where('deposit.terminal', '=', terminal)
      .where('terminal.retired_at', 'is', null)
      .executeTakeFirst()
    if (kept === undefined) return false
    const row = { code_hash: hash, terminal, expires_at: moment(world.now() + CODE_LIVES), used_by: null }
    await store.insertInto('recovery_code').values(row).execute()
    return true
  })
  return made ? code : null
}

/**
 * Seals a terminal's keys to whoever brings the code first; the same key may ask again, because the answer may have been
 * lost on its way.
 */
export async function openDeposits(
  store: Store,
  hash: string,
  { publicKey }: RecoveryRequest,
  { issuer, world }: HimsInside,
): Promise<Result<readonly SealedKey[], 'unknown-code'>> {
  const plan = await store.selectFrom('recovery_code').selectAll().where('code_hash', '=', hash).executeTakeFirst()
  const usable = plan !== undefined && plan.expires_at > moment(world.now())
  if (!usable || (plan.used_by !== null && plan.used_by !== publicKey)) return fail('unknown-code')
  await store.updateTable('recovery_code').set({ used_by: publicKey }).where('code_hash', '=', hash).execute()
  const own = await recoveryKey(store, issuer)
  const kept = await store
    .selectFrom('deposit')
    .selectAll()
    .where('terminal', '=', plan.terminal)
    .orderBy('kept_at', 'desc')
    .execute()
  const keys: SealedKey[] = []
  for (const { sealed } of kept) {
    const key = own === null ? null : await openSealed(SealedKey.parse(JSON.parse(sealed)), own.privateKey)
    if (key !== null) keys.push(await sealKey(key, publicKey, world.random))
  }
  return ok(keys)
}
