import type { z } from 'zod'

import type { Handlers } from '../../contract/channel.ts'
import type { shell, staffShell, WaitingRecord } from '../../contract/shell.ts'
import type { OutboxRow } from '../store/outbox.ts'
import type { Counter } from './counter.ts'
import { answerScan } from './scan-desk.ts'

/** `terminal.about` is answered by main, which knows the runtime. */
type Shell = Omit<Handlers<typeof shell>, 'terminal.about'>
type StaffShell = Omit<Handlers<typeof staffShell>, 'terminal.about'>

const MOST_WAITING = 200

export const shellHandlers = ({ bench, status, statusChanged }: Counter): Shell => ({
  'terminal.status': async () => status(),
  async 'terminal.language'({ language }) {
    bench.save(() => bench.store.device.setLanguage(language))
    statusChanged()
    return {}
  },
})

export const staffHandlers = (counter: Counter): StaffShell => {
  const { bench, session, spool, lookUp, scanners } = counter
  return {
    ...shellHandlers(counter),
    ...scanners.handlers,
    'session.operators': async () => session.operators(),
    'session.unlock': async ({ operator, pin }) => session.unlock(operator, pin),
    async 'session.lock'() {
      session.lock()
      return {}
    },
    'sync.waiting': async () => bench.store.outbox.unfinished(MOST_WAITING).map(toWaiting),
    'print.recent': async () => [...spool.recent()],
    async 'print.settle'({ job, came }) {
      spool.settle(job, came)
      return {}
    },
    async 'print.retry'({ job }) {
      spool.retry(job)
      return {}
    },
    async 'print.preview'({ job }) {
      const png = await spool.preview(job)
      return png === null ? null : Uint8Array.from(png)
    },
    'scan.text': async ({ text }) => answerScan(bench, text, null, lookUp),
  }
}

const toWaiting = ({ n, seq, kind, title, at, reason }: OutboxRow): z.infer<typeof WaitingRecord> => ({
  n: n ?? -seq,
  kind,
  title,
  at,
  state: reason === null ? { kind: 'waiting' } : { kind: 'refused', reason },
})
