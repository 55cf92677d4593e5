import { rules } from './dispense-model.ts'
import { runShops } from './dispense-run.ts'
import { searchAll, seeded, walk } from './dispense-search.ts'
import type { Proof } from './promise.ts'

const SEED = 20_261_122
const LENGTH = 60
const large = { pharmacies: 3, items: 2, units: 3, moves: 12, copies: 3 }
/** All of it is 93,026 states. */
const little = { pharmacies: 3, items: 1, units: 2, moves: 2, copies: 1 }
/** All of it is 384,783 states. */
const small = { pharmacies: 3, items: 2, units: 1, moves: 2, copies: 1 }
const wide = { ...small, moves: 3 }
const MOST_STATES = 6_000_000
/** So many random ways through the rules for each prescription at real pharmacies. */
const WAYS_EACH = 250

/** Two pharmacies never give the same medicine twice: the shared rules looked at from all sides, and the real ones driven. */
export const dispense: Proof = {
  title: 'no medicine is given twice, whatever is cut, copied or put back',
  usual: 50_000,
  async run({ scale, progress }) {
    const random = seeded(SEED)
    let broken = 0
    for (let done = 0; done < scale; done += 1) {
      if (walk(large, rules, LENGTH, random)) broken += 1
      if (done % 1000 === 0) progress(done, scale)
    }
    const size = scale < 20_000 ? little : scale < 500_000 ? small : wide
    const states = searchAll(size, rules, MOST_STATES, (seen) => progress(seen, MOST_STATES))
    const prescriptions = Math.max(20, Math.floor(scale / WAYS_EACH))
    const told = await runShops(prescriptions, seeded(SEED + 1))
    const reach = states.all ? 'every state of a small world' : 'the nearest states of a small world'
    return [
      { promise: 'no random schedule of pharmacies, copies and clones gives a unit twice', tried: scale, broken },
      { promise: `${reach} gives none twice and counts each once`, tried: states.states, broken: states.broken },
      {
        promise:
          'real stores and handlers give no more than was ordered, count each unit once and end with nothing waiting',
        tried: told.deeds,
        broken: told.over + told.notWhole + told.stuck,
      },
    ]
  },
}
