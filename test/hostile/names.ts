import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { ownScripts } from '../../domain/language.ts'
import type { OwnScript } from '../../domain/language.ts'
import { plainWord } from '../../domain/name/plain-word.ts'
import type { NameScript } from '../../domain/name/script.ts'
import { suggestName } from '../../domain/name/suggest-name.ts'
import { readNames } from '../fake/names.ts'
import type { Kept, Proof, Trial } from './promise.ts'

const spellings = z.array(z.string()).min(1).max(3)
const Held = z.array(
  z.strictObject({
    /** The first is what a clerk types; the others are as usual. */
    latin: spellings.or(z.string().transform((word) => [word])),
    community: z.string(),
    Deva: spellings,
    Guru: spellings,
    Arab: spellings,
  }),
)
export type HeldName = z.infer<typeof Held>[number]

const held = (file: string): readonly HeldName[] =>
  Held.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'name', file), 'utf8')))

/**
 * Names that no table holds, with every spelling that a native reader would accept: 300 that the rules were scored by as
 * they grew, and 300 that were written down later and scored in the end.
 */
export const heldOut: Readonly<Record<'early' | 'later', readonly HeldName[]>> = {
  early: held('held-out.json'),
  later: held('held-out-later.json'),
}
export const heldSets = ['early', 'later'] as const
export type HeldSet = (typeof heldSets)[number]

const scriptNames: Readonly<Record<OwnScript, string>> = { Deva: 'Devanagari', Guru: 'Gurmukhi', Arab: 'Urdu' }

/** Spaces inside a word are a matter of taste in Urdu. */
const same = (text: string): string => plainWord(text).replaceAll(' ', '')

/** How many of the names are spelt right by the first suggestion, and by one of three. */
export interface Score {
  readonly tried: number
  readonly first: number
  readonly amongThree: number
}

function score(
  names: readonly HeldName[],
  to: NameScript,
  typed: (name: HeldName) => string,
  right: keyof HeldName,
): Score {
  const found = names.map((name) => {
    const accepted = [name[right]].flat().map(same)
    const told = suggestName(typed(name)).find(({ script }) => script === to)?.candidates ?? []
    return told.map(same).findIndex((candidate) => accepted.includes(candidate))
  })
  return {
    tried: names.length,
    first: found.filter((at) => at === 0).length,
    amongThree: found.filter((at) => at !== -1).length,
  }
}

/** Typed in Latin letters, told in another script. */
export const fromLatin = (set: HeldSet, script: OwnScript, most = 300): Score =>
  score(heldOut[set].slice(0, most), script, ({ latin }) => latin[0] ?? '', script)

/** Typed in another script, told in Latin letters: as the list has it, letter by letter. */
export const intoLatin = (set: HeldSet, script: OwnScript, most = 300): Score =>
  score(heldOut[set].slice(0, most), 'Latn', (name) => same(name[script][0] ?? ''), 'latin')

const share = (part: number, { tried }: Score): string => `${((part / tried) * 100).toFixed(1)} %`

function kept(promise: string, found: Score): Kept {
  const { tried, first, amongThree } = found
  console.error(`names: ${promise}: ${amongThree} of ${tried} (${share(amongThree, found)}), ${first} first`)
  return { promise, tried, broken: tried - amongThree }
}

async function run({ scale }: Trial): Promise<readonly Kept[]> {
  await readNames()
  return heldSets.flatMap((set) =>
    ownScripts.flatMap((script) => [
      kept(`${set} names into ${scriptNames[script]}, right among three`, fromLatin(set, script, scale)),
      kept(`${set} names from ${scriptNames[script]} into Latin, right among three`, intoLatin(set, script, scale)),
    ]),
  )
}

export const names: Proof = {
  title: 'names: twice 300 names kept apart from the rules, suggested in Devanagari, Gurmukhi, Urdu and Latin',
  usual: 300,
  run,
}
