import { controls, mutantsAll, tryMutants } from './mutant/run.ts'
import type { Proof } from './promise.ts'

/** Each deliberate mistake is made in a copy of the sources, and the suites that should notice it run there. */
export const mutants: Proof = {
  title: 'every deliberate mistake in the protocol makes some suite fail',
  usual: mutantsAll.length,
  async run({ scale, from = 1, progress }) {
    const wanted = mutantsAll.slice(from - 1, from - 1 + scale)
    const tests = controls(wanted)
    const of = tests.length + wanted.length
    let done = 0
    let survived = 0
    // A suite that fails without a mistake notices nothing.
    await tryMutants(tests, ({ caught }) => {
      progress(++done, of)
      if (caught !== null) throw new Error(`Fails without a mistake: ${caught.suite}: ${caught.by}`)
    })
    await tryMutants(wanted, ({ name, caught }) => {
      progress(++done, of)
      if (caught === null) survived++
      console.log(caught === null ? `SURVIVED  ${name}` : `caught  ${name}  by ${caught.suite}: ${caught.by}`)
    })
    return [{ promise: 'A mistake in the protocol makes some suite fail', tried: wanted.length, broken: survived }]
  },
}
