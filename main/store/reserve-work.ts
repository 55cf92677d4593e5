import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { isDiskFull } from './cause.ts'
import { spendReserve } from './reserve.ts'

/** When the disk is full the reserve is given up and the same work tried once more. */
export function withReserve<Value>(folder: string, work: () => Value): Result<Value, 'disk-full'> {
  try {
    return ok(work())
  } catch (fault) {
    if (!isDiskFull(fault)) throw fault
  }
  if (!spendReserve(folder)) return fail('disk-full')
  try {
    return ok(work())
  } catch (fault) {
    if (!isDiskFull(fault)) throw fault
    return fail('disk-full')
  }
}
