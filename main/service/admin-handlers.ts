import type { Handlers } from '../../contract/channel.ts'
import type { admin } from '../../contract/admin.ts'
import type { Counter } from './counter.ts'
import { staffHandlers } from './shell-handlers.ts'

export const adminHandlers = (
  counter: Counter,
): Omit<Handlers<typeof admin.channels>, 'terminal.about' | 'terminal.recover'> => ({
  ...staffHandlers(counter),
})
