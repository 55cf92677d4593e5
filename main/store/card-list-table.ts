import type { ListPlace } from '../../domain/card/trust-list.ts'
import type { EmergencyKey } from '../../domain/wire/card-lists.ts'
import type { Database } from './database.ts'

/** Which status list the segments add up to. */
export interface HeldStatus extends ListPlace {
  readonly root: string
  readonly asOf: string
  readonly digest: Uint8Array
}

/** A key of this desk's own; without a kid HIMS has not yet delegated it. */
export interface DeskKey {
  readonly seed: Uint8Array
  readonly kid: string | null
  readonly notAfter: string | null
}

/** The signed lists about cards, as bytes and segments; what may be taken is judged elsewhere. */
export interface CardListTable {
  trust(): { readonly certificate: Uint8Array; readonly list: Uint8Array } | null
  setTrust(certificate: Uint8Array, list: Uint8Array): void
  rules(): { readonly certificate: Uint8Array; readonly rules: Uint8Array } | null
  setRules(certificate: Uint8Array, rules: Uint8Array): void
  status(): HeldStatus | null
  setStatus(held: HeldStatus): void
  segment(number: number): Uint8Array | null
  /** Number and hash of every segment, in order. */
  hashes(): readonly (readonly [number, Uint8Array])[]
  setSegment(number: number, body: Uint8Array, hash: Uint8Array): void
  removeSegment(number: number): void
  clearSegments(): void
  emergencyKeys(): readonly { readonly id: number; readonly key: Uint8Array; readonly until: string }[]
  setEmergencyKey(key: EmergencyKey): void
  /** The newest first. */
  deskKeys(): readonly DeskKey[]
  addDeskKey(seed: Uint8Array): void
  delegated(
    seed: Uint8Array,
    key: { readonly kid: string; readonly notBefore: string; readonly notAfter: string },
  ): void
}

export function cardListTable(database: Database): CardListTable {
  const trust = database.prepare<[], { certificate: Uint8Array; list: Uint8Array }>('SELECT * FROM trust_list')
  const setTrust = database.prepare('INSERT OR REPLACE INTO trust_list (only_row, certificate, list) VALUES (1, ?, ?)')
  const rules = database.prepare<[], { certificate: Uint8Array; rules: Uint8Array }>(
    'SELECT certificate, rules FROM scheme_rules',
  )
  const setRules = database.prepare(
    'INSERT OR REPLACE INTO scheme_rules (only_row, certificate, rules) VALUES (1, ?, ?)',
  )
  const status = database.prepare<[], HeldStatus>('SELECT root, serial, seq, as_of AS asOf, digest FROM status_list')
  const setStatus = database.prepare(
    'INSERT OR REPLACE INTO status_list (only_row, root, serial, seq, as_of, digest) VALUES (1, ?, ?, ?, ?, ?)',
  )
  const segment = database
    .prepare<[number], Uint8Array>('SELECT body FROM card_status_segment WHERE segment = ?')
    .pluck()
  const hashes = database.prepare<[], { segment: number; hash: Uint8Array }>(
    'SELECT segment, hash FROM card_status_segment ORDER BY segment',
  )
  const setSegment = database.prepare('INSERT OR REPLACE INTO card_status_segment VALUES (?, ?, ?)')
  const removeSegment = database.prepare('DELETE FROM card_status_segment WHERE segment = ?')
  const clear = database.prepare('DELETE FROM card_status_segment')
  const ring = database.prepare<[], { id: number; key: Uint8Array; until: string }>(
    'SELECT * FROM emergency_key ORDER BY until',
  )
  const setRing = database.prepare('INSERT OR REPLACE INTO emergency_key VALUES (?, ?, ?)')
  const desk = database.prepare<[], DeskKey>('SELECT seed, kid, not_after AS notAfter FROM desk_key ORDER BY seq DESC')
  const addDesk = database.prepare('INSERT INTO desk_key (seed) VALUES (?)')
  const delegate = database.prepare('UPDATE desk_key SET kid = ?, not_before = ?, not_after = ? WHERE seed = ?')

  return {
    trust: () => trust.get() ?? null,
    setTrust: (certificate, list) => void setTrust.run(certificate, list),
    rules: () => rules.get() ?? null,
    setRules: (certificate, signed) => void setRules.run(certificate, signed),
    status: () => status.get() ?? null,
    setStatus: ({ root, serial, seq, asOf, digest }) => void setStatus.run(root, serial, seq, asOf, digest),
    segment: (number) => segment.get(number) ?? null,
    hashes: () => hashes.all().map((row) => [row.segment, row.hash]),
    setSegment: (number, body, hash) => void setSegment.run(number, body, hash),
    removeSegment: (number) => void removeSegment.run(number),
    clearSegments: () => void clear.run(),
    emergencyKeys: () => ring.all(),
    setEmergencyKey: ({ id, key, until }) => void setRing.run(id, Buffer.from(key, 'hex'), until),
    deskKeys: () => desk.all(),
    addDeskKey: (seed) => void addDesk.run(seed),
    delegated: (seed, { kid, notBefore, notAfter }) => void delegate.run(kid, notBefore, notAfter, seed),
  }
}
