import type { Visit } from '../../domain/hospital/token.ts'
import { rowsStatement } from '../database/rows-statement.ts'
import type { Store, TakenTokenTable, TokenBlockTable } from '../database/schema.ts'
import { unitTable } from '../database/unit-table.ts'
import { inUnit } from '../database/unit.ts'
import type { Unit } from '../database/unit.ts'

type Token = Visit['token']
type TokenKey = Pick<Token, 'department' | 'day' | 'prefix' | 'number'>

const nameOf = ({ department, day, prefix, number }: TokenKey): string => `${department} ${day} ${prefix} ${number}`

const takenNamed = rowsStatement<TokenKey, TakenTokenTable>({
  columns: ['department', 'day', 'prefix', 'number'],
  most: 128,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('taken_token')
      .selectAll()
      .where((eb) =>
        eb.or(keys.map(({ department, day, prefix, number }) => eb.and({ department, day, prefix, number }))),
      ),
})

const insertTaken = rowsStatement<TakenTokenTable, unknown>({
  columns: ['department', 'day', 'prefix', 'number', 'visit'],
  most: 256,
  fit: 'split',
  build: (store, rows) => store.insertInto('taken_token').values(rows),
})

const takenIn = unitTable<TakenTokenTable, TokenKey>({
  nameOf,
  keyOf: (token) => token,
  read: takenNamed,
  write: insertTaken,
})

/** A number, and the terminal that leased it. */
type Leased = TokenKey & Pick<TokenBlockTable, 'terminal'>

const blocksAround = rowsStatement<TokenKey, TokenBlockTable>({
  columns: ['department', 'day', 'prefix', 'number'],
  most: 128,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('token_block')
      .selectAll()
      .where((eb) =>
        eb.or(
          keys.map(({ department, day, prefix, number }) =>
            eb.and([eb.and({ department, day, prefix }), eb('low', '<=', number), eb('high', '>=', number)]),
          ),
        ),
      ),
})

const leasedIn = unitTable<Leased, TokenKey>({
  nameOf,
  keyOf: (leased) => leased,
  read: async (store, keys) => {
    const blocks = Map.groupBy(
      await blocksAround(store, keys),
      ({ department, day, prefix }) => `${department} ${day} ${prefix}`,
    )
    return keys.flatMap((key) => {
      const near = blocks.get(`${key.department} ${key.day} ${key.prefix}`) ?? []
      const block = near.find(({ low, high }) => low <= key.number && key.number <= high)
      return block === undefined ? [] : [{ ...key, terminal: block.terminal }]
    })
  },
})

export function wishToken(unit: Unit, token: Token): void {
  const { department, day, prefix, number } = token
  takenIn(unit).wish({ department, day, prefix, number })
  leasedIn(unit).wish({ department, day, prefix, number })
}

/** The terminal that leased the number of a token. */
export const leaserOf = (store: Store, { department, day, prefix, number }: Token): Promise<string | undefined> =>
  inUnit(store, async (unit) => (await leasedIn(unit).find({ department, day, prefix, number }))?.terminal)

/** Marks a visit's token as given; false when another visit has it. */
export const takeToken = (store: Store, { id, token }: Visit): Promise<boolean> =>
  inUnit(store, async (unit) => {
    const { department, day, prefix, number } = token
    const taken = await takenIn(unit).find({ department, day, prefix, number })
    if (taken !== null) return taken.visit === id
    takenIn(unit).put({ department, day, prefix, number, visit: id })
    return true
  })
