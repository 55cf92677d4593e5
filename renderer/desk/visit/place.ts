import type { RosterView } from '../../../contract/visit.ts'
import type { Priority } from '../../../domain/hospital/visit-event.ts'
import type { OperatorId } from '../../../domain/id.ts'

/** How somebody waits: before others or in turn, for one doctor or for whoever is free. */
export interface Place {
  readonly priority: Priority
  readonly doctor: OperatorId | null
}

export const inTurn: Place = { priority: 'none', doctor: null }

/** A doctor sees patients of their own department; whoever goes to another one waits for whoever is free there. */
export const placeIn = (place: Place, department: string | null, roster: readonly RosterView[]): Place => ({
  ...place,
  doctor: roster.some((each) => each.operator === place.doctor && each.department === department) ? place.doctor : null,
})
