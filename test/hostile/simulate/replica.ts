import { z } from 'zod'

import type { TableName } from '../../../domain/wire/table.ts'
import { tableNames } from '../../../domain/wire/table.ts'
import { heldAfter, visible } from '../../../hims/record/visible.ts'
import type { Viewer } from '../../../hims/record/visible.ts'
import { facility } from '../../fake/hims-stub.ts'
import { canonicalText } from './canonical.ts'
import type { Run } from './run-state.ts'
import type { ServerPlace } from './server-place.ts'
import { tendOld } from './trouble.ts'

const Status = z.looseObject({ waiting: z.int(), link: z.looseObject({ kind: z.string() }) })

/** Null when nothing waits anywhere and every place has what HIMS has; else what differs first. */
export async function unhealed(run: Run): Promise<string | null> {
  const { hospital } = run
  await tendOld(run)
  const waiting = await hospital.hub.hims().inside.hub?.waiting()
  if (waiting !== 0) return `${waiting} wait at the hub`
  for (const terminal of hospital.terminals) {
    const status = Status.safeParse(await terminal.ask('terminal.status'))
    if (!status.success || terminal.isOld()) return `${terminal.name} is not at work`
    if (status.data.waiting > 0) return `${status.data.waiting} wait at ${terminal.name}`
    if (status.data.link.kind !== 'online') return `${terminal.name} is ${JSON.stringify(status.data.link)}`
  }
  return differing(run)
}

async function differing({ hospital, time }: Run): Promise<string | null> {
  const seen = new Map<string, Rows>()
  const seenBy = async (viewer: Viewer): Promise<Rows> => {
    const known = seen.get(viewer.role) ?? (await rowsFor(hospital.cloud, viewer))
    seen.set(viewer.role, known)
    return known
  }
  const atHims = await seenBy({ role: 'hub', facility: facility.code })
  const atHub = await rowsFor(hospital.hub, { role: 'hub', facility: facility.code })
  for (const table of tableNames) {
    const differs = difference({ table, from: '' }, atHims, (name) => atHub.get(name) ?? none)
    if (differs !== null) return `the hub: ${differs}`
  }
  for (const terminal of hospital.terminals) {
    const viewer = { role: terminal.role, facility: facility.code }
    const rows = await seenBy(viewer)
    for (const table of rows.keys()) {
      const differs = difference({ table, from: heldAfter(viewer, table, time.now()) }, rows, terminal.rows)
      if (differs !== null) return `${terminal.name}: ${differs}`
    }
  }
  return null
}

type Rows = ReadonlyMap<TableName, ReadonlyMap<string, string>>
export const none: ReadonlyMap<string, string> = new Map()

/** What is held of a table: rows up to the id `from` may be forgotten. */
interface Held {
  readonly table: TableName
  readonly from: string
}

function difference(
  { table, from }: Held,
  there: Rows,
  here: (table: TableName) => ReadonlyMap<string, string>,
): string | null {
  const rows = here(table)
  const wanted = there.get(table) ?? none
  for (const [id, text] of wanted) {
    const isForgotten = id <= from && !rows.has(id)
    if (rows.get(id) !== text && !isForgotten) return `${table} ${id} is ${rows.get(id) ?? 'missing'}, at HIMS ${text}`
  }
  for (const [id, text] of rows) {
    if (!wanted.has(id) && !isOver({ table, text }, there, here)) return `${table} ${id} is not at HIMS: ${text}`
  }
  return null
}

const Unlinked = z.looseObject({ why: z.literal('unlinked'), one: z.string(), other: z.string() })

/**
 * A link that HIMS would not have, because somebody else was first, stays here as undone; and so does the word that its
 * two are different people, when it was taken back here before HIMS was heard.
 */
function isOver(
  { table, text }: { readonly table: TableName; readonly text: string },
  there: Rows,
  here: (table: TableName) => ReadonlyMap<string, string>,
): boolean {
  if (table === 'person_link') return !text.includes('"undone":null')
  if (table !== 'review') return false
  const review = Unlinked.safeParse(JSON.parse(text))
  if (!review.success) return false
  const { one, other } = review.data
  const links = [...here('person_link')].filter(([, link]) => link.includes(one) && link.includes(other))
  return links.length > 0 && links.every(([id]) => there.get('person_link')?.has(id) !== true)
}

/** Everything at a server that a viewer may see. */
export async function rowsFor(place: ServerPlace, viewer: Viewer): Promise<Rows> {
  const { store } = place.hims().inside
  const rows = await visible(store, viewer).select(['record.name', 'record.id', 'record.row']).execute()
  const tables = new Map<TableName, Map<string, string>>()
  for (const { name, id, row } of rows) {
    const table = tableNames.find((each) => each === name)
    if (table === undefined) continue
    const kept = tables.get(table) ?? new Map<string, string>()
    tables.set(table, kept)
    kept.set(id, canonicalText(row))
  }
  return tables
}
