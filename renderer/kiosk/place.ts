import type { Department } from '../../domain/hospital/facility.ts'
import type { Text } from '../../domain/text/catalogue.ts'

/** `Room 14, first floor` */
export const placeOf = ({ room, floor }: Pick<Department, 'room' | 'floor'>, t: Text): string =>
  floor < 0 ? t('kiosk.room-below', { room: room }) : t('kiosk.room-floor', { room: room, floor })
