import type { Handlers } from '../../contract/channel.ts'
import type { pharmacy } from '../../contract/pharmacy.ts'
import type { PersonId } from '../../domain/id.ts'
import { note } from './bench.ts'
import type { Counter } from './counter.ts'
import { giveSeen } from './dispense-desk.ts'
import { handOvers, takeBackOver } from './give-back.ts'
import { ask, proposals, withdraw } from './order-ask.ts'
import { noteOnBoard, pickBoard } from './pick-board.ts'
import { findWaiting, openPickList, supplyNote } from './pick-list.ts'
import { staffHandlers } from './shell-handlers.ts'
import { stockHandlers } from './stock-handlers.ts'
import { supply } from './supply-desk.ts'

const MOST = 100

export const pharmacyHandlers = (
  counter: Counter,
): Omit<Handlers<typeof pharmacy.channels>, 'terminal.about' | 'terminal.recover'> => {
  const { bench, rights, session } = counter
  let person: PersonId | null = null
  return {
    ...staffHandlers(counter),
    'pick.find': async ({ text }) => findWaiting(bench, text),
    async 'pick.open'({ personId }) {
      // A page asks again whenever something changed; opening is noted once.
      if (person !== personId) note(bench, 'pick.opened', personId)
      person = personId
      rights.opened(personId)
      rights.tidy()
      return openPickList(bench, personId, (prescription) => rights.place(prescription))
    },
    async 'pick.leave'() {
      person = null
      rights.opened(null)
      rights.tidy()
      return {}
    },
    'right.claim': async ({ prescriptionId }) => rights.claim(prescriptionId),
    'right.yield': async ({ prescriptionId }) => rights.yieldTo(prescriptionId),
    'right.parked': async () => [...bench.store.pharmacy.parked(MOST)],
    async 'supply.witnesses'() {
      const now = session.now()
      return session.operators().filter(({ id }) => now.kind === 'unlocked' && id !== now.operator)
    },
    'supply.give': async (asked) => supply(bench, session, asked),
    'supply.recent': async () => bench.store.pharmacy.recentSupplies(MOST).map((each) => supplyNote(bench, each)),
    'dispense.give': async (asked) => giveSeen(bench, session, asked),
    ...stockHandlers(bench, session),
    'order.proposals': async ({ prescriptionId, itemId }) => proposals(bench, prescriptionId, itemId),
    'order.ask': async (asked) => ask(bench, asked),
    'order.withdraw': async ({ prescriptionId, question }) => withdraw(bench, prescriptionId, question),
    'board.now': async () => pickBoard(bench),
    'board.note': async ({ prescriptionId, kind }) => noteOnBoard(bench, prescriptionId, kind),
    'back.list': async ({ personId }) => handOvers(bench, personId),
    'back.take': async (asked) => takeBackOver(bench, session, asked),
    'department.names': async () => [...bench.store.shared.department.all()],
  }
}
