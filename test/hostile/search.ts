import type { Kept, Proof, Trial } from './promise.ts'
import { tryKeys } from './search/exact-key.ts'
import type { KeyTry } from './search/exact-key.ts'
import { hows, isSame, scripts, searchCases } from './search/search-case.ts'
import type { SearchCase } from './search/search-case.ts'
import type { SearchHome } from './search/search-home.ts'
import { withSearchHome } from './search/search-home.ts'

/** Shown at once, without reading on. */
const FIRST = 3
/** Aimed at: of a hundred names in another script or misspelt, so many are among the first three. */
const AIM = 98
/** Every tenth question is an exact key. */
const KEYS = 10

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
    return { keys, names }
  })

async function isFound({ search }: SearchHome, { typed, person }: SearchCase): Promise<boolean> {
  return (await search(typed)).slice(0, FIRST).some((hit) => isSame(hit, person))
}

async function run({ scale, seed, progress }: Trial): Promise<readonly Kept[]> {
  const { keys, names } = await searchRun(scale, String(seed ?? 1), progress)
  for (const script of scripts)
    console.error(`search: ${script}: ${told(names.filter((each) => each.script === script))}`)
  const wrong = (some: readonly (NameTry | KeyTry)[]): number => some.filter(({ ok }) => !ok).length
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
      const broken = Math.max(0, Math.ceil((some.length * AIM) / 100) - (some.length - wrong(some)))
      return { promise: `${script}: ${AIM} of 100 misspelt are among the first three`, tried: some.length, broken }
    }),
  ]
}

const told = (some: readonly NameTry[]): string =>
  [share(some), ...hows.map((how) => `${how} ${share(some.filter((each) => each.how === how))}`)].join(', ')

const share = (some: readonly NameTry[]): string =>
  `${((100 * some.filter(({ ok }) => ok).length) / Math.max(1, some.length)).toFixed(1)} %`

export const search: Proof = {
  title: 'search: whoever stands at the desk is found by card, code, phone, or a name as it was heard',
  usual: 4000,
  run,
}
