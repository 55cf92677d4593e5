import { readCard } from '../../domain/card/card-code.ts'
import type { CardBlank } from '../../domain/card/card-record.ts'
import type { CardLists } from './card-lists.ts'

/** Whether nobody would believe this card any more: the key that signed it was withdrawn. A key not known yet is waited for. */
export function isUnprovable({ text, issued }: CardBlank, lists: CardLists): boolean {
  const read = readCard(text)
  const key = read.ok ? lists.keyFor(read.value.facts.kid) : null
  return key !== null && (issued < key.notBefore || issued > key.notAfter)
}
