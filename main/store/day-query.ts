import type { DayStatement } from '../../domain/hospital/day-statement.ts'
import { isCounted } from '../../domain/hospital/day-ledger.ts'
import type { DayDeed } from '../../domain/hospital/day-ledger.ts'
import type { Visit } from '../../domain/hospital/token.ts'
import type { EmergencySupply } from '../../domain/pharmacy/emergency-supply.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

/** A token slip in the desk's queue of papers. */
export interface SlipRow {
  readonly id: string
  readonly title: string
  readonly copy: number
  readonly queued_at: string
  readonly state: string
  readonly came: number | null
  readonly code: string
}

/** Numbers that were taken of one block of this terminal's. */
export interface TakenBlock {
  readonly department: string
  readonly prefix: string
  readonly low: number
  readonly next: number
}

/** What another terminal gave out, as far as it has come here. */
export interface TerminalTokens {
  readonly terminal: string
  readonly tokens: number
}

/** What a desk's day is counted from. Moments are instants in UTC; what begins at one counts, what begins at the other not. */
export interface DayQuery {
  deeds(from: string, to: string): readonly DayDeed[]
  tokens(terminal: string, day: string): readonly Visit[]
  slips(from: string, to: string): readonly SlipRow[]
  /** Every paper of one token. */
  slipsOf(code: string): readonly SlipRow[]
  taken(day: string): readonly TakenBlock[]
  statements(day: string): readonly DayStatement[]
  /** The newest first. */
  statementsOf(terminal: string, since: string): readonly DayStatement[]
  terminals(day: string): readonly TerminalTokens[]
  supplies(from: string, to: string): readonly EmergencySupply[]
  /** The days on which this terminal gave out numbers or wrote deeds that count, since one of them. */
  worked(terminal: string, since: string): readonly string[]
}

/** Nearly only what counts; the index of a day holds these and no other deeds. */
const counted = `(deed GLOB 'card.*' OR deed GLOB 'visit.*' OR deed GLOB '*.replaced-card' OR deed = 'person.registered')`

const SLIP = `id, title, copy, queued_at, state, came, body ->> '$.code' AS code`

/** Written out so that a test can ask SQLite for the plan of each. */
export const daySql = {
  deeds: `SELECT seq, at, operator AS by, deed, subject FROM audit
          WHERE ${counted} AND at >= ? AND at < ? ORDER BY seq`,
  tokens: 'SELECT body FROM visit WHERE terminal = ? AND day = ? ORDER BY opened_at',
  slips: `SELECT ${SLIP} FROM print_job
          WHERE document = 'token-slip' AND queued_at >= ? AND queued_at < ? ORDER BY seq`,
  slipsOf: `SELECT ${SLIP} FROM print_job WHERE document = 'token-slip' AND body ->> '$.code' = ? ORDER BY seq`,
  taken: `SELECT department, prefix, low, next FROM token_block WHERE department > '' AND day = ?`,
  statements: 'SELECT body FROM day_statement WHERE day = ?',
  statementsOf: 'SELECT body FROM day_statement WHERE day >= ? AND terminal = ? ORDER BY day DESC',
  terminals: 'SELECT terminal, count(*) AS tokens FROM visit WHERE day = ? GROUP BY terminal',
  supplies: 'SELECT body FROM emergency_supply WHERE at >= ? AND at < ? ORDER BY at',
  worked: 'SELECT DISTINCT day FROM visit WHERE terminal = ? AND day >= ?',
} as const

type Body = { readonly body: string }

export function dayQuery(database: Database): DayQuery {
  const deeds = database.prepare<[string, string], DayDeed>(daySql.deeds)
  const tokens = database.prepare<[string, string], Body>(daySql.tokens)
  const slips = database.prepare<[string, string], SlipRow>(daySql.slips)
  const slipsOf = database.prepare<[string], SlipRow>(daySql.slipsOf)
  const taken = database.prepare<[string], TakenBlock>(daySql.taken)
  const statements = database.prepare<[string], Body>(daySql.statements)
  const statementsOf = database.prepare<[string, string], Body>(daySql.statementsOf)
  const terminals = database.prepare<[string], TerminalTokens>(daySql.terminals)
  const supplies = database.prepare<[string, string], Body>(daySql.supplies)
  const worked = database.prepare<[string, string], string>(daySql.worked).pluck()
  const said = (rows: readonly Body[]) => rows.map(({ body }) => readRow('day_statement', body))
  return {
    deeds: (from, to) => deeds.all(from, to).filter(isCounted),
    tokens: (terminal, day) => tokens.all(terminal, day).map(({ body }) => readRow('visit', body)),
    slips: (from, to) => slips.all(from, to),
    slipsOf: (code) => slipsOf.all(code),
    taken: (day) => taken.all(day),
    statements: (day) => said(statements.all(day)),
    statementsOf: (terminal, since) => said(statementsOf.all(since, terminal)),
    terminals: (day) => terminals.all(day),
    supplies: (from, to) => supplies.all(from, to).map(({ body }) => readRow('emergency_supply', body)),
    worked: (terminal, since) => worked.all(terminal, since),
  }
}
