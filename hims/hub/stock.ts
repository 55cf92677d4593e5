import { CardBlank } from '../../domain/card/card-record.ts'
import { TokenBlock } from '../../domain/hospital/token.ts'
import type { LeaseReply, LeaseRequest } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'

const tokenName = ({ department, day }: { readonly department: string; readonly day: string }): string =>
  `${department} ${day}`

/** Keeps what the HIMS above leased to this hub. */
export async function keepStock(store: Store, { cards, tokens }: Pick<LeaseReply, 'cards' | 'tokens'>): Promise<void> {
  const rows = [
    ...tokens.map((block) => ({
      kind: 'token' as const,
      name: tokenName(block),
      low: block.low,
      high: block.high,
      next: block.low,
      body: JSON.stringify(block),
    })),
    ...cards.map((card) => ({
      kind: 'card' as const,
      name: card.term,
      low: card.statusIndex,
      high: card.statusIndex,
      next: card.statusIndex,
      body: JSON.stringify(card),
    })),
  ]
  if (rows.length === 0) return
  await store
    .insertInto('hub_stock')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes up to `count` numbers of a department's day out of the stock, as blocks of one run each. */
export async function takeTokens(
  store: Store,
  { department, day, count }: LeaseRequest['tokens'][number],
): Promise<readonly TokenBlock[]> {
  const taken: TokenBlock[] = []
  let wanted = count
  const rows = await store
    .selectFrom('hub_stock')
    .selectAll()
    .where('kind', '=', 'token')
    .where('name', '=', tokenName({ department, day }))
    .whereRef('next', '<=', 'high')
    .orderBy('low')
    .execute()
  for (const { name, low, high, next, body } of rows) {
    if (wanted === 0) break
    const until = Math.min(high, next + wanted - 1)
    taken.push({ ...TokenBlock.parse(JSON.parse(body)), low: next, high: until })
    wanted -= until - next + 1
    await store
      .updateTable('hub_stock')
      .set({ next: until + 1 })
      .where('kind', '=', 'token')
      .where('name', '=', name)
      .where('low', '=', low)
      .execute()
  }
  return taken
}

/** Takes up to `count` signed cards of a term out of the stock. */
export async function takeCards(store: Store, term: CardBlank['term'], count: number): Promise<readonly CardBlank[]> {
  if (count === 0) return []
  const rows = await store
    .selectFrom('hub_stock')
    .select(['low', 'body'])
    .where('kind', '=', 'card')
    .where('name', '=', term)
    .whereRef('next', '<=', 'high')
    .orderBy('low')
    .limit(count)
    .execute()
  for (const { low } of rows) {
    await store
      .updateTable('hub_stock')
      .set({ next: low + 1 })
      .where('kind', '=', 'card')
      .where('name', '=', term)
      .where('low', '=', low)
      .execute()
  }
  return rows.map(({ body }) => CardBlank.parse(JSON.parse(body)))
}

export interface StockCount {
  readonly cards: Readonly<Record<CardBlank['term'], number>>
  readonly tokens: ReadonlyMap<string, number>
}

/** What is left to pass on. */
export async function countStock(store: Store): Promise<StockCount> {
  const rows = await store
    .selectFrom('hub_stock')
    .select(({ fn, eb }) => [
      'kind',
      'name',
      fn.sum<number | string>(eb(eb('high', '-', eb.ref('next')), '+', 1)).as('left'),
    ])
    .whereRef('next', '<=', 'high')
    .groupBy(['kind', 'name'])
    .execute()
  const left = (kind: string, name: string) =>
    Number(rows.find((row) => row.kind === kind && row.name === name)?.left ?? 0)
  return {
    cards: { temporary: left('card', 'temporary'), permanent: left('card', 'permanent') },
    tokens: new Map(rows.flatMap((row) => (row.kind === 'token' ? [[row.name, Number(row.left)] as const] : []))),
  }
}

export const tokensLeft = (stock: StockCount, department: string, day: string): number =>
  stock.tokens.get(tokenName({ department, day })) ?? 0
