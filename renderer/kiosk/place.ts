import type { Department } from '../../domain/hospital/facility.ts'
import type { Text } from '../../domain/text/catalogue.ts'

/** `Room 14, first floor`, in the words of the slip. */
export const placeOf = ({ room, floor }: Pick<Department, 'room' | 'floor'>, t: Text): string =>
  t('paper.place', { room, floor: floor < 0 ? t('paper.basement', { depth: -floor }) : t('paper.floor', { floor }) })
