import { ownScripts } from '../../domain/language.ts'
import type { OwnScript } from '../../domain/language.ts'
import { wordsOf } from '../store/person-index.ts'
import type { Bench } from './bench.ts'

const MOST_CANDIDATES = 3

/** How people already here write each word of a Latin name; a script where one word is unknown is left out. */
export function suggestNames({ store }: Bench, latin: string): { script: OwnScript; candidates: string[] }[] {
  const words = wordsOf(latin)
  if (words.length === 0) return []
  return ownScripts.flatMap((script) => {
    const ways = words.map((word) => store.people.written(word, script))
    if (ways.some((way) => way.length === 0)) return []
    return [{ script, candidates: combine(ways) }]
  })
}

/** The usual way of every word first, then one word at a time in its second and third way. */
function combine(ways: readonly (readonly string[])[]): string[] {
  const usual = ways.map((way) => way[0] ?? '')
  const others = ways.flatMap((way, at) => way.slice(1).map((other) => usual.with(at, other).join(' ')))
  return [usual.join(' '), ...others].slice(0, MOST_CANDIDATES)
}
