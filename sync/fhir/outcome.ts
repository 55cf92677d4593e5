import { unreachable } from '../../domain/result.ts'
import { notHims, offline, refusedFor } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { FhirFault } from './exchange.ts'

export function outcomeOfFault(fault: FhirFault): Outcome {
  switch (fault.kind) {
    case 'unreachable':
      return offline('unreachable')
    case 'not-fhir':
      return notHims(fault.reason)
    case 'busy':
      return offline('busy', fault.retryAfter)
    case 'no-access':
      return refusedFor('not-enrolled')
    default:
      return unreachable(fault)
  }
}
