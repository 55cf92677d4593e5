import type { z } from 'zod'

import type { DayView, OpenDay, SaidOfDay } from '../../contract/day.ts'
import { countsOf, dayDifferences, dayLists } from '../../domain/hospital/day-ledger.ts'
import { byMaking, dayStanding } from '../../domain/hospital/day-statement.ts'
import type { DayStatement } from '../../domain/hospital/day-statement.ts'
import { TerminalId } from '../../domain/id.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { DayQuery } from '../store/day-query.ts'
import type { Bench } from './bench.ts'
import { ledgerOf, wholeDay } from './day-ledger.ts'
import { localDay } from './local-time.ts'
import { nameOf } from './visit-desk.ts'

/** So many days back a day that nobody signed is told of. */
const REMEMBERED = 7
const DAY = 24 * 3_600_000

interface Asking {
  readonly bench: Bench
  readonly query: DayQuery
}

/** What was said of a day at this desk, in the order of its making. */
export function saidHere({ store }: Bench, query: DayQuery, day: string): readonly DayStatement[] {
  const { terminal } = store.device.read()
  return query
    .statements(day)
    .filter((statement) => statement.terminal === terminal)
    .toSorted(byMaking)
}

export const saidOf = (bench: Bench, statement: DayStatement): SaidOfDay => ({
  statement,
  by: nameOf(bench, statement.by),
  to: statement.to === null ? null : nameOf(bench, statement.to),
})

/** Where the shift began that goes on: when somebody took over, or with the day. */
export function shiftOf(said: readonly DayStatement[], day: string) {
  const taken = said.findLast(({ kind }) => kind === 'handed') ?? null
  return { span: { ...wholeDay(day), from: taken?.at ?? wholeDay(day).from }, taken }
}

/** One day of this desk, as its screen shows it; null before this terminal is enrolled. */
export function viewDay(
  { bench, query }: Asking,
  staff: readonly { readonly id: OperatorId; readonly name: string }[],
  asked: string | null,
): z.input<typeof DayView> | null {
  const { store, session } = bench
  const { terminal, label, facility } = store.device.read()
  const now = session()
  if (terminal === null || facility === null || now.kind === 'locked') return null
  const day = asked ?? bench.today()
  const span = wholeDay(day)
  const ledger = ledgerOf(bench, query, span)
  const said = saidHere(bench, query, day)
  const shift = shiftOf(said, day)
  return {
    day,
    isToday: day === bench.today(),
    label,
    counts: countsOf(dayLists(ledger)),
    waiting: store.outbox.count('waiting'),
    refused: store.outbox.count('refused'),
    emergency: query.supplies(span.from, span.to).length,
    differences: dayDifferences(ledger).slice(0, 500),
    standing: standingOf({ bench, query }, said, day),
    shift: {
      from: shift.span.from,
      counts: countsOf(dayLists(ledgerOf(bench, query, shift.span))),
      takenFrom: shift.taken === null ? null : nameOf(bench, shift.taken.by),
    },
    said: said.slice(-50).map((statement) => saidOf(bench, statement)),
    others: othersOn(bench, query, day, terminal),
    open: [...openDays(bench, query)],
    operator: now.operator,
    supervisors: staff.filter(({ id }) => isSupervisorOf(bench, id)),
    colleagues: staff.filter(({ id }) => id !== now.operator),
  }
}

function standingOf(
  { bench, query }: Asking,
  said: readonly DayStatement[],
  day: string,
): z.input<typeof DayView>['standing'] {
  const standing = dayStanding(said)
  if (standing.kind === 'open') {
    return { kind: 'open', reopened: standing.reopened === null ? null : saidOf(bench, standing.reopened) }
  }
  return {
    kind: 'signed',
    said: saidOf(bench, standing.statement),
    since: doneSince(query, standing.statement, day),
  }
}

/** What was done of a day after somebody signed it. */
function doneSince(query: DayQuery, { at, terminal }: DayStatement, day: string): number {
  const later = query.tokens(terminal, day).filter(({ openedAt }) => openedAt > at).length
  return later + query.deeds(at, wholeDay(day).to).length
}

/** Whoever signs days. */
export const isSupervisorOf = ({ store }: Pick<Bench, 'store'>, operator: OperatorId): boolean =>
  store.shared.operator.get(operator)?.roles.includes('supervisor') ?? false

function othersOn(bench: Bench, query: DayQuery, day: string, own: string) {
  const { facility } = bench.store.device.read()
  const statements = query
    .statements(day)
    .filter((statement) => statement.terminal !== own && statement.facility === facility?.code)
  const byTerminal = Map.groupBy(statements, ({ terminal }) => terminal)
  const given = new Map(query.terminals(day).map(({ terminal, tokens }) => [terminal, tokens]))
  const named = new Set([...given.keys(), ...byTerminal.keys()])
  named.delete(own)
  return [...named]
    .toSorted()
    .slice(0, 200)
    .map((each) => {
      const terminal = TerminalId.parse(each)
      const said = (byTerminal.get(terminal) ?? []).toSorted(byMaking)
      const standing = dayStanding(said)
      const signed = standing.kind === 'signed' ? saidOf(bench, standing.statement) : null
      return { terminal, label: said.at(-1)?.label ?? null, tokens: given.get(each) ?? 0, signed }
    })
}

/** Days of late on which this desk worked and that nobody has answered for. */
export function openDays(bench: Bench, query: DayQuery): readonly OpenDay[] {
  const { terminal } = bench.store.device.read()
  if (terminal === null) return []
  const today = bench.today()
  const since = localDay(new Date(bench.now().getTime() - REMEMBERED * DAY))
  const deeds = query.deeds(wholeDay(since).from, wholeDay(today).from).map(({ at }) => localDay(new Date(at)))
  const worked = new Set([...query.worked(terminal, since), ...deeds])
  return [...worked]
    .filter((day) => day < today)
    .toSorted()
    .flatMap((day): OpenDay[] => {
      const standing = dayStanding(saidHere(bench, query, day))
      if (standing.kind === 'open') return [{ day, kind: 'never' }]
      return doneSince(query, standing.statement, day) > 0 ? [{ day, kind: 'since' }] : []
    })
}
