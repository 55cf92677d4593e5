import type { Handlers } from '../../contract/channel.ts'
import type { dayChannels } from '../../contract/day.ts'
import { dayQuery } from '../store/day-query.ts'
import type { Counter } from './counter.ts'
import { listDay } from './day-list.ts'
import { dayReport } from './day-paper.ts'
import { handShift, reopenDay, signDay } from './day-sign.ts'
import { openDays, viewDay } from './day-view.ts'
import { printPaper } from './make-card.ts'

/** The end of a day at a desk: what was done, what is to be explained, and who answers for it. */
export function dayHandlers({ bench, session }: Pick<Counter, 'bench' | 'session'>): Handlers<typeof dayChannels> {
  const query = dayQuery(bench.store.database)
  const work = { bench, query, session }
  return {
    'day.open': async ({ day }) => viewDay(work, session.operators(), day),
    'day.unsigned': async () => [...openDays(bench, query)],
    'day.list': async (asked) => listDay(bench, query, asked),
    'day.sign': async (asked) => signDay(work, asked),
    'day.reopen': async (asked) => reopenDay(work, asked),
    'day.hand': async (asked) => handShift(work, asked),
    async 'day.print'(asked) {
      const report = dayReport(bench, query, asked)
      if (report === null) return { kind: 'changed-meanwhile' }
      const document =
        asked.on === 'ticket'
          ? ({ kind: 'shift-report', ...report } as const)
          : ({ kind: 'shift-page', ...report } as const)
      const saved = bench.save((write) => {
        write.audit('report.printed', `${asked.day} ${asked.what}`)
        return printPaper(bench, write, document, asked.day)
      })
      return saved.ok ? { kind: 'printing', job: saved.value } : { kind: 'not-saved', cause: saved.problem }
    },
  }
}
