import { z } from 'zod'

import { facility } from '../../fake/hims-stub.ts'
import { refusals } from './refusal.ts'
import { none, rowsFor } from './replica.ts'
import type { Run } from './run-state.ts'
import type { TableName } from '../../../domain/wire/table.ts'

const Visit = z.looseObject({ token: z.looseObject({ day: z.string(), prefix: z.string(), number: z.int() }) })
const Dispensed = z.looseObject({ prescriptionId: z.string(), quantity: z.int() })
const Supplied = z.looseObject({ personId: z.string(), quantity: z.int() })
const Linked = z.looseObject({ undone: z.unknown() })
const Person = z.looseObject({ phone: z.string().nullable(), language: z.string() })
const Card = z.looseObject({ personId: z.string() })

/** Everything of a table at HIMS. */
type Read = (table: TableName) => ReadonlyMap<string, unknown>
type Check = (run: Run, rows: Read) => readonly string[]

/** Holds HIMS against what people were told; each difference is one broken promise. */
export async function judge(run: Run): Promise<readonly string[]> {
  const { hospital, model } = run
  const all = await rowsFor(hospital.cloud, { role: 'hub', facility: facility.code })
  const rows: Read = (table) => new Map([...(all.get(table) ?? none)].map(([id, row]) => [id, JSON.parse(row)]))
  const refused = await refusals(run)
  const outrun = refused.filter(({ isFair, of }) => isFair && of === 'person.linked').length
  return [
    ...model.violations,
    ...hospital.faults,
    ...[people, tokens, cards, links(outrun), units].flatMap((check) => check(run, rows)),
    ...refused.flatMap(({ isFair, what }) => (isFair ? [] : [what])),
  ]
}

const same = (what: string, told: ReadonlySet<string>, kept: ReadonlySet<string>): readonly string[] => [
  ...[...told].flatMap((id) => (kept.has(id) ? [] : [`${what} ${id} was told and is not at HIMS`])),
  ...[...kept].flatMap((id) => (told.has(id) ? [] : [`${what} ${id} is at HIMS and nobody was told`])),
]

const people: Check = ({ model }, rows) => {
  const kept = rows('person')
  const forged = [...model.people].flatMap(([id, said]) => {
    const read = Person.safeParse(kept.get(id))
    if (!read.success || (said.phones.has(read.data.phone) && said.languages.has(read.data.language))) return []
    return [`person ${id} has what nobody said`]
  })
  return [...same('person', new Set(model.people.keys()), new Set(kept.keys())), ...forged]
}

const tokens: Check = ({ model }, rows) => {
  const kept = [...rows('visit').values()].map((row) => Visit.parse(row).token)
  const names = kept.map(({ day, prefix, number }) => `${day} ${prefix} ${number}`)
  return [
    ...(kept.length === model.tokens.size ? [] : [`${kept.length} visits, ${model.tokens.size} tokens were given`]),
    ...same('token', model.tokens, new Set(names)),
  ]
}

const cards: Check = ({ model }, rows) => {
  const kept = rows('card')
  const others = [...model.cards].flatMap(([id, { personId }]) => {
    const card = Card.safeParse(kept.get(id))
    return !card.success || card.data.personId === personId ? [] : [`card ${id} is somebody else's`]
  })
  return [...same('card', new Set(model.cards.keys()), new Set(kept.keys())), ...others]
}

/** Of two desks that join the same people the first one counts, and the other hears of it. */
const links =
  (outrun: number): Check =>
  ({ model }, rows) => {
    const kept = rows('person_link')
    const missing = [...model.links.keys()].filter((id) => !kept.has(id))
    const alive = [...model.links].flatMap(([id, undone]) => {
      const read = Linked.safeParse(kept.get(id))
      return undone && read.success && read.data.undone === null ? [`link ${id} was undone and holds`] : []
    })
    return [...(missing.length > outrun ? [`links ${missing.join()} were told and are not at HIMS`] : []), ...alive]
  }

const units: Check = ({ model }, rows) => {
  const given = sums(
    [...rows('dispense').values()].map((row) => Dispensed.parse(row)),
    'prescriptionId',
  )
  const supplied = sums(
    [...rows('emergency_supply').values()].map((row) => Supplied.parse(row)),
    'personId',
  )
  return [
    ...[...model.orders].flatMap(([id, order]) => {
      const counted = given.get(id) ?? 0
      return counted === order.given ? [] : [`order ${id}: ${order.given} were given, HIMS counts ${counted}`]
    }),
    ...[...model.supplies].flatMap(([id, told]) =>
      supplied.get(id) === told ? [] : [`${told} were supplied to ${id}, HIMS counts ${supplied.get(id) ?? 0}`],
    ),
  ]
}

function sums<Name extends string>(
  rows: readonly (Readonly<Record<Name, string>> & { readonly quantity: number })[],
  by: Name,
): ReadonlyMap<string, number> {
  const sum = new Map<string, number>()
  for (const row of rows) sum.set(row[by], (sum.get(row[by]) ?? 0) + row.quantity)
  return sum
}
