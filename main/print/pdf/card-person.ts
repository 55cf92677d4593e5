import type { Address } from '../../../domain/person/person.ts'
import { Guardian } from '../../../domain/person/person.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import type { TextOf } from './card-sheet.ts'

/** With a true minus, which a hyphen is too short for: the sign is all that parts two groups. */
export const printedGroup = (group: string): string => group.replace('-', '\u2212')

/** `91-1234-5678-9012`, as ABDM prints it. */
export const spacedAbha = (abha: string): string => abha.replace(/^(..)(....)(....)(....)$/, '$1-$2-$3-$4')

/** What a guardian is called; a relation that only a newer HIMS knows is a guardian. */
export function relationText(relation: string): MessageId {
  const known = Guardian.shape.relation.safeParse(relation)
  return known.success ? `card.relation.${known.data}` : 'card.relation.guardian'
}

/** An address as it is written on an envelope, a line an entry. */
export function addressLines({ house, locality, district, pin }: Address, text: TextOf): readonly string[] {
  const place = district === null ? '' : text('en', `common.district.${district}`)
  const city = pin === null ? 'Delhi' : `Delhi ${pin}`
  return [house, locality, [place, city].filter((part) => part !== '').join(', ')].filter((line) => line !== '')
}
