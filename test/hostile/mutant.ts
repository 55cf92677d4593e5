import { mutantsAll, tryMutant } from './mutant/run.ts'
import type { Proof } from './promise.ts'

/** Each deliberate mistake is made in a copy of the sources, and the suites that should notice it run there. */
export const mutants: Proof = {
  title: 'every deliberate mistake in the protocol makes some suite fail',
  usual: mutantsAll.length,
  async run({ scale, progress }) {
    const wanted = mutantsAll.slice(0, scale)
    // A suite that fails without a mistake notices nothing.
    const suites = [
      ...new Map(wanted.flatMap((mutant) => mutant.suites.map((suite) => [JSON.stringify(suite), suite]))),
    ]
    const failing = await tryMutant({ name: 'no mistake', edits: [], suites: suites.map(([, suite]) => suite) })
    if (failing !== null) throw new Error(`Fails without a mistake: ${failing}`)
    let survived = 0
    for (const [at, mutant] of wanted.entries()) {
      const caught = await tryMutant(mutant)
      if (caught === null) survived++
      console.log(`${caught === null ? 'SURVIVED' : 'caught'}  ${mutant.name}: ${caught ?? 'no suite failed'}`)
      progress(at + 1, wanted.length)
    }
    return [{ promise: 'A mistake in the protocol makes some suite fail', tried: wanted.length, broken: survived }]
  },
}
