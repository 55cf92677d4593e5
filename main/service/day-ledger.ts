import type { DayLedger, DaySlip, DayToken } from '../../domain/hospital/day-ledger.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import type { Visit } from '../../domain/hospital/token.ts'
import type { DayQuery, SlipRow } from '../store/day-query.ts'
import type { Bench } from './bench.ts'
import { dayStart } from './local-time.ts'
import { VISIT_PREFIX } from './token-desk.ts'

const DAY = 24 * 3_600_000

/** A span of one day at this desk; what begins at `from` counts, what begins at `to` not. */
export interface Span {
  readonly day: string
  readonly from: string
  readonly to: string
}

export const wholeDay = (day: string): Span => ({
  day,
  from: dayStart(day),
  to: new Date(Date.parse(dayStart(day)) + DAY).toISOString(),
})

/** Everything this desk wrote down about a span. */
export function ledgerOf(bench: Bench, query: DayQuery, { day, from, to }: Span): DayLedger {
  const { terminal } = bench.store.device.read()
  const visits = terminal === null ? [] : query.tokens(terminal, day)
  const within = visits.filter(({ openedAt }) => openedAt >= from && openedAt < to)
  const isWhole = from === dayStart(day)
  return {
    deeds: query.deeds(from, to),
    tokens: within.map((visit) => tokenOf(bench, query, visit)),
    slips: query.slips(from, to).map((row) => slipOf(bench, row)),
    taken: isWhole ? takenOf(query, day) : [],
  }
}

function tokenOf({ store }: Bench, query: DayQuery, visit: Visit): DayToken {
  return {
    visit: visit.id,
    label: tokenLabel(visit.token),
    at: visit.openedAt,
    isCancelled: store.visits.state(visit.id)?.stage === 'cancelled',
    papers: query.slipsOf(VISIT_PREFIX + visit.id).map(fateOf),
  }
}

function slipOf({ store }: Bench, row: SlipRow): DaySlip {
  const visit = row.code.startsWith(VISIT_PREFIX) ? row.code.slice(VISIT_PREFIX.length) : ''
  return {
    job: row.id,
    label: row.title,
    at: row.queued_at,
    copy: row.copy,
    fate: fateOf(row),
    visit: store.shared.visit.get(visit) === null ? null : visit,
  }
}

function fateOf({ state, came }: SlipRow): DaySlip['fate'] {
  if (state === 'printed' || (state === 'settled' && came === 1)) return 'came'
  return state === 'settled' ? 'spoiled' : 'open'
}

function takenOf(query: DayQuery, day: string): readonly string[] {
  return query
    .taken(day)
    .flatMap(({ prefix, low, next }) =>
      Array.from({ length: next - low }, (_, at) => tokenLabel({ prefix, number: low + at })),
    )
}
