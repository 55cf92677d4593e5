import { z } from 'zod'

import { CardBlank } from '../../domain/card/card-record.ts'
import { TokenBlock } from '../../domain/hospital/token.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { LeaseRequest } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'
import { issuingKey } from '../issuer/issuing-key.ts'
import { moment } from '../world.ts'
import { cutBlock, prefixesOf } from './cut-block.ts'
import { signBlanks } from './sign-blanks.ts'

const Leased = z.object({ cards: z.array(CardBlank), tokens: z.array(TokenBlock) })
export type Leased = z.infer<typeof Leased>

/** Numbers and cards for one terminal. Asking again under one id repeats the answer and takes nothing more. */
export async function lease(
  store: Store,
  terminal: string,
  { id, cards, permanent, tokens }: LeaseRequest,
  world: IssuerWorld,
): Promise<Result<Leased, string>> {
  const before = await store.selectFrom('lease').selectAll().where('id', '=', id).executeTakeFirst()
  if (before !== undefined) {
    return before.terminal === terminal ? ok(Leased.parse(JSON.parse(before.reply))) : fail('another terminal’s lease')
  }
  const prefixes = await prefixesOf(store, tokens)
  if (!prefixes.ok) return fail(`unknown department ${prefixes.problem}`)
  const blocks: TokenBlock[] = []
  for (const wanted of prefixes.value) blocks.push(await cutBlock(store, terminal, wanted))
  // Without a list that says whose cards they are, nobody could tell them from forged ones: the desk gets none.
  const key = cards + permanent === 0 ? null : await issuingKey(store, world)
  const blanks =
    key === null
      ? []
      : [
          ...(await signBlanks(store, key, { terminal, cards, term: 'temporary' }, world)),
          ...(await signBlanks(store, key, { terminal, cards: permanent, term: 'permanent' }, world)),
        ]
  const leased: Leased = { cards: blanks, tokens: blocks }
  if (blanks.length + blocks.length === 0) return ok(leased)
  await store
    .insertInto('lease')
    .values({ id, terminal, leased_at: moment(world.now()), reply: JSON.stringify(leased) })
    .execute()
  return ok(leased)
}
