import { abhaText } from '../../domain/fhir/patient.ts'
import { system } from '../../domain/fhir/vocabulary.ts'
import { ok, unreachable } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { FindBy } from '../../domain/wire/find.ts'
import type { FhirFault } from './exchange.ts'
import { nameThere } from './give/plan.ts'
import type { FhirMemory } from './memory.ts'
import type { Current, Reader } from './reader.ts'

/** Patients of a FHIR server by what only they could have told. */
export async function patientsBy(
  by: Exclude<FindBy, { readonly kind: 'name' }>,
  { read, memory }: { readonly read: Reader; readonly memory: FhirMemory },
): Promise<Result<readonly Current[], FhirFault>> {
  switch (by.kind) {
    case 'phone':
      return read.search('Patient', { phone: `+91${by.phone}` })
    case 'abha':
      return read.search('Patient', { identifier: `${system.abha}|${abhaText(by.number)}` })
    case 'person': {
      const found = await read.get('Patient', nameThere(memory, 'Patient', by.id))
      return found.ok ? ok(found.value === null ? [] : [found.value]) : found
    }
    case 'card':
      // Half a number is in no search of FHIR.
      return ok([])
    default:
      return unreachable(by)
  }
}
