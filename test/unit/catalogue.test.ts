import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'

import { compileMessage } from '@lingui/message-utils/compileMessage'

import { languages } from '../../domain/language.ts'

const root = join(import.meta.dirname, '../..')
const areas = globSync('domain/text/en/*.json', { cwd: root }).map((file) => basename(file, '.json'))

const read = (language: string, area: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, 'domain/text', language, `${area}.json`), 'utf8'))

/** The names an ICU message is filled with, in every branch of a plural: `{count, plural, …}` gives `count`. */
const argumentsOf = (message: string): readonly string[] => [...new Set(namesIn(compileMessage(message)))].toSorted()

/** A compiled message is text, or a list of texts and `[name, kind, branches]`. */
function namesIn(compiled: unknown): readonly string[] {
  if (!Array.isArray(compiled)) return []
  return compiled.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return []
    const [name, , branches]: readonly unknown[] = token
    const inner = typeof branches === 'object' && branches !== null ? Object.values(branches).flatMap(namesIn) : []
    return typeof name === 'string' && name !== '#' ? [name, ...inner] : inner
  })
}

for (const area of areas) {
  test(`${area} says the same things in four languages`, () => {
    const english = read('en', area)
    assert.ok(Object.keys(english).length > 0)
    for (const language of languages) {
      const messages = read(language, area)
      assert.deepEqual(Object.keys(messages).toSorted(), Object.keys(english).toSorted(), `${area} in ${language}`)
      for (const [id, message] of Object.entries(messages)) {
        assert.ok(id.startsWith(`${area}.`), `${id} stands in ${area}`)
        assert.ok(message.trim().length > 0, `${id} in ${language} is empty`)
        assert.deepEqual(argumentsOf(message), argumentsOf(english[id] ?? ''), `${id} in ${language}`)
      }
    }
  })
}

test('a translation is written in its own script, with Latin digits', () => {
  const script = { hi: /\p{Script=Devanagari}/u, pa: /\p{Script=Gurmukhi}/u, ur: /\p{Script=Arabic}/u } as const
  for (const language of ['hi', 'pa', 'ur'] as const) {
    const messages = areas.flatMap((area) => Object.entries(read(language, area)))
    const own = messages.filter(([, message]) => script[language].test(message)).length
    assert.ok(own / messages.length > 0.9, `${language}: ${own} of ${messages.length}`)
    assert.deepEqual(
      messages.filter(([, message]) => /[०-९੦-੯٠-٩۰-۹]/.test(message)).map(([id]) => id),
      [],
    )
  }
})

test('the compiled catalogues are those of the texts', () => {
  const compiled = () =>
    globSync('domain/text/*/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
  const before = compiled()
  execFileSync(process.execPath, ['node_modules/@lingui/cli/dist/lingui.js', 'compile', '--strict', '--typescript'], {
    cwd: root,
    stdio: 'pipe',
  })
  assert.deepEqual(compiled(), before)
})

const sources = globSync('{domain,main,renderer}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.startsWith('domain/text/'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

test('every text is used, and every text that is used exists', () => {
  const known = areas.flatMap((area) => Object.keys(read('en', area)))
  const unused = known.filter((id) => !sources.includes(id) && !usedByPart(id))
  assert.deepEqual(unused, [])
  const areaNames = areas.join('|')
  const named = [...sources.matchAll(new RegExp(`'((?:${areaNames})\\.[a-zA-Z0-9.-]+)'`, 'g'))].map(([, id = '']) => id)
  assert.deepEqual(
    [...new Set(named)].filter((id) => !known.includes(id) && !isChannelOrFile(id)),
    [],
  )
})

/** Ids are also built from a fixed part and a union's tag: `desk.sex.${sex}`. */
function usedByPart(id: string): boolean {
  const parts = id.split('.')
  return parts.slice(1).some((_, at) => sources.includes(`\`${parts.slice(0, at + 1).join('.')}.\${`))
}

const isChannelOrFile = (id: string): boolean =>
  /\.(ts|tsx|json|css)$/.test(id) ||
  sources.includes(`'${id}': channel(`) ||
  channels.includes(id) ||
  sources.includes(`kind: z.literal('${id}')`)

const channels = globSync('contract/*.ts', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .flatMap((source) => [...source.matchAll(/'([a-z]+\.[a-z-]+)': channel\(/g)].map(([, name = '']) => name))
