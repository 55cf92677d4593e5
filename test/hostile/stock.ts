import { seeded } from './dispense-search.ts'
import type { Proof } from './promise.ts'
import { rules, runStock } from './stock-model.ts'
import { runStores } from './stock-run.ts'

const SEED = 20_261_122
/** So many random days by the rules for each deed at real pharmacies. */
const DAYS_EACH = 6
const LEAST_DEEDS = 300
const MOST_DEEDS = 15_000

/** What stands in a store is what its ledger says, and nothing is given that must not be. */
export const stock: Proof = {
  title: 'the shelf is the ledger, and nothing expired or recalled is given',
  usual: 100_000,
  async run({ scale, progress }) {
    const random = seeded(SEED)
    const broken = { shelf: 0, stopped: 0, lies: 0 }
    for (let done = 0; done < scale; done += 1) {
      const came = runStock(random, rules)
      if (came.wrongShelf > 0) broken.shelf += 1
      if (came.givenStopped > 0) broken.stopped += 1
      broken.lies += came.liesTaken
      if (done % 1000 === 0) progress(done, scale)
    }
    const deeds = Math.min(MOST_DEEDS, Math.max(LEAST_DEEDS, Math.floor(scale / DAYS_EACH)))
    const { people, ...real } = await runStores(deeds, seeded(SEED + 1))
    return [
      { promise: 'every ledger says what stands there once all is heard of', tried: scale, broken: broken.shelf },
      {
        promise: 'no lot is given that is expired, quarantined or recalled as known there',
        tried: scale,
        broken: broken.stopped,
      },
      { promise: 'HIMS takes no sum that no paper makes', tried: scale, broken: broken.lies },
      {
        promise: 'real stores and handlers say what stands there, parts of transfers included, and ask for more once',
        tried: real.deeds,
        broken: real.wrongShelf + real.twoWishes + real.stuck,
      },
      {
        promise: 'what is given there is within its order and its lot may be given',
        tried: people.given,
        broken: people.overdrawn + people.stopped,
      },
      {
        promise: 'no more comes back than was given, and what came by mistake may be given anew',
        tried: people.back,
        broken: people.tooMuch + people.rightsOff,
      },
      {
        promise: 'an order that was taken back or replaced gives nothing more, at any counter and at HIMS',
        tried: people.ended,
        broken: people.afterEnd,
      },
    ]
  },
}
