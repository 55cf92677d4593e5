import type { Handlers } from '../../contract/channel.ts'
import type { shell, staffShell } from '../../contract/shell.ts'
import type { Counter } from './counter.ts'
import { answerScan } from './scan-desk.ts'

/** `terminal.about` is answered by main, which knows the runtime. */
type Shell = Omit<Handlers<typeof shell>, 'terminal.about' | 'terminal.recover'>
type StaffShell = Omit<Handlers<typeof staffShell>, 'terminal.about' | 'terminal.recover'>

export const shellHandlers = ({ bench, status, statusChanged }: Counter): Shell => ({
  'terminal.status': async () => status(),
  async 'terminal.language'({ language }) {
    bench.save(() => bench.store.device.setLanguage(language))
    statusChanged()
    return {}
  },
})

export const staffHandlers = (counter: Counter): StaffShell => {
  const { bench, session, spool, lookUp, scanners, sync, badges, badgeShown } = counter
  return {
    ...shellHandlers(counter),
    ...scanners.handlers,
    ...sync,
    'session.operators': async () => session.operators(),
    'session.unlock': async ({ operator, pin }) => session.unlock(operator, pin),
    'session.badge': async ({ text }) => session.badge(text),
    'session.supervisors': async () => session.supervisors(),
    'session.forgive': async ({ operator, supervisor, pin }) => session.forgive(operator, supervisor, pin),
    'session.vouch': async ({ supervisor, pin }) => session.vouch(supervisor, pin),
    'badge.print': async ({ operator }) => badges.print(operator),
    'badge.withdraw': async ({ operator }) => badges.withdraw(operator),
    async 'session.lock'() {
      session.lock()
      return {}
    },
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
    async 'scan.text'({ text }) {
      const badge = session.badge(text)
      if (badge !== null) badgeShown(badge)
      return answerScan(bench, text, null, lookUp)
    },
  }
}
