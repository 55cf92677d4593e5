import type { Kept, Proof, Trial } from './promise.ts'
import { tryKeys } from './search/exact-key.ts'
import { hows, isSame, scripts, searchCases } from './search/search-case.ts'
import type { SearchCase } from './search/search-case.ts'
import type { SearchHome } from './search/search-home.ts'
import { withSearchHome } from './search/search-home.ts'
import { strangers, toldAgain } from './search/told-again.ts'

/** Shown at once, without reading on. */
const FIRST = 3
/** Aimed at: of a hundred names in another script or misspelt, so many are among the first three. */
const AIM = 98
/** Every tenth question is an exact key. */
const KEYS = 10
/** For every so many questions somebody is written down once more, and somebody for the first time. */
const AGAIN = 4
/** Of a hundred strangers at most so many are held against somebody who is here. */
const MOST_ASKED = 2

export interface NameTry extends SearchCase {
  readonly ok: boolean
}

/** Asks a desk with 5,000 people for some of them, by what a clerk has of them. */
export const searchRun = (scale: number, seed: string, progress: Trial['progress']) =>
  withSearchHome(Math.ceil(scale / KEYS / 4), async (home) => {
    const keys = await tryKeys(home, seed, Math.ceil(scale / KEYS / 4))
    const names: NameTry[] = []
    for (const each of searchCases(home.people, seed, home.today)) {
      if (names.length >= scale) break
      names.push({ ...each, ok: await isFound(home, each) })
      progress(names.length, scale)
    }
    const again = await toldAgain(home, seed, Math.ceil(scale / AGAIN))
    return { keys, names, again, others: await strangers(home, seed, Math.ceil(scale / AGAIN)) }
  })

async function isFound({ search }: SearchHome, { typed, person }: SearchCase): Promise<boolean> {
  return (await search(typed)).slice(0, FIRST).some((hit) => isSame(hit, person))
}

async function run({ scale, seed, progress }: Trial): Promise<readonly Kept[]> {
  const { keys, names, again, others } = await searchRun(scale, String(seed ?? 1), progress)
  for (const script of scripts)
    console.error(`search: ${script}: ${told(names.filter((each) => each.script === script))}`)
  const asked = others.filter(({ shown }) => shown > 0).length
  console.error(
    `search: written down again and shown: ${share(again)}; strangers asked about: ${asked} of ${others.length}`,
  )
  const wrong = (some: readonly { readonly ok: boolean }[]): number => some.filter(({ ok }) => !ok).length
  return [
    ...(['card', 'short code', 'ABHA number', 'phone'] as const).map((key) => {
      const some = keys.filter((each) => each.key === key)
      return {
        promise: `${key} opens its person, or household, and nobody else`,
        tried: some.length,
        broken: wrong(some),
      }
    }),
    ...scripts.map((script) => {
      const some = names.filter((each) => each.script === script)
      const broken = tooMany(wrong(some), some.length, 100 - AIM)
      return { promise: `${script}: ${AIM} of 100 misspelt are among the first three`, tried: some.length, broken }
    }),
    {
      promise: `whoever is written down again is shown before they are saved, ${AIM} of 100`,
      tried: again.length,
      broken: tooMany(wrong(again), again.length, 100 - AIM),
    },
    {
      promise: `of 100 strangers at most ${MOST_ASKED} are held against somebody who is here`,
      tried: others.length,
      broken: tooMany(asked, others.length, MOST_ASKED),
    },
  ]
}

/** How many more than so many of a hundred. */
const tooMany = (count: number, of: number, most: number): number => Math.max(0, count - Math.floor((of * most) / 100))

const told = (some: readonly NameTry[]): string =>
  [share(some), ...hows.map((how) => `${how} ${share(some.filter((each) => each.how === how))}`)].join(', ')

const share = (some: readonly { readonly ok: boolean }[]): string =>
  `${((100 * some.filter(({ ok }) => ok).length) / Math.max(1, some.length)).toFixed(1)} %`

export const search: Proof = {
  title:
    'search: whoever stands at the desk is found by card, code, phone, or a name as it was heard, and not written down twice',
  usual: 4000,
  run,
}
