import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { isResourceType } from '../fhir/type-table.ts'

/** What may be done with a type of resource: create, read, update, delete, search. */
export type Deed = 'c' | 'r' | 'u' | 'd' | 's'

/** What a FHIR client may do, a type at a time; `*` for every type. Null for a client that may do everything. */
export type Scopes = ReadonlyMap<string, ReadonlySet<Deed>> | null

/** `system/Patient.rs` of SMART 2 (letters in this order), or `system/Patient.read` of SMART 1. */
const form = /^system\/(\*|[A-Z][A-Za-z]+)\.(c?r?u?d?s?|read|write|\*)$/

const older: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' }

/** Reads scopes of SMART's backend services with spaces between; the problem names the one that is none. */
export function readScopes(text: string): Result<NonNullable<Scopes>, string> {
  const scopes = new Map<string, Set<Deed>>()
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const [, type = '', said = ''] = form.exec(word) ?? []
    if (said === '' || (type !== '*' && !isResourceType(type))) return fail(word)
    const deeds = scopes.get(type) ?? new Set()
    for (const letter of older[said] ?? said) deeds.add(deedOf(letter))
    scopes.set(type, deeds)
  }
  return scopes.size === 0 ? fail('nothing') : ok(scopes)
}

const deedOf = (letter: string): Deed =>
  letter === 'c' || letter === 'u' || letter === 'd' || letter === 's' ? letter : 'r'

export const mayDo = (scopes: Scopes, type: string, deed: Deed): boolean =>
  scopes === null || scopes.get(type)?.has(deed) === true || scopes.get('*')?.has(deed) === true
