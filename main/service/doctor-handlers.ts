import type { Handlers } from '../../contract/channel.ts'
import type { doctor } from '../../contract/doctor.ts'
import type { Counter } from './counter.ts'
import { staffHandlers } from './shell-handlers.ts'

export const doctorHandlers = (
  counter: Counter,
): Omit<Handlers<typeof doctor.channels>, 'terminal.about' | 'terminal.recover'> => ({
  ...staffHandlers(counter),
})
