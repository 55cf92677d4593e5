import type { Handlers } from '../../contract/channel.ts'
import type { stockChannels } from '../../contract/stock.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { Bench } from './bench.ts'
import type { SessionKeeper } from './session.ts'
import { markLot, readCold, recordArrival, recordPaper, setLevel, takeBack } from './stock-desk.ts'
import { printSlip } from './stock-slip.ts'
import { sheetOf, shelfOf, storesHere, watchOf } from './stock-view.ts'

/** The channels of the stock page. */
export function stockHandlers(bench: Bench, session: SessionKeeper): Handlers<typeof stockChannels> {
  const me = (): OperatorId => {
    const now = bench.session()
    // A locked terminal answers no page: its channels refuse before they come here.
    if (now.kind === 'locked') throw new Error('Nobody is at work')
    return now.operator
  }
  return {
    'stock.stores': async () => storesHere(bench),
    'stock.shelf': async ({ text }) => shelfOf(bench, text),
    'stock.watch': async () => watchOf(bench),
    'stock.sheet': async (asked) => sheetOf(bench, asked),
    'stock.record': async (said) => recordPaper(bench, session, said),
    'stock.arrive': async (asked) => recordArrival(bench, asked),
    'stock.slip': async ({ paper }) => printSlip(bench, paper),
    'stock.take-back': async (asked) => takeBack(bench, asked),
    'stock.mark': async (asked) => markLot(bench, asked, me()),
    'stock.cold': async (asked) => readCold(bench, asked, me()),
    'stock.level': async (level) => setLevel(bench, level),
  }
}
