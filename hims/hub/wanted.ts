import { MutationId, uuidV7 } from '../../domain/id.ts'
import type { LeaseRequest } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'
import { dayInDelhi } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { countStock, tokensLeft } from './stock.ts'

/** A hospital day of the largest departments has some 3,000 numbers; two days without HIMS are covered. */
const TOKENS = { few: 600, many: 200, most: 60 } as const
const CARDS = { few: 300, many: 500 } as const
const DAY = 24 * 3_600_000

/** What this hub should lease now to carry its terminals through a cut, or null when it has enough. */
export async function stockWanted(
  store: Store,
  { now, random }: Pick<HimsWorld, 'now' | 'random'>,
): Promise<LeaseRequest | null> {
  const stock = await countStock(store)
  const departments = await store
    .selectFrom('record')
    .select('id')
    .where('name', '=', 'department')
    .orderBy('id')
    .execute()
  const days = [dayInDelhi(now()), dayInDelhi(now() + DAY)]
  const tokens = days
    .flatMap((day) => departments.map(({ id: department }) => ({ department, day, count: TOKENS.many })))
    .filter(({ department, day }) => tokensLeft(stock, department, day) < TOKENS.few)
    .slice(0, TOKENS.most)
  const cards = stock.cards.temporary < CARDS.few ? CARDS.many : 0
  const permanent = stock.cards.permanent < CARDS.few ? CARDS.many : 0
  if (tokens.length + cards + permanent === 0) return null
  return { id: MutationId.parse(uuidV7(now(), random(10))), cards, permanent, tokens }
}
