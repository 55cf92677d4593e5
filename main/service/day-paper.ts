import type { z } from 'zod'

import type { dayChannels } from '../../contract/day.ts'
import { dayNumbers } from '../../domain/hospital/day-count.ts'
import type { DayCounts, ReportNumber } from '../../domain/hospital/day-count.ts'
import { countsOf, dayDifferences, dayLists } from '../../domain/hospital/day-ledger.ts'
import { dayStanding } from '../../domain/hospital/day-statement.ts'
import type { DayStatement } from '../../domain/hospital/day-statement.ts'
import type { ShiftReport } from '../../domain/print/document.ts'
import type { DayQuery } from '../store/day-query.ts'
import type { Bench } from './bench.ts'
import { ledgerOf, wholeDay } from './day-ledger.ts'
import { saidHere, shiftOf } from './day-view.ts'
import { localClock, localMinute } from './local-time.ts'
import { nameOf } from './visit-desk.ts'

type Asked = z.output<(typeof dayChannels)['day.print']['input']>
type Report = Omit<ShiftReport, 'kind'>

/** So much of a hash is compared by eye. */
const MARK = 16

/** The report of a shift or a day; one that is signed tells what was signed. Null before this terminal is enrolled. */
export function dayReport(bench: Bench, query: DayQuery, { day, what, language }: Asked): Report | null {
  const { facility, label } = bench.store.device.read()
  const now = bench.session()
  if (facility === null || now.kind === 'locked') return null
  const said = saidHere(bench, query, day)
  const standing = dayStanding(said)
  const signed = what === 'day' && standing.kind === 'signed' ? standing.statement : null
  const { span } = what === 'shift' ? shiftOf(said, day) : { span: wholeDay(day) }
  const until = new Date(Math.min(Date.parse(span.to) - 1, bench.now().getTime()))
  return {
    language,
    facility,
    counter: label,
    day,
    what,
    from: localClock(new Date(span.from)),
    to: localClock(signed === null ? until : new Date(signed.at)),
    clerk: now.name,
    ...(signed === null ? counted(bench, query, span) : asSigned(signed)),
    signed:
      signed === null
        ? null
        : {
            name: nameOf(bench, signed.by),
            at: localMinute(new Date(signed.at)),
            mark: signed.audit.hash.slice(0, MARK),
          },
    note: signed?.note ?? '',
    printedAt: localMinute(bench.now()),
    copy: 1,
  }
}

const linesOf = (counts: DayCounts, more: Readonly<Record<'waiting' | 'refused' | 'emergency', number>>) => [
  ...dayNumbers.map((number) => ({ number, count: counts[number] })),
  ...(['waiting', 'refused', 'emergency'] as const).map((number: ReportNumber & keyof typeof more) => ({
    number,
    count: more[number],
  })),
]

function counted(
  bench: Bench,
  query: DayQuery,
  span: ReturnType<typeof wholeDay>,
): Pick<Report, 'lines' | 'differences'> {
  const ledger = ledgerOf(bench, query, span)
  const { outbox } = bench.store
  const whole = wholeDay(span.day)
  const emergency = query.supplies(whole.from, whole.to).length
  const more = { waiting: outbox.count('waiting'), refused: outbox.count('refused'), emergency }
  return {
    lines: linesOf(countsOf(dayLists(ledger)), more),
    differences: dayDifferences(ledger).map(({ kind, name, paper }) => ({ kind, name, paper, explained: null })),
  }
}

const asSigned = (statement: DayStatement): Pick<Report, 'lines' | 'differences'> => ({
  lines: linesOf(statement.counts, statement),
  differences: statement.differences.map(({ kind, name, explained }) => ({ kind, name, paper: null, explained })),
})
