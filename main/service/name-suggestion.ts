import type { NameScript } from '../../domain/name/script.ts'
import { suggestName } from '../../domain/name/suggest-name.ts'
import { wordsOf } from '../store/person-index.ts'
import type { Bench } from './bench.ts'

/** A typed name in every other script: as people already here write its words, then as the rules spell them. */
export const suggestNames = ({ store }: Bench, text: string): { script: NameScript; candidates: string[] }[] =>
  suggestName(text, (plain, from, to) => {
    const [word] = wordsOf(plain)
    return word === undefined || from !== 'Latn' || to === 'Latn' ? [] : store.people.written(word, to)
  }).map(({ script, candidates }) => ({ script, candidates: [...candidates] }))
