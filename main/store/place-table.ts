import type { Address } from '../../domain/person/person.ts'
import type { UsedPlace } from '../../domain/place/suggest-place.ts'
import type { Database } from './database.ts'

/** The colonies that this desk has written down, the most usual first. */
export interface PlaceTable {
  use(address: Address, at: string): void
  most(): readonly UsedPlace[]
}

/** A desk's people come from some hundred colonies. */
const MOST = 400

interface Row {
  readonly locality: string
  readonly ward: string
  readonly district: string
  readonly pin: string
  readonly times: number
}

export const placeSql = {
  most: 'SELECT locality, ward, district, pin, times FROM place_used ORDER BY times DESC, used_at DESC LIMIT ?',
} as const

export function placeTable(database: Database): PlaceTable {
  const insert = database.prepare(`
    INSERT INTO place_used (locality, ward, district, pin, times, used_at) VALUES (?, ?, ?, ?, 1, ?)
    ON CONFLICT (locality, ward, district, pin) DO UPDATE SET times = times + 1, used_at = excluded.used_at
  `)
  const most = database.prepare<[number], Row>(placeSql.most)
  return {
    use({ locality, ward, district, pin }, at) {
      if (locality !== '') insert.run(locality, ward ?? '', district ?? '', pin ?? '', at)
    },
    most: () => most.all(MOST),
  }
}
