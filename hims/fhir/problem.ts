import type { FhirProblem } from '../../domain/fhir/problem.ts'
import type { Engine } from '../database/engine.ts'

/** Thrown inside a transaction, so that nothing of it stays; the FHIR routes answer with its problem. */
export class FhirRefusal extends Error {
  readonly problem: FhirProblem
  constructor(problem: FhirProblem) {
    super(problem.diagnostics)
    this.problem = problem
  }
}

export function operationOutcome({ code, diagnostics, expression, entry }: FhirProblem): object {
  const places = [...new Set([expression, entry])].filter((place) => place !== undefined)
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, diagnostics, ...(places.length === 0 ? {} : { expression: places }) }],
  }
}

/** Why a request failed, whatever was thrown; `exception` for a bug. */
export function problemOfError(engine: Engine, error: unknown): FhirProblem {
  if (error instanceof FhirRefusal) return error.problem
  const fault = engine.faultOf(error)
  if (fault === 'full') return { status: 507, code: 'no-store', diagnostics: 'Storage is full' }
  if (fault !== null) return { status: 503, code: 'transient', diagnostics: 'Busy' }
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return { status, code: 'too-long', diagnostics: 'The body is larger than is taken here' }
  if (status === 415) return { status, code: 'not-supported', diagnostics: 'A body is taken as application/fhir+json' }
  return status < 500
    ? { status, code: 'invalid', diagnostics: 'The request cannot be read' }
    : { status: 500, code: 'exception', diagnostics: 'Something went wrong here' }
}
