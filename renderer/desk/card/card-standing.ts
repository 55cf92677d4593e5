import type { CardView } from '../../../contract/desk.ts'
import { CardStatus } from '../../../domain/card/card-status.ts'
import type { StateKind } from '../../ui/icon/state-shape.tsx'

/** How a card stands today; a status of a newer HIMS is `other`. */
export type Standing = CardStatus | 'expired' | 'other'

export function standingOf({ status, expires }: Pick<CardView, 'status' | 'expires'>, today: string): Standing {
  const known = CardStatus.safeParse(status)
  if (!known.success) return 'other'
  return known.data === 'active' && today > expires ? 'expired' : known.data
}

/** Shape and colour of each; the words stand beside them. */
export const shapeOf: Readonly<Record<Standing, StateKind>> = {
  active: 'ok',
  expired: 'wait',
  superseded: 'wait',
  suspended: 'care',
  lost: 'care',
  revoked: 'stop',
  other: 'care',
}
