import { rowsStatement } from '../database/rows-statement.ts'
import type { MemberTable, RecordTable, Store } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { unitTable } from '../database/unit-table.ts'
import { inUnit, unitPart } from '../database/unit.ts'
import type { Part, Unit } from '../database/unit.ts'
import { touch } from './record-unit.ts'

/** The hospitals that hold a person. */
interface Membership {
  readonly person: string
  readonly facilities: readonly string[]
}

const membersNamed = rowsStatement<Pick<MemberTable, 'person'>, MemberTable>({
  columns: ['person'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('member')
      .selectAll()
      .where(
        'person',
        'in',
        keys.map(({ person }) => person),
      ),
})

const insertMembers = rowsStatement<MemberTable, unknown>({
  columns: ['facility', 'person'],
  most: 512,
  fit: 'split',
  build: (store, rows) =>
    store
      .insertInto('member')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
})

const membershipsIn = unitTable<Membership, string>({
  nameOf: (person) => person,
  keyOf: ({ person }) => person,
  read: async (store, persons) => {
    const rows = await membersNamed(
      store,
      persons.map((person) => ({ person })),
    )
    const grouped = Map.groupBy(rows, ({ person }) => person)
    return Array.from(grouped, ([person, held]) => ({ person, facilities: held.map(({ facility }) => facility) }))
  },
  write: (store, rows) =>
    insertMembers(
      store,
      rows.flatMap(({ person, facilities }) => facilities.map((facility) => ({ facility, person }))),
    ),
})

const firstFacility = statement((store) =>
  store.selectFrom('record').select('id').where('name', '=', 'facility').orderBy('id').limit(1),
)

const hubsFacility = statement((store) => store.selectFrom('hub_self').select('facility'))

interface Home {
  readonly facility: string
  /** The rows come from a HIMS above, in the order of its cursors: a row can come before the person it is about. */
  readonly isHub: boolean
}

interface HomePart extends Part {
  /** The hospital whose people are those that nobody else brought; null while there is none. */
  readonly find: () => Promise<Home | null>
  readonly note: (facility: string) => void
}

const homeIn = unitPart((unit): HomePart => {
  let known: string | null | undefined
  let hub: string | null | undefined
  const noted = new Set<string>()
  return {
    find: async () => {
      // A hub is sent only what is its own hospital's, whatever other hospitals there are.
      if (hub === undefined) hub = (await hubsFacility(unit.below))[0]?.facility ?? null
      if (hub !== null) return { facility: hub, isHub: true }
      known ??= (await firstFacility(unit.below))[0]?.id ?? null
      const [facility] = [...noted, ...(known === null ? [] : [known])].toSorted()
      return facility === undefined ? null : { facility, isHub: false }
    },
    note: (facility) => void noted.add(facility),
    readAhead: async () => undefined,
    dirty: () => false,
    flush: async () => {
      known = undefined
    },
  }
})

export const wishMembership = (unit: Unit, person: string): void => membershipsIn(unit).wish(person)

/** A hospital that is new in this unit can already be somebody's home. */
export const noteFacility = (unit: Unit, facility: string): void => homeIn(unit).note(facility)

/** A person whom no hospital's terminal brought belongs to the first hospital. */
export async function keepHome(unit: Unit, person: string): Promise<void> {
  const memberships = membershipsIn(unit)
  if ((await memberships.find(person)) !== null) return
  const home = await homeIn(unit).find()
  if (home === null) return
  memberships.put({ person, facilities: [home.facility] })
  // Until now nobody was sent what there is of them.
  if (home.isHub) await touchAll(unit, person)
}

/** A person that a hospital's terminal registers; there is nothing else of them yet. */
export const registerAt = (store: Store, facility: string, person: string): Promise<void> =>
  inUnit(store, async (unit) => void (await enter(unit, facility, person)))

const recordsOf = statement((store, person: string) =>
  store.selectFrom('record').selectAll().where('person', '=', person).orderBy('cursor'),
)

/** A hospital holds a person from now on: what there is of them goes to its terminals. */
export const joinFacility = (store: Store, facility: string, person: string): Promise<void> =>
  inUnit(store, async (unit) => {
    if (await enter(unit, facility, person)) await touchAll(unit, person)
  })

async function touchAll(unit: Unit, person: string): Promise<void> {
  const records: readonly RecordTable[] = await recordsOf(unit.below, person)
  for (const record of records) touch(unit, record)
}

/** True when the hospital didn't hold the person before. */
async function enter(unit: Unit, facility: string, person: string): Promise<boolean> {
  const memberships = membershipsIn(unit)
  const facilities = (await memberships.find(person))?.facilities ?? []
  if (facilities.includes(facility)) return false
  memberships.put({ person, facilities: [...facilities, facility] })
  return true
}

/** People who came before any hospital did belong to the first that opens. */
export const adoptPeople = async (store: Store, facility: string): Promise<void> => {
  await store
    .insertInto('member')
    .columns(['facility', 'person'])
    .expression((eb) =>
      eb
        .selectFrom('record')
        .select([eb.val(facility).as('facility'), 'record.id'])
        .where('record.name', '=', 'person')
        .where((inner) => {
          const held = inner.selectFrom('member').select('member.person')
          return inner.not(inner.exists(held.whereRef('member.person', '=', 'record.id')))
        }),
    )
    .execute()
}
