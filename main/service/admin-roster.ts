import type { Saved } from '../../contract/admin.ts'
import { isOpenOn, rosterProblem, worksOn } from '../../domain/hospital/directory.ts'
import type { Roster } from '../../domain/hospital/roster.ts'
import { rosterOn } from './admin-directory.ts'
import { hospitalHere } from './admin-here.ts'
import { saveSteps, stopped } from './admin-save.ts'
import type { Bench } from './bench.ts'

/** The planned hours of one day for another, where they still fit: nobody who has left, nothing that is planned already. */
export function copyRoster(bench: Bench, from: string, to: string): Saved {
  const facility = hospitalHere(bench)
  const there = rosterOn(bench, to).map(({ row }) => row)
  const added: Roster[] = []
  for (const { row } of rosterOn(bench, from)) {
    const id = `${to}-${Buffer.from(bench.random(8)).toString('hex')}`
    const hours: Roster = { ...row, id, day: to, facility }
    if (row.status === 'planned' && fits(bench, hours, [...there, ...added])) added.push(hours)
  }
  if (added.length === 0) return stopped('nothing-to-copy')
  return saveSteps(
    bench,
    added.map((row) => ({ change: { table: 'roster', row }, was: null })),
  )
}

function fits({ store }: Bench, hours: Roster, others: readonly Roster[]): boolean {
  const { shared } = store
  const operator = shared.operator.get(hours.operator)
  const department = shared.department.get(hours.department)
  const isAtWork = operator !== null && worksOn(operator, hours.day) && operator.roles.includes('doctor')
  const isOpen = department !== null && isOpenOn(department, hours.day) && shared.room.get(hours.room)?.open === true
  return isAtWork && isOpen && rosterProblem(hours, others) === null
}
