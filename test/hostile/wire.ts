import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Outcome } from '../../sync/outcome.ts'
import type { Kept, Proof } from './promise.ts'

const words = (outcome: Outcome): string => {
  if (outcome.kind === 'offline') return outcome.cause === 'not-hims' ? `not-hims ${outcome.reason}` : outcome.cause
  return outcome.kind === 'refused' ? outcome.cause : outcome.kind
}

/** Whoever stands on the line between a desk and HIMS gets nothing in and nothing out. */
export const wire: Proof = {
  title: 'answers that are cut, bent, forged, stalled or not of HIMS, against the real client over real sockets',
  usual: 600,
  async run({ scale, progress }): Promise<readonly Kept[]> {
    const [{ wireAttacks }, { wireHome }] = await Promise.all([import('./wire-attack.ts'), import('./wire-home.ts')])
    const random = randomFrom('wire')
    const home = await wireHome()
    const broken = { refused: 0, unchanged: 0, healed: 0 }
    const note = (what: keyof typeof broken, attack: string, saw: string): void => {
      broken[what]++
      console.error(`wire: ${attack}: ${what}: ${saw}`)
    }
    try {
      const first = await home.round(null, random.next)
      if (first.kind !== 'online') throw new Error(`A sound line says ${words(first)}`)
      for (let tried = 0; tried < scale; tried++) {
        progress(tried, scale)
        const attack = wireAttacks[tried % wireAttacks.length]
        if (attack === undefined) break
        await home.work()
        const before = home.local()
        const waiting = home.waiting()
        const ending: string = words(await home.round(attack, random.next))
        if (!attack.ends.some((end) => end === ending)) note('refused', attack.name, ending)
        if (ending !== 'online') {
          // A greeting that is believed lets a push through, which is as good.
          const left = attack.on === 'pull' || (attack.on === 'hello' && home.waiting() === 0) ? 0 : waiting
          if (home.local() !== before) note('unchanged', attack.name, `${before} became ${home.local()}`)
          if (home.waiting() !== left) note('unchanged', attack.name, `${home.waiting()} wait, not ${left}`)
        }
        let healed = words(await home.round(null, random.next))
        // A line that was kept open may have been cut meanwhile.
        for (let again = 0; again < 2 && healed === 'unreachable'; again++)
          healed = words(await home.round(null, random.next))
        const { here, there, pushed, taken } = await home.both()
        if (healed !== 'online' || home.waiting() > 0 || here !== there || pushed !== taken) {
          note('healed', attack.name, `${healed}, ${here} of ${there} people, ${taken} of ${pushed} records`)
        }
      }
    } finally {
      await home.close()
    }
    return [
      { promise: 'an answer that is not sound is refused with its reason', tried: scale, broken: broken.refused },
      { promise: 'what is here and what waits stays as it was', tried: scale, broken: broken.unchanged },
      {
        promise: 'once the line is sound all is sent and fetched, each record once',
        tried: scale,
        broken: broken.healed,
      },
    ]
  },
}
