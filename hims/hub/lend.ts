import { z } from 'zod'

import { CardBlank } from '../../domain/card/card-record.ts'
import { TokenBlock } from '../../domain/hospital/token.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { LeaseRequest } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { takeCards, takeTokens } from './stock.ts'

const Lent = z.object({ cards: z.array(CardBlank), tokens: z.array(TokenBlock) })
export type Lent = z.infer<typeof Lent>

/** Numbers and cards for one terminal, out of what this hub was leased. Asking again under one id repeats the answer. */
export async function lend(
  store: Store,
  terminal: string,
  { id, cards, permanent, tokens }: LeaseRequest,
  { now }: Pick<HimsWorld, 'now'>,
): Promise<Result<Lent, string>> {
  const before = await store.selectFrom('lease').selectAll().where('id', '=', id).executeTakeFirst()
  if (before !== undefined) {
    return before.terminal === terminal ? ok(Lent.parse(JSON.parse(before.reply))) : fail('another terminal’s lease')
  }
  const blocks: TokenBlock[] = []
  for (const wanted of tokens) blocks.push(...(await takeTokens(store, wanted)))
  const blanks = [...(await takeCards(store, 'temporary', cards)), ...(await takeCards(store, 'permanent', permanent))]
  const lent: Lent = { cards: blanks, tokens: blocks }
  if (blocks.length + blanks.length === 0) return ok(lent)
  if (blocks.length > 0)
    await store
      .insertInto('token_block')
      .values(blocks.map((block) => ({ ...block, terminal })))
      .execute()
  if (blanks.length > 0) {
    const rows = blanks.map(({ cardId, statusIndex, issued, expires }) => ({
      card_id: cardId,
      status_index: statusIndex,
      issued,
      expires,
      terminal,
    }))
    await store.insertInto('card_blank').values(rows).execute()
  }
  await store
    .insertInto('lease')
    .values({ id, terminal, leased_at: moment(now()), reply: JSON.stringify(lent) })
    .execute()
  return ok(lent)
}
