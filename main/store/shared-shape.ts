import { normalise } from '../../domain/search/normalise.ts'
import { remembered } from '../../domain/search/remembered.ts'
import { birthYearOf } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import type { ChangeRow } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { nameCells } from './name-text.ts'

export type RowOf<Name extends TableName> = Extract<ChangeRow, { readonly table: Name }>['row']

export type Cell = string | number | null

/** How a row of a shared table is named and which of its facts are columns, because a query asks for them. */
interface Shape<Row> {
  readonly key: (row: Row) => string
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>
}

export const placeOf = ({ address }: Person): string =>
  plainPlace(`${address.locality} ${(address.district ?? '').replaceAll('-', ' ')}`)

/** A hospital's people live in some hundred places. */
const plainPlace = remembered(normalise)

export const shapes: { readonly [Name in TableName]: Shape<RowOf<Name>> } = {
  facility: { key: (row) => row.code, columns: {} },
  department: { key: (row) => row.code, columns: {} },
  operator: { key: (row) => row.id, columns: {} },
  card_flag: { key: (row) => row.id, columns: { card_id: (row) => row.cardId } },
  person: {
    key: (row) => row.id,
    columns: {
      phone: (row) => row.phone,
      abha: (row) => row.abha,
      words: (row) => nameCells(row).words,
      folds: (row) => nameCells(row).folds,
      whole: (row) => nameCells(row).whole,
      place: placeOf,
      born: (row) => String(birthYearOf(row.birth)),
    },
  },
  allergy: { key: (row) => row.id, columns: { person_id: (row) => row.personId } },
  card: {
    key: (row) => row.cardId,
    columns: { person_id: (row) => row.personId, status_index: (row) => row.statusIndex },
  },
  visit: {
    key: (row) => row.id,
    columns: {
      person_id: (row) => row.personId,
      department: (row) => row.token.department,
      day: (row) => row.token.day,
      prefix: (row) => row.token.prefix,
      number: (row) => row.token.number,
      opened_at: (row) => row.openedAt,
      terminal: (row) => row.terminal,
    },
  },
  medicine: { key: (row) => row.code, columns: { words: (row) => normalise(row.name) } },
  lot: { key: (row) => row.id, columns: { medicine: (row) => row.medicine, expiry: (row) => row.expiry } },
  stock_event: { key: (row) => row.id, columns: { lot_id: (row) => row.lotId, delta: (row) => row.delta } },
  prescription: {
    key: (row) => row.id,
    columns: { person_id: (row) => row.personId, status: (row) => row.status, written_at: (row) => row.writtenAt },
  },
  right: {
    key: (row) => row.id,
    columns: {
      item_id: (row) => row.itemId,
      prescription_id: (row) => row.prescriptionId,
      units_left: (row) => row.left,
      holder: (row) => row.holder,
      epoch: (row) => row.epoch,
    },
  },
  dispense: {
    key: (row) => row.id,
    columns: {
      item_id: (row) => row.itemId,
      prescription_id: (row) => row.prescriptionId,
      person_id: (row) => row.personId,
      quantity: (row) => row.quantity,
      at: (row) => row.at,
      terminal: (row) => row.terminal,
    },
  },
  person_link: {
    key: (row) => row.id,
    columns: {
      kept: (row) => row.kept,
      merged: (row) => row.merged,
      undone: (row) => (row.undone === null ? 0 : 1),
    },
  },
  review: { key: (row) => row.id, columns: { open: (row) => (row.decided === null ? 1 : 0), at: (row) => row.at } },
  right_wish: {
    key: (row) => row.id,
    columns: { prescription_id: (row) => row.prescriptionId, open: (row) => (row.state === 'open' ? 1 : 0) },
  },
  emergency_supply: { key: (row) => row.id, columns: { person_id: (row) => row.personId, at: (row) => row.at } },
  room: { key: (row) => row.code, columns: {} },
  roster: { key: (row) => row.id, columns: { day: (row) => row.day, department: (row) => row.department } },
  visit_event: {
    key: (row) => row.id,
    columns: {
      visit_id: (row) => row.visitId,
      at: (row) => row.at,
      moved_to: (row) => (row.kind === 'moved' ? row.department : null),
    },
  },
  stock_paper: { key: (row) => row.id, columns: { kind: (row) => row.kind, at: (row) => row.at } },
  lot_mark: { key: (row) => row.id, columns: { state: (row) => row.state } },
  cold_reading: { key: (row) => row.id, columns: { store: (row) => row.store, at: (row) => row.at } },
  reorder_level: { key: (row) => row.id, columns: {} },
  supply_request: {
    key: (row) => row.id,
    columns: { medicine: (row) => row.medicine, open: (row) => (row.status === 'active' ? 1 : 0) },
  },
  day_statement: {
    key: (row) => row.id,
    columns: { terminal: (row) => row.terminal, day: (row) => row.day },
  },
  family_link: {
    key: (row) => row.id,
    columns: { person: (row) => row.person, relative: (row) => row.relative },
  },
  person_edit: { key: (row) => row.id, columns: { person_id: (row) => row.personId, at: (row) => row.at } },
  scheme_fact: { key: (row) => row.id, columns: { person_id: (row) => row.personId } },
  coverage: { key: (row) => row.id, columns: { person_id: (row) => row.personId } },
  order_event: {
    key: (row) => row.id,
    columns: {
      prescription_id: (row) => row.prescriptionId,
      kind: (row) => row.kind,
      at: (row) => row.at,
    },
  },
  directory_change: {
    key: (row) => row.id,
    columns: { tbl: (row) => row.table, row_id: (row) => row.row, at: (row) => row.at },
  },
}

/** The cells of a row in the order of its shape's columns. */
export function cellsOf<Name extends TableName>(name: Name, row: RowOf<Name>): readonly Cell[] {
  const cells: Cell[] = []
  for (const cell of Object.values(shapes[name].columns)) cells.push(cell(row))
  return cells
}
