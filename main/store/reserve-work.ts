import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { writeFaultOf } from './cause.ts'
import type { DiskGuard } from './disk-guard.ts'

/**
 * When the disk is full the reserve is given up and the same work tried once more. A disk that takes nothing at all,
 * because it is read-only or failing, is the same answer: not saved. Only damage and bugs are thrown.
 */
export function withReserve<Value>(
  { guard }: { readonly guard: DiskGuard },
  work: () => Value,
): Result<Value, 'disk-full'> {
  for (;;) {
    try {
      const value = work()
      guard.worked()
      return ok(value)
    } catch (fault) {
      const how = writeFaultOf(fault)
      if (how !== 'full' && how !== 'unwritable') throw fault
      if (how === 'full' && guard.spend()) continue
      guard.failed(how)
      return fail('disk-full')
    }
  }
}
