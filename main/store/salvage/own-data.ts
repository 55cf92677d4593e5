import { rowsOn } from './b-tree.ts'
import type { Row } from './b-tree.ts'
import { ownRow } from './own-row.ts'
import type { OwnName, OwnRow } from './own-row.ts'
import type { PageSource } from './page-source.ts'

/** What could be read of the tables that only this terminal has; of a row written twice the later one. */
export interface OwnData {
  readonly device: OwnRow<'device'> | null
  readonly outbox: readonly OwnRow<'outbox'>[]
  readonly audit: readonly OwnRow<'audit'>[]
  readonly prints: readonly OwnRow<'print_job'>[]
  readonly deskKeys: readonly OwnRow<'desk_key'>[]
  readonly tries: readonly OwnRow<'operator_try'>[]
  readonly tokens: readonly OwnRow<'token_block'>[]
  readonly cards: readonly OwnRow<'card_blank'>[]
  /** Numbers for HIMS that were given out and cannot be read. */
  readonly lost: readonly number[]
  /** The newest work may be missing without leaving a number behind. */
  readonly tail: boolean
}

export function ownData(source: PageSource): OwnData {
  const shelf = shelves()
  for (const { number, open } of source.versions) {
    for (const row of rowsOn(open(), number, source.newest)) shelf.put(row)
  }
  const outbox = shelf.all('outbox')
  const [device = null] = shelf.all('device')
  return {
    device,
    outbox,
    audit: shelf.all('audit'),
    prints: shelf.all('print_job'),
    deskKeys: shelf.all('desk_key'),
    tries: shelf.all('operator_try'),
    tokens: shelf.all('token_block'),
    cards: shelf.all('card_blank'),
    lost: device === null ? [] : missing(outbox, device.cells[10], device.cells[11]),
    tail: device === null || source.broken,
  }
}

function shelves() {
  const names: readonly OwnName[] = [
    'device',
    'outbox',
    'audit',
    'print_job',
    'desk_key',
    'operator_try',
    'token_block',
    'card_blank',
  ]
  const kept = new Map(names.map((name) => [name, new Map<string, Row>()]))
  return {
    put(row: Row) {
      const name = names.find((each) => ownRow(each, row) !== null)
      // Rows without a number have their key in front: of blocks the first three cells, of the others the first.
      const key = row.rowid ?? row.cells.slice(0, name === 'token_block' ? 3 : 1).join(' ')
      if (name !== undefined) kept.get(name)?.set(String(key), row)
    },
    all: <Name extends OwnName>(name: Name): readonly OwnRow<Name>[] =>
      [...(kept.get(name)?.values() ?? [])]
        .flatMap((row) => ownRow(name, row) ?? [])
        .toSorted((a, b) => (a.rowid ?? 0) - (b.rowid ?? 0)),
  }
}

/**
 * Numbers below the next one that nobody can find any more. HIMS answers in order, so whatever lies below the highest
 * settled one has arrived.
 */
function missing(outbox: OwnData['outbox'], nextN: number, sentN: number): readonly number[] {
  const numbered = outbox.flatMap(({ cells: [, n, , , , , , state] }) => (n === null ? [] : [{ n, state }]))
  const settled = numbered.flatMap(({ n, state }) => (state === 'waiting' ? [] : [n]))
  const found = new Set(numbered.map(({ n }) => n))
  const from = settled.length > 0 ? Math.max(...settled) : Math.min(sentN, ...numbered.map(({ n }) => n - 1))
  const given = Array.from({ length: Math.max(0, nextN - 1 - from) }, (_, at) => from + 1 + at)
  return given.filter((n) => !found.has(n))
}
