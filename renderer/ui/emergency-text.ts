import { emergencyTerm } from '../../domain/person/emergency-term.ts'
import type { Text } from '../../domain/text/catalogue.ts'
import { groupText } from './allergy-text.ts'

/** The spoken name of a code of a card's emergency part; one that is new here keeps its number. */
export function emergencyText(t: Text, code: number): string {
  const term = emergencyTerm(code)
  if (term === null) return t('cards.holder.code', { code: String(code) })
  return term.name === null ? groupText(t, term.group ?? '') : t(`cards.coded.${term.name}`)
}
