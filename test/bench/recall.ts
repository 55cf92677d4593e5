import { createHash } from 'node:crypto'

import { makePeople } from '../../build/demo/seed/people.ts'
import { randomFrom } from '../../build/demo/seed/random.ts'
import type { OwnScript } from '../../domain/language.ts'
import { foldWhole } from '../../domain/search/fold.ts'
import type { Person } from '../../domain/person/person.ts'
import { desk } from '../../contract/desk.ts'
import { person } from '../unit/main-service/person.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { familyNames, givenNames } from './recall-names.ts'
import { percent } from './sample.ts'
import { withDesk } from './terminal.ts'

/** `crowd`: others who are in the store as well. */
const sizes: Readonly<Record<Size, { readonly asked: number; readonly crowd: number }>> = {
  full: { asked: 2000, crowd: 3000 },
  tiny: { asked: 40, crowd: 0 },
}
const FIRST = 20
const peerName = 'one fold key for the whole name, equal or not'

/** One word of a name in every spelling, by script. */
interface Spelt {
  readonly latin: readonly string[]
  readonly own: Readonly<Record<OwnScript, readonly string[]>>
}

interface Pair {
  readonly person: Person
  readonly typed: string
  readonly half: 'tuning' | 'judged'
}

/** How often the right person is among the first twenty when a name is typed in another script or spelling. */
export async function recall(size: Size): Promise<readonly Figure[]> {
  const { asked, crowd } = sizes[size]
  const pairs = allPairs().slice(0, asked)
  const others = makePeople(randomFrom('bench/recall'), '2026-11-22', crowd)
  const people = [...new Map(pairs.map((pair) => [pair.person.id, pair.person])).values()]
  const folds = new Map<string, readonly string[]>()
  for (const { id, name } of [...others, ...people]) {
    const key = foldWhole(name.latin)
    folds.set(key, [...(folds.get(key) ?? []), id])
  }
  return withDesk([...people, ...others], async ({ terminal }) => {
    const places: { readonly half: Pair['half']; readonly place: number; readonly peer: number }[] = []
    for (const { person: right, typed, half } of pairs) {
      const { hits } = desk.channels['person.search'].output.parse(
        await terminal.want('person.search', { text: typed }),
      )
      const place = hits.findIndex((hit) => hit.person.id === right.id)
      places.push({ half, place, peer: (folds.get(foldWhole(typed)) ?? []).indexOf(right.id) })
      if (place < 0 && half === 'tuning' && process.env['HIMS_BENCH_MISSES'] !== undefined) {
        console.log(`${typed} did not find ${right.name.latin}`)
      }
    }
    return (['judged', 'tuning'] as const).flatMap((half) => {
      const some = places.filter((each) => each.half === half)
      const share = (within: number) => ({
        ours: percent(some.map(({ place }) => place >= 0 && place < within)),
        peer: percent(some.map(({ peer }) => peer >= 0 && peer < within)),
      })
      return [
        figure(`${half} half: right person in the first ${FIRST}`, '%', peerName, share(FIRST)),
        figure(`${half} half: right person first`, '%', peerName, share(1)),
      ]
    })
  })
}

const spelt = (table: string): readonly Spelt[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [latin = [], Deva = [], Guru = [], Arab = []] = line.split('|').map((part) => part.split(' '))
      return { latin, own: { Deva, Guru, Arab } }
    })

/** Every given name with every family name, recorded in one way and typed in two others, in an order of no meaning. */
function allPairs(): readonly Pair[] {
  const [given, family] = [spelt(givenNames), spelt(familyNames)]
  const scrambled = (text: string) => createHash('sha256').update(text).digest()
  const cases = given.flatMap((first) => family.map((last) => ({ first, last })))
  return cases
    .map((each) => ({ ...each, noise: scrambled(`${each.first.latin[0] ?? ''} ${each.last.latin[0] ?? ''}`) }))
    .toSorted((one, other) => Buffer.compare(one.noise, other.noise))
    .flatMap(({ first, last, noise }) => {
      const pick = (list: readonly string[], at: number) => list[(noise[at] ?? 0) % list.length] ?? ''
      const recorded = `${pick(first.latin, 1)} ${pick(last.latin, 2)}`
      const right = person({ latin: recorded })
      const scripts = ['Deva', 'Guru', 'Arab'] as const
      const script = scripts[(noise[3] ?? 0) % 3] ?? 'Deva'
      const others = [
        `${pick(first.latin, 4)} ${pick(last.latin, 5)}`,
        `${pick(first.own[script], 6)} ${pick(last.own[script], 7)}`,
      ].filter((typed) => typed !== recorded)
      // By the given name, so that no name of the judged half was ever looked at while tuning.
      const half = (scrambled(first.latin[0] ?? '')[0] ?? 0) % 2 === 0 ? 'judged' : 'tuning'
      return others.map((typed) => ({ person: right, typed, half }) as const)
    })
}
