import type { Suite } from './mutant/mutant.ts'
import { failWithout, mutantsAll, nameOf, tryMutants } from './mutant/run.ts'
import type { Proof } from './promise.ts'

/** Each deliberate mistake is made in a copy of the sources, and the suites that should notice it run there. */
export const mutants: Proof = {
  title: 'every deliberate mistake in the protocol makes some suite fail',
  usual: mutantsAll.length,
  async run({ scale, from = 1, progress }) {
    const wanted = mutantsAll.slice(from - 1, from - 1 + scale)
    const noticed = new Set<Suite>()
    let done = 0
    let survived = 0
    await tryMutants(wanted, ({ name, caught }) => {
      progress(++done, wanted.length)
      if (caught === null) survived++
      else noticed.add(caught.suite)
      console.log(caught === null ? `SURVIVED  ${name}` : `caught  ${name}  by ${nameOf(caught.suite)}: ${caught.by}`)
    })
    const unfit = await failWithout([...noticed])
    if (unfit.length > 0) throw new Error(`These fail without a mistake:\n${unfit.join('\n')}`)
    return [{ promise: 'A mistake in the protocol makes some suite fail', tried: wanted.length, broken: survived }]
  },
}
