import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { ownScripts } from '../../domain/language.ts'
import type { OwnScript } from '../../domain/language.ts'
import { plainWord } from '../../domain/name/plain-word.ts'
import { suggestName } from '../../domain/name/suggest-name.ts'
import type { Kept, Proof, Trial } from './promise.ts'

const Held = z.array(
  z.strictObject({
    latin: z.string(),
    community: z.string(),
    Deva: z.array(z.string()).min(1).max(3),
    Guru: z.array(z.string()).min(1).max(3),
    Arab: z.array(z.string()).min(1).max(3),
  }),
)

const path = join(import.meta.dirname, 'name/held-out.json')

/** Names that no rule was written with and no table holds, with every spelling that a native reader would accept. */
export const heldOut = Held.parse(JSON.parse(readFileSync(path, 'utf8')))

const scriptNames: Readonly<Record<OwnScript, string>> = { Deva: 'Devanagari', Guru: 'Gurmukhi', Arab: 'Urdu' }

/** Spaces inside a word are a matter of taste in Urdu. */
const same = (text: string): string => plainWord(text).replaceAll(' ', '')

const told = (latin: string, script: OwnScript): readonly string[] =>
  (suggestName(latin).find((each) => each.script === script)?.candidates ?? []).map(same)

/** How many of the names are spelt right by the first suggestion, and by one of three. */
export function score(script: OwnScript, most: number) {
  const names = heldOut.slice(0, most)
  const found = names.map((name) => {
    const right = name[script].map(same)
    return told(name.latin, script).findIndex((candidate) => right.includes(candidate))
  })
  return {
    tried: names.length,
    first: found.filter((at) => at === 0).length,
    amongThree: found.filter((at) => at !== -1).length,
  }
}

async function run({ scale }: Trial): Promise<readonly Kept[]> {
  return ownScripts.map((script) => {
    const { tried, first, amongThree } = score(script, scale)
    const share = ((amongThree / tried) * 100).toFixed(1)
    console.error(`names: ${scriptNames[script]}: ${amongThree} of ${tried} among three (${share} %), ${first} first`)
    return {
      promise: `${scriptNames[script]}: an unknown name is right among three suggestions`,
      tried,
      broken: tried - amongThree,
    }
  })
}

export const names: Proof = {
  title: 'names: 300 names kept apart from the rules, suggested in Devanagari, Gurmukhi and Urdu',
  usual: 300,
  run,
}
