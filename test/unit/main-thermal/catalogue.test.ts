import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import { catalogueOf } from './texts.ts'

const placeholders = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1] ?? ''))].toSorted()

test('the four catalogues hold the same messages with the same values', () => {
  const english = catalogueOf('en')
  for (const language of languages) {
    const catalogue = catalogueOf(language)
    assert.deepEqual(Object.keys(catalogue), Object.keys(english))
    for (const [id, message] of Object.entries(catalogue)) {
      assert.ok(id.startsWith('paper.') && message.trim() !== '', `${language} ${id}`)
      const known = placeholders(english[id] ?? '')
      // `#` and a spelled-out count say in one language what {count} says in another.
      for (const name of placeholders(message)) assert.ok(known.includes(name), `${language} ${id}: {${name}}`)
    }
  }
})

test('every message is in its own script and in Latin digits', () => {
  const scripts = {
    en: /\p{Script=Latin}/u,
    hi: /\p{Script=Devanagari}/u,
    pa: /\p{Script=Gurmukhi}/u,
    ur: /\p{Script=Arabic}/u,
  }
  const neutral = ['paper.date', 'paper.month-year', 'paper.moment', 'paper.comma', 'paper.semicolon', 'paper.dose']
  for (const language of languages) {
    for (const [id, message] of Object.entries(catalogueOf(language))) {
      const words = message.replaceAll(/\w+, (plural|select),/g, '').replaceAll(/\{\w+\}/g, '')
      if (!neutral.includes(id) && !id.startsWith('paper.place-full'))
        assert.match(words, scripts[language], `${language} ${id}`)
      assert.doesNotMatch(message, /[०-९੦-੯۰-۹٠-٩]/u, `${language} ${id}`)
    }
  }
})

test('no message is left that nothing prints', () => {
  const folder = new URL('../../../main/print/thermal/', import.meta.url)
  const source = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
  for (const id of Object.keys(catalogueOf('en'))) {
    const family = id.slice(0, id.lastIndexOf('.') + 1)
    assert.ok(source.includes(`'${id}'`) || (family !== 'paper.' && source.includes(`\`${family}\${`)), id)
  }
})
