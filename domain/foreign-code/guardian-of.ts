import type { Guardian } from '../person/person.ts'
import { namesOf } from './names-of.ts'

const relations: Readonly<Record<string, Guardian['relation']>> = {
  S: 'father',
  D: 'father',
  W: 'husband',
  H: 'wife',
  C: 'guardian',
}

const FORM = /^([SDWHC])\s?[/\\.]?\s?O\b[\s:.,;-]*/i

/** `S/O Hari Kishan`, as Aadhaar writes a relative; a bare name is somebody's guardian. */
export function guardianOf(careOf: string): Guardian | null {
  const said = careOf.trim()
  const form = FORM.exec(said)
  const { latin, own } = namesOf([form === null ? said : said.slice(form[0].length)])
  const name = latin === '' ? (own?.text ?? '') : latin
  return name === '' ? null : { relation: relations[form?.[1]?.toUpperCase() ?? ''] ?? 'guardian', name }
}
