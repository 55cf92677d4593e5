import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { nameWords } from '../../../build/demo/seed/name-table.ts'
import { SOUND_VERSION, soundKeys } from '../../../domain/search/sound-key.ts'
import { otherNames } from './other-names.ts'

/** These names, and what the rules of the version make of them. */
const made = { version: 1, names: 'ab75102c7010bbfe', keys: 'd3eb537eb93ebd0a' }

const digest = (words: readonly string[]): string =>
  createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16)

test('rules that give a name another key have a version of their own', () => {
  const words = nameWords.flatMap(({ latin, Deva, Guru, Arab }) => [latin, Deva, Guru, Arab])
  const names = [...words, ...otherNames.split(/[\n|]/)]
  const keys = names.flatMap((latin) =>
    soundKeys({ name: { latin, own: null }, birth: { kind: 'date', on: '1984-02-29' } }),
  )
  assert.equal(SOUND_VERSION, made.version)
  assert.equal(digest(names), made.names, 'other names are tried: write down both digests anew')
  assert.equal(digest(keys), made.keys, 'raise SOUND_VERSION, then write its keys down')
})
