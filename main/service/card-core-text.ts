import type { CardWishes } from '../../contract/desk.ts'
import type { CardBlank } from '../../domain/card/card-record.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Bench } from './bench.ts'

/** The text of a card that carries what its holder wished, or null where the plain one that HIMS signed serves. */
export function coreText(_bench: Bench, _person: Person, _blank: CardBlank, _wishes: CardWishes): string | null {
  return null
}
