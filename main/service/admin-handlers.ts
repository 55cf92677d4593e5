import type { Handlers } from '../../contract/channel.ts'
import type { admin } from '../../contract/admin.ts'
import { directoryNow, formulary, rosterOn } from './admin-directory.ts'
import { saveEdit } from './admin-edit.ts'
import { history, undo } from './admin-history.ts'
import { randomPin } from './admin-pin.ts'
import { decide, refusedEdits } from './admin-refused.ts'
import { copyRoster } from './admin-roster.ts'
import type { Counter } from './counter.ts'
import { suggestNames } from './name-suggestion.ts'
import { staffHandlers } from './shell-handlers.ts'

export const adminHandlers = (
  counter: Counter,
): Omit<Handlers<typeof admin.channels>, 'terminal.about' | 'terminal.recover'> => {
  const { bench } = counter
  return {
    ...staffHandlers(counter),
    'directory.now': async () => directoryNow(bench),
    'directory.roster': async ({ day }) => rosterOn(bench, day),
    'directory.formulary': async ({ text }) => formulary(bench, text),
    'directory.save': async ({ edit, sure }) => saveEdit(bench, edit, sure),
    'directory.copy-roster': async ({ from, to }) => copyRoster(bench, from, to),
    'directory.undo': async ({ ids }) => undo(bench, ids),
    'directory.history': async ({ of }) => history(bench, of),
    'directory.refused': async () => refusedEdits(bench),
    'directory.decide': async ({ id, take }) => decide(bench, id, take),
    'name.suggest': async ({ text }) => suggestNames(bench, text),
    'staff.pin': async () => ({ pin: randomPin(bench.random) }),
  }
}
