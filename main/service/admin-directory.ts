import type { z } from 'zod'

import type { admin, Directory, FormularyLine } from '../../contract/admin.ts'
import { isGivenAt } from '../../domain/hospital/directory.ts'
import { staffRowOf } from '../../domain/hospital/staff-row.ts'
import { normalise } from '../../domain/search/normalise.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { hospitalHere, keptHere } from './admin-here.ts'
import type { Bench } from './bench.ts'
import { levelHere } from './reorder-level.ts'

type Formulary = z.input<(typeof admin.channels)['directory.formulary']['output']>
type RosterDay = z.output<(typeof admin.channels)['directory.roster']['output']>

const MOST_LINES = 200

function isWaiting({ store }: Pick<Bench, 'store'>): (table: TableName, id: string) => boolean {
  const pending = store.outbox.pending()
  return (table, id) => pending.has(`${table}/${id}`)
}

/** The directory of this hospital as its administrator sees it. */
export function directoryNow(bench: Bench): Directory {
  const { store, today } = bench
  const { shared } = store
  const here = hospitalHere(bench)
  const waits = isWaiting(bench)
  const isHere = keptHere(bench)
  const facility = shared.facility.get(here) ?? store.device.read().facility
  const medicines = shared.medicine.all()
  return {
    today: today(),
    facility: facility === null ? null : { row: facility, waiting: waits('facility', here) },
    departments: shared.department
      .all()
      .filter((row) => isHere({ table: 'department', row }))
      .map((row) => ({ row, waiting: waits('department', row.code) })),
    staff: shared.operator
      .all()
      .filter((row) => isHere({ table: 'operator', row }))
      .map((row) => ({ row: staffRowOf(row), badge: row.badge !== undefined, waiting: waits('operator', row.id) })),
    rooms: shared.room
      .all()
      .filter((row) => isHere({ table: 'room', row }))
      .map((row) => ({ row, waiting: waits('room', row.code) })),
    medicines: { given: medicines.filter((row) => isGivenAt(row, here)).length, all: medicines.length },
    refused: store.directory.edits('refused').length,
  }
}

/** The hours of one day, the earliest first. */
export function rosterOn(bench: Bench, day: string): RosterDay {
  const waits = isWaiting(bench)
  const isHere = keptHere(bench)
  return bench.store.visits
    .roster(day)
    .filter((row) => isHere({ table: 'roster', row }))
    .toSorted((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id))
    .map((row) => ({ row, waiting: waits('roster', row.id) }))
}

/** Lines of the formulary whose name, strength or shelf holds what was typed. */
export function formulary(bench: Bench, text: string): Formulary {
  const { shared } = bench.store
  const here = hospitalHere(bench)
  const waits = isWaiting(bench)
  const words = normalise(text).split(' ')
  const found = shared.medicine.all().filter(({ name, strength, form, shelf }) => {
    const said = normalise(`${name} ${strength} ${form} ${shelf}`)
    return words.every((word) => said.includes(word))
  })
  const lines: FormularyLine[] = found.slice(0, MOST_LINES).map((medicine) => ({
    medicine,
    given: isGivenAt(medicine, here),
    level: levelHere(bench, medicine.code),
    waiting:
      waits('medicine', medicine.code) || waits('reorder_level', levelHere(bench, medicine.code)?.id ?? medicine.code),
  }))
  return { lines, all: found.length }
}
