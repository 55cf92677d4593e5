import type { Visit } from '../../../domain/hospital/token.ts'
import type { DepartmentChoice } from '../desk-bridge.ts'

/**
 * Where a person most likely goes: back to the last department, else to general medicine, which sends on; else to the
 * first that has numbers left.
 */
export function likelyDepartment(
  departments: readonly DepartmentChoice[],
  visits: readonly Visit[],
): DepartmentChoice | null {
  const last = visits.toSorted((one, other) => other.openedAt.localeCompare(one.openedAt))[0]
  const back = departments.find(({ department }) => department.code === last?.token.department)
  const open = departments.filter(({ left }) => left > 0)
  return back ?? open.find(({ department }) => department.sign === 'medicine') ?? open[0] ?? departments[0] ?? null
}
