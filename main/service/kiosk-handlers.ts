import type { Handlers } from '../../contract/channel.ts'
import type { kiosk } from '../../contract/kiosk.ts'
import type { Counter } from './counter.ts'
import { departmentsHere } from './department-here.ts'
import type { KioskDesk } from './kiosk-desk.ts'
import { shellHandlers } from './shell-handlers.ts'

export const kioskHandlers = (
  counter: Counter,
  guests: KioskDesk,
): Omit<Handlers<typeof kiosk.channels>, 'terminal.about' | 'terminal.recover'> => ({
  ...shellHandlers(counter),
  'kiosk.scan': async ({ text }) => guests.scan(text, counter.lookUp),
  'kiosk.departments': async () => departmentsHere(counter.bench),
  'kiosk.checkin': async ({ guest, department, language }) => guests.checkin(guest, department, language),
  'kiosk.paper': async () => guests.paper(),
  async 'kiosk.call'() {
    guests.call()
    return {}
  },
  async 'kiosk.leave'() {
    guests.leave()
    return {}
  },
})
