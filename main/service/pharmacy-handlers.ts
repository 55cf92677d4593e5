import type { Handlers } from '../../contract/channel.ts'
import type { pharmacy } from '../../contract/pharmacy.ts'
import type { Counter } from './counter.ts'
import { give } from './dispense-desk.ts'
import { findStock, findWaiting, openPickList } from './pick-list.ts'
import { staffHandlers } from './shell-handlers.ts'

export const pharmacyHandlers = (counter: Counter): Omit<Handlers<typeof pharmacy.channels>, 'terminal.about'> => {
  const { bench } = counter
  return {
    ...staffHandlers(counter),
    'pick.find': async ({ text }) => findWaiting(bench, text),
    'pick.open': async ({ personId }) => openPickList(bench, personId),
    'dispense.give': async (asked) => give(bench, asked),
    'stock.find': async ({ text }) => findStock(bench, text),
    'department.names': async () => [...bench.store.shared.department.all()],
  }
}
