import type { CardRecord } from './card-record.ts'

/** Why somebody gets no permanent card now; null when they do. */
export type NotDue = 'has-permanent' | 'no-temporary'

/** Lost and replaced cards do not count: only what may still serve makes another one needless. */
export function notDue(cards: readonly CardRecord[], today: string): NotDue | null {
  const serves = ({ term, status, expires }: CardRecord) =>
    term === 'permanent' && (status === 'active' || status === 'suspended') && expires >= today
  if (cards.some(serves)) return 'has-permanent'
  return cards.some(({ term, status }) => term === 'temporary' && status === 'active') ? null : 'no-temporary'
}
