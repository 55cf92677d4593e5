import type { Handlers } from '../../contract/channel.ts'
import type { display } from '../../contract/display.ts'
import type { Counter } from './counter.ts'
import { waitingRoom } from './display-desk.ts'
import { shellHandlers } from './shell-handlers.ts'

export const displayHandlers = (
  counter: Counter,
): Omit<Handlers<typeof display.channels>, 'terminal.about' | 'terminal.recover'> => ({
  ...shellHandlers(counter),
  'display.now': async () => waitingRoom(counter.bench),
})
