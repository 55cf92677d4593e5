import type { Visit } from '../../../domain/hospital/token.ts'
import type { DepartmentChoice } from '../desk-bridge.ts'

/** Where a person most likely goes: back to the last department, else the first that has numbers left. */
export function likelyDepartment(
  departments: readonly DepartmentChoice[],
  visits: readonly Visit[],
): DepartmentChoice | null {
  const last = visits.toSorted((one, other) => other.openedAt.localeCompare(one.openedAt))[0]
  const back = departments.find(({ department }) => department.code === last?.token.department)
  return back ?? departments.find(({ left }) => left > 0) ?? departments[0] ?? null
}
