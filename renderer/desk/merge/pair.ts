import type { PersonId } from '../../../domain/id.ts'

/** Two records to look at side by side. */
export interface Pair {
  readonly one: PersonId
  readonly other: PersonId
}
