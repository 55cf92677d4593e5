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
    | 'forbidden'
    | 'business-rule'
    | 'too-costly'
    | 'too-long'
    | 'deleted'
    | 'informational'
    | 'exception'
    | 'transient'
    | 'no-store'
  readonly diagnostics: string
  /** FHIRPath of the element at fault. */
  readonly expression?: string
  /** The entry of a Bundle that it is about, when that is not the expression itself. */
  readonly entry?: string
}

export const unprocessable = (code: FhirProblem['code'], diagnostics: string, expression?: string): FhirProblem => ({
  status: 422,
  code,
  diagnostics,
  ...(expression === undefined ? {} : { expression }),
})
