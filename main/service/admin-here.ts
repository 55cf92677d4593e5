import type { ShownRow } from '../../contract/admin.ts'
import { isDirectoryRow, ownerOf } from '../../domain/hospital/directory.ts'
import type { DirectoryRow } from '../../domain/hospital/directory.ts'
import type { DirectoryTable } from '../../domain/hospital/directory-change.ts'
import { staffRowOf } from '../../domain/hospital/staff-row.ts'
import { medicineOfLevel } from '../../domain/pharmacy/stock-reorder.ts'
import { unreachable } from '../../domain/result.ts'
import { knownRow } from '../store/known-row.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'

type Here = Pick<Bench, 'store'>

/** The code of this terminal's hospital. */
export const hospitalHere = ({ store }: Here): string => store.device.read().facility?.code ?? ''

/** Whether this hospital keeps a row: its own, and as the first of HIMS's hospitals what is nobody's. */
export function keptHere(bench: Here): (row: DirectoryRow) => boolean {
  const here = hospitalHere(bench)
  const first = bench.store.shared.facility.all()[0]?.code ?? here
  return (row) => {
    const owner = ownerOf(row, first)
    return owner === null || owner === here
  }
}

/** A row of the directory as it is here now. */
export function rowHere({ store }: Here, table: DirectoryTable, id: string): DirectoryRow | null {
  const row = store.shared[table].get(id)
  return row === null ? null : directoryRow(table, row)
}

/** Reads a row of the directory; null for anything else. */
export function directoryRow(table: string, row: unknown): DirectoryRow | null {
  const known = knownRow(table, row)
  return known.ok && isDirectoryRow(known.value.change) ? known.value.change : null
}

/** A row as a page may see it. */
export const shownOf = (change: DirectoryRow): ShownRow =>
  change.table === 'operator' ? { table: 'operator', row: staffRowOf(change.row) } : change

export function idOf(change: ShownRow): string {
  switch (change.table) {
    case 'facility':
    case 'department':
    case 'room':
    case 'medicine':
      return change.row.code
    case 'operator':
    case 'roster':
    case 'reorder_level':
      return change.row.id
    default:
      return unreachable(change)
  }
}

/** What a person calls a row. */
export function titleOf(bench: Here, change: ShownRow): string {
  const { shared } = bench.store
  switch (change.table) {
    case 'facility':
    case 'department':
      return change.row.name.en
    case 'room':
      return `${change.row.name.en} ${change.row.label}`
    case 'operator':
      return change.row.name
    case 'roster':
      return `${shared.operator.get(change.row.operator)?.name ?? change.row.operator}, ${change.row.day}`
    case 'medicine':
      return `${change.row.name} ${change.row.strength}`.trim()
    case 'reorder_level':
      return shared.medicine.get(medicineOfLevel(change.row))?.name ?? change.row.id
    default:
      return unreachable(change)
  }
}

/** Puts a row where it belongs; this hospital's own name stands on every page. */
export function putDirectoryRow({ store }: Here, write: Write, change: DirectoryRow): void {
  switch (change.table) {
    case 'facility':
      if (change.row.code === hospitalHere({ store })) store.device.setFacility(change.row)
      return write.put('facility', change.row)
    case 'department':
      return write.put('department', change.row)
    case 'operator':
      return write.put('operator', change.row)
    case 'room':
      return write.put('room', change.row)
    case 'roster':
      return write.put('roster', change.row)
    case 'medicine':
      return write.put('medicine', change.row)
    case 'reorder_level':
      return write.put('reorder_level', change.row)
    default:
      return unreachable(change)
  }
}
