import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'

const root = join(import.meta.dirname, '../../../domain/text')

function catalogue(language: Language, area: string): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(join(root, language, `${area}.json`), 'utf8'))
  assert.ok(typeof parsed === 'object' && parsed !== null)
  return new Map(Object.entries(parsed).map(([id, text]) => [id, String(text)]))
}

/** The arguments of a message, whatever their place in the sentence. */
const argumentsOf = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g))].toSorted()

const script = { hi: /\p{Script=Devanagari}/u, pa: /\p{Script=Gurmukhi}/u, ur: /\p{Script=Arabic}/u } as const
const others = {
  hi: /[\p{Script=Gurmukhi}\p{Script=Arabic}]/u,
  pa: /\p{Script=Devanagari}(?<![।॥])|\p{Script=Arabic}/u,
  ur: /[\p{Script=Gurmukhi}\p{Script=Devanagari}]/u,
} as const

/** Texts that are the same in every language: layout, not words. */
const wordless = /^(common\.(place|day|moment|comma)|desk\.job\.at)$/

for (const area of ['common', 'desk', 'fault']) {
  test(`${area}: every language says everything, with the same arguments and Latin digits`, () => {
    const english = catalogue('en', area)
    for (const language of languages) {
      const texts = catalogue(language, area)
      assert.deepEqual([...texts.keys()], [...english.keys()])
      for (const [id, text] of texts) {
        assert.notEqual(text.trim(), '', `${language} ${id}`)
        assert.deepEqual(argumentsOf(text), argumentsOf(english.get(id) ?? ''), `${language} ${id}`)
        assert.doesNotMatch(text, /[०-९੦-੯٠-٩۰-۹]|!|error/i, `${language} ${id}`)
      }
    }
  })

  test(`${area}: each language is written in its own script`, () => {
    for (const language of ['hi', 'pa', 'ur'] as const) {
      for (const [id, text] of catalogue(language, area)) {
        if (wordless.test(id)) continue
        assert.match(text, script[language], `${language} ${id}`)
        assert.doesNotMatch(text, others[language], `${language} ${id}`)
      }
    }
  })
}
