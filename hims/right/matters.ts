import type { Store } from '../database/schema.ts'

/** Something about dispensing that an administrator should look at, the oldest first within its kind. */
export type RightMatter =
  | {
      readonly kind: 'parked'
      readonly at: string
      readonly terminal: string
      readonly waitsFor: string
      readonly wanted: string
      readonly said: unknown
    }
  | {
      /** This HIMS came back from a copy and waits for what the pharmacy holds. */
      readonly kind: 'unheard'
      readonly at: string
      readonly terminal: string
    }
  | {
      readonly kind: 'refused'
      readonly at: string
      readonly terminal: string
      readonly reason: string
      readonly said: unknown
    }
  | {
      readonly kind: 'late' | 'contradicts' | 'supply' | 'released'
      readonly at: string
      readonly terminal: string | null
      readonly subject: string
      readonly detail: string
    }

/** Refusals that mean medicine may have left a shelf without HIMS counting it. */
const grave = ['over-right', 'right-not-held', 'right-differs', 'wrong-medicine', 'other-terminal'] as const

/** What waits for its right, what contradicts one, and what was given without any. */
export async function rightMatters(store: Store): Promise<readonly RightMatter[]> {
  const parked = await store.selectFrom('parked').selectAll().orderBy('seq').execute()
  const refused = await store
    .selectFrom('mutation')
    .select(['received_at', 'terminal', 'reason', 'said'])
    .where('kind', '=', 'refused')
    .where('reason', 'in', grave)
    .orderBy('received_at')
    .execute()
  const notices = await store.selectFrom('notice').selectAll().orderBy('noted_at').execute()
  const unheard = await store.selectFrom('grant_hold').selectAll().orderBy('terminal').execute()
  return [
    ...unheard.map(({ since, terminal }) => ({ kind: 'unheard' as const, at: since, terminal })),
    ...parked.map((row) => ({
      kind: 'parked' as const,
      at: row.parked_at,
      terminal: row.terminal,
      waitsFor: row.waits_for,
      wanted: row.wanted,
      said: jsonOf(row.said),
    })),
    ...refused.map((row) => ({
      kind: 'refused' as const,
      at: row.received_at,
      terminal: row.terminal,
      reason: row.reason ?? '',
      said: jsonOf(row.said),
    })),
    ...notices.map((row) => ({
      kind: row.kind,
      at: row.noted_at,
      terminal: row.terminal,
      subject: row.subject,
      detail: row.detail,
    })),
  ]
}

const jsonOf = (text: string): unknown => JSON.parse(text)
