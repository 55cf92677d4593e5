import { createHash } from 'node:crypto'

import { readBadge } from '../../domain/hospital/badge.ts'
import type { Operator } from '../../domain/hospital/operator.ts'
import type { Store } from '../store/store.ts'

/** What an operator's row keeps of the text on their badge. */
export const badgeHash = (text: string): string => createHash('sha256').update(text).digest('hex')

export type Holder = { readonly kind: 'known'; readonly operator: Operator } | { readonly kind: 'unknown' }

/** Whose badge this is; a withdrawn one is as unknown as a made-up one. Null when the text is no badge. */
export function badgeHolder(store: Store, text: string): Holder | null {
  const badge = readBadge(text)
  if (badge === null) return null
  const operator = store.operators.byBadge(badgeHash(badge))
  return operator === null ? { kind: 'unknown' } : { kind: 'known', operator }
}
