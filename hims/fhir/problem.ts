/** Why FHIR's door stays shut: an HTTP status, a code of FHIR's issue-type value set, and a sentence. */
export interface FhirProblem {
  readonly status: number
  readonly code:
    | 'invalid'
    | 'required'
    | 'value'
    | 'not-supported'
    | 'not-found'
    | 'conflict'
    | 'multiple-matches'
    | 'login'
    | 'business-rule'
    | 'exception'
    | 'transient'
    | 'no-store'
  readonly diagnostics: string
  /** FHIRPath of the element at fault. */
  readonly expression?: string
}

export const unprocessable = (code: FhirProblem['code'], diagnostics: string, expression?: string): FhirProblem => ({
  status: 422,
  code,
  diagnostics,
  ...(expression === undefined ? {} : { expression }),
})

/** Thrown inside a transaction, so that nothing of it stays; the FHIR routes answer with its problem. */
export class FhirRefusal extends Error {
  readonly problem: FhirProblem
  constructor(problem: FhirProblem) {
    super(problem.diagnostics)
    this.problem = problem
  }
}

export const operationOutcome = ({ code, diagnostics, expression }: FhirProblem): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code, diagnostics, ...(expression === undefined ? {} : { expression: [expression] }) }],
})
