import type { Change } from '../../domain/wire/sync.ts'
import { knownRow } from './known-row.ts'
import { learntOf } from './learnt.ts'
import type { Learnt } from './learnt.ts'
import { cellsOf } from './shared-shape.ts'
import type { Cell } from './shared-shape.ts'

/** No row that came over a wire has it. */
const READY = Symbol('ready')

/** A person who was read, checked and cut into cells beforehand, on whichever thread: this goes into the table as it is. */
export interface ReadyPerson {
  readonly [READY]: true
  readonly body: string
  readonly cells: readonly Cell[]
  readonly learnt: Learnt
}

export const isReady = (row: unknown): row is ReadyPerson => typeof row === 'object' && row !== null && READY in row

/** Changes between two threads, in columns: many small objects would cost more than their making saves. */
export interface SentRows {
  readonly cursors: readonly number[]
  readonly tables: readonly string[]
  readonly ids: readonly string[]
  readonly versions: readonly number[]
  /** Null for whoever is ready. */
  readonly rows: readonly unknown[]
  readonly bodies: readonly (string | null)[]
  readonly cells: readonly (readonly Cell[])[]
  readonly learnt: readonly (readonly string[])[]
}

export function sentRows(changes: readonly Change[]): SentRows {
  const ready = changes.map(readied)
  return {
    cursors: changes.map(({ cursor }) => cursor),
    tables: changes.map(({ table }) => table),
    ids: changes.map(({ id }) => id),
    versions: changes.map(({ version }) => version),
    rows: changes.map(({ row }, at) => (ready[at]?.body === undefined ? row : null)),
    bodies: ready.map((person) => person?.body ?? null),
    cells: ready.map((person) => person?.cells ?? []),
    learnt: ready.map((person) => {
      const { words = '', folds = '', place = '', pairs = '' } = person?.learnt ?? {}
      return [words, folds, place, pairs]
    }),
  }
}

export const readRows = (sent: SentRows): readonly Change[] =>
  sent.ids.map((id, at) => {
    const [version, cursor, table] = [sent.versions[at] ?? 0, sent.cursors[at] ?? 0, sent.tables[at] ?? '']
    const [body, cells] = [sent.bodies[at] ?? null, sent.cells[at] ?? []]
    if (body === null) return { cursor, table, id, version, row: sent.rows[at] }
    const [words = '', folds = '', place = '', pairs = ''] = sent.learnt[at] ?? []
    const row: ReadyPerson = { [READY]: true, body, cells, learnt: { id, words, folds, place, pairs } }
    return { cursor, table, id, version, row }
  })

/** Null for whatever this version does not read whole: it is kept the long way. */
function readied({ table, id, row }: Change): Omit<ReadyPerson, typeof READY> | null {
  if (table !== 'person') return null
  const known = knownRow(table, row)
  if (!known.ok || known.value.partial || known.value.change.table !== 'person') return null
  const person = known.value.change.row
  if (person.id !== id) return null
  return { body: JSON.stringify(person), cells: cellsOf('person', person), learnt: learntOf(person) }
}
