import { isHere, isOpenOn, isSeenOn, offeredOn, worksOn } from '../../domain/hospital/directory.ts'
import type { Department } from '../../domain/hospital/facility.ts'
import type { Room } from '../../domain/hospital/room.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { Bench } from './bench.ts'

type Here = Pick<Bench, 'store' | 'today'>

const code = ({ store }: Pick<Bench, 'store'>): string | null => store.device.read().facility?.code ?? null

/** The departments that people are sent to here today. */
export const departmentsHere = (bench: Here): Department[] =>
  offeredOn(bench.store.shared.department.all(), code(bench), bench.today())

/** The same and those that were closed only today, where people may still wait. */
export const departmentsAtWork = ({ store, today }: Here): Department[] =>
  store.shared.department.all().filter((each) => isHere(each, code({ store })) && isSeenOn(each, today()))

/** A department that people are sent to here today; null for one that was closed, or is none. */
export function departmentHere(bench: Here, named: string): Department | null {
  const department = bench.store.shared.department.get(named)
  if (department === null || !isHere(department, code(bench))) return null
  return isOpenOn(department, bench.today()) ? department : null
}

/** The rooms and counters of this hospital that are in use. */
export const roomsHere = (bench: Pick<Bench, 'store'>): Room[] => {
  const here = code(bench)
  return bench.store.shared.room.all().filter((room) => room.open && isHere(room, here))
}

/** Whether somebody is at work today; whom nobody here knows is not kept from anything. */
export function isAtWork({ store, today }: Here, id: OperatorId): boolean {
  const operator = store.shared.operator.get(id)
  return operator === null || worksOn(operator, today())
}
