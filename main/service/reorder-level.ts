import { levelId } from '../../domain/pharmacy/stock-reorder.ts'
import type { ReorderLevel } from '../../domain/pharmacy/stock-paper.ts'
import { hospitalHere } from './admin-here.ts'
import type { Bench } from './bench.ts'

type Here = Pick<Bench, 'store'>

/** When this hospital asks for more of a medicine: its own word, or that of all who have none. */
export const levelHere = ({ store }: Here, medicine: string): ReorderLevel | null =>
  store.shared.reorder_level.get(levelId(medicine, hospitalHere({ store }))) ?? store.shared.reorder_level.get(medicine)

/** A level as this hospital keeps it: beside other hospitals in one HIMS as its own. */
export function levelOfHere({ store }: Here, level: ReorderLevel): ReorderLevel {
  if (level.facility !== undefined || store.shared.facility.count() < 2) return level
  const facility = hospitalHere({ store })
  return { ...level, id: levelId(level.id, facility), facility }
}
