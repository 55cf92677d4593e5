import { Facility } from '../../domain/hospital/facility.ts'
import { TerminalId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import type { EnrolReply, TerminalRole } from '../../domain/wire/sync.ts'
import { Hlc, nextHlc } from '../../domain/time/hlc.ts'
import type { Database } from './database.ts'

/** What this computer is to HIMS; before enrolment it is nobody and its epoch is 0. */
export interface Device {
  readonly seed: Uint8Array
  readonly role: TerminalRole
  readonly language: Language
  readonly terminal: TerminalId | null
  readonly epoch: number
  readonly label: string
  readonly facility: Facility | null
  readonly codeHash: string | null
  readonly incarnation: string | null
  readonly nextN: number
  /** The highest number that was ever put on the wire. */
  readonly sentN: number
  readonly cursor: number
  readonly dataAsOf: string | null
  /** Everything HIMS had has come at least once. */
  readonly filled: boolean
}

export interface DeviceTable {
  read(): Device
  setLanguage(language: Language): void
  setFacility(facility: Facility): void
  setEnrolled(reply: EnrolReply, codeHash: string): void
  /** Nobody again, with a new private key. */
  forget(seed: Uint8Array): void
  /** From its beginning, or from a cursor where its changes were read before. */
  setIncarnation(incarnation: string, cursor: number | null): void
  setNextN(n: number): void
  setSentN(n: number): void
  setCursor(cursor: number): void
  setDataAsOf(at: string): void
  /** The stamp of the next thing that happens here; call it in the transaction that writes what happened. */
  nextHlc(now: number): Hlc
}

interface Row {
  readonly seed: Uint8Array
  readonly role: TerminalRole
  readonly language: Language
  readonly terminal: string | null
  readonly epoch: number
  readonly label: string
  readonly facility: string | null
  readonly code_hash: string | null
  readonly incarnation: string | null
  readonly next_n: number
  readonly sent_n: number
  readonly cursor: number
  readonly data_as_of: string | null
  readonly filled: 0 | 1
}

/** The one row about this computer; `seed`, its private key, is made here once and never leaves. */
export function deviceTable(database: Database, first: { role: TerminalRole; seed: Uint8Array }): DeviceTable {
  database
    .prepare(`INSERT INTO device (only_row, seed, role, language) VALUES (1, ?, ?, 'en') ON CONFLICT DO NOTHING`)
    .run(first.seed, first.role)
  const select = database.prepare<[], Row>('SELECT * FROM device')
  const language = database.prepare('UPDATE device SET language = ?')
  const facility = database.prepare('UPDATE device SET facility = ?')
  const enrolled = database.prepare(
    `UPDATE device SET terminal = ?, epoch = ?, label = ?, facility = ?, incarnation = ?, code_hash = ?,
            cursor = 0, data_as_of = NULL, filled = 0, fenced = NULL`,
  )
  const forget = database.prepare('UPDATE device SET terminal = NULL, epoch = 0, seed = ?')
  const incarnation = database.prepare(
    `UPDATE device SET incarnation = @incarnation, cursor = coalesce(@cursor, 0),
            filled = CASE WHEN @cursor IS NULL THEN 0 ELSE filled END`,
  )
  const nextN = database.prepare('UPDATE device SET next_n = ?')
  const sentN = database.prepare('UPDATE device SET sent_n = ?')
  const cursor = database.prepare('UPDATE device SET cursor = ?')
  const hlc = database.prepare<[], string | null>('SELECT hlc FROM device').pluck()
  const setHlc = database.prepare('UPDATE device SET hlc = ?')
  const asOf = database.prepare('UPDATE device SET data_as_of = ?, filled = 1')

  return {
    read() {
      const row = select.get()
      if (row === undefined) throw new Error('The device row is gone')
      return toDevice(row)
    },
    setLanguage: (value) => void language.run(value),
    setFacility: (value) => void facility.run(JSON.stringify(value)),
    setEnrolled: (reply, codeHash) =>
      void enrolled.run(
        reply.terminal,
        reply.epoch,
        reply.label,
        JSON.stringify(reply.facility),
        reply.incarnation,
        codeHash,
      ),
    forget: (seed) => void forget.run(seed),
    setIncarnation: (value, from) => void incarnation.run({ incarnation: value, cursor: from }),
    setNextN: (value) => void nextN.run(value),
    setSentN: (value) => void sentN.run(value),
    setCursor: (value) => void cursor.run(value),
    nextHlc(now) {
      const last = Hlc.nullable().parse(hlc.get() ?? null)
      const { terminal } = select.get() ?? {}
      // Before enrolment nobody hears of it, and nothing can be corrected yet.
      const next = nextHlc(last, now, terminal ?? NOBODY)
      setHlc.run(next)
      return next
    },
    setDataAsOf: (value) => void asOf.run(value),
  }
}

const NOBODY = 'ffffffffffff'

const toDevice = (row: Row): Device => ({
  seed: row.seed,
  role: row.role,
  language: row.language,
  terminal: row.terminal === null ? null : TerminalId.parse(row.terminal),
  epoch: row.epoch,
  label: row.label,
  facility: row.facility === null ? null : Facility.parse(JSON.parse(row.facility)),
  codeHash: row.code_hash,
  incarnation: row.incarnation,
  nextN: row.next_n,
  sentN: row.sent_n,
  cursor: row.cursor,
  dataAsOf: row.data_as_of,
  filled: row.filled === 1,
})
