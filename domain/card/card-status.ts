import { z } from 'zod'

/** Where a card is in its life; how it ends by itself, `expired`, is a matter of the day and is written nowhere. */
export const cardStatuses = ['active', 'lost', 'superseded', 'suspended', 'revoked'] as const
export const CardStatus = z.enum(cardStatuses)
export type CardStatus = z.infer<typeof CardStatus>

/** What a card may become. A lost card that is found again may serve on; a superseded or revoked one never does. */
const next: Readonly<Record<CardStatus, readonly CardStatus[]>> = {
  active: ['lost', 'superseded', 'suspended', 'revoked'],
  lost: ['active', 'superseded', 'revoked'],
  suspended: ['active', 'lost', 'superseded', 'revoked'],
  superseded: ['revoked'],
  revoked: [],
}

/** Whether a card may go from one status to another; a status of a newer HIMS may only be revoked. */
export function mayBecome(from: string, to: CardStatus): boolean {
  const known = CardStatus.safeParse(from)
  return known.success ? next[known.data].includes(to) : to === 'revoked'
}
