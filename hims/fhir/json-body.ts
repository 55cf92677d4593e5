import { unprocessable } from '../../domain/fhir/problem.ts'
import type { FhirProblem } from '../../domain/fhir/problem.ts'
import { FhirRefusal } from './problem.ts'

/** Deeper than any resource; much deeper, and whatever walks it would have no room left. */
const DEEPEST = 100

/** Reads a body as JSON; throws a refusal for one that no resource of FHIR can be. */
export function jsonBody(text: string): unknown {
  if (text.trim() === '') throw new FhirRefusal({ status: 400, code: 'invalid', diagnostics: 'This is empty' })
  const body = parsed(text)
  const problem = problemIn(body)
  if (problem !== null) throw new FhirRefusal(problem)
  return body
}

function parsed(text: string): unknown {
  try {
    // A byte order mark is no part of JSON, and some systems write one.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new FhirRefusal({ status: 400, code: 'invalid', diagnostics: 'This is no JSON' })
  }
}

/** Without recursion, since how deep it goes is what is asked. */
function problemIn(body: unknown): FhirProblem | null {
  let level: readonly unknown[] = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return unprocessable('too-long', `Elements are more than ${DEEPEST} deep in each other`)
    const below: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && value.includes('\0')) return noText
      if (typeof value !== 'object' || value === null) continue
      for (const [name, inner] of Object.entries(value)) {
        if (name.includes('\0')) return noText
        if (name === '__proto__') return unprocessable('invalid', 'No element has this name', name)
        below.push(inner)
      }
    }
    level = below
  }
  return null
}

/** FHIR's texts have no control characters, and PostgreSQL takes none with this one. */
const noText = unprocessable('value', 'A text has the character U+0000')
