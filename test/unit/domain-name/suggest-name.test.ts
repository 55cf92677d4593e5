import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { z } from 'zod'

import { plainWord } from '../../../domain/name/plain-word.ts'
import type { NameScript } from '../../../domain/name/script.ts'
import { suggestName } from '../../../domain/name/suggest-name.ts'
import { takeLessonsOf } from '../../../main/process/names-ahead.ts'
import { readNames } from '../../fake/names.ts'

const Words = z.array(
  z.strictObject({
    latin: z.string(),
    Deva: z.array(z.string()),
    Guru: z.array(z.string()),
    Arab: z.array(z.string()),
  }),
)
const development = Words.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'development.json'), 'utf8')))

const told = (text: string, script: NameScript): readonly string[] =>
  suggestName(text).find((each) => each.script === script)?.candidates ?? []

await readNames()

test('a word of the table comes first, in every script', () => {
  for (const word of development) {
    for (const script of ['Deva', 'Guru', 'Arab'] as const) {
      const [first = ''] = told(word.latin, script)
      assert.ok(word[script].map(plainWord).includes(plainWord(first)), `${word.latin}: ${first}`)
    }
  }
})

test('a whole name keeps its parts, and what stands between them', () => {
  assert.equal(told('Gurpreet Kaur', 'Guru')[0], 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ')
  assert.equal(told('Mohammad Iqbal', 'Arab')[0], 'محمد اقبال')
  assert.equal(told('  Fatima   Begum ', 'Deva')[0], 'फ़ातिमा बेगम'.normalize('NFC'))
  assert.equal(told('S. K. Sharma', 'Deva')[0], 'एस. के. शर्मा')
  assert.equal(told('Ram-Lal', 'Arab')[0], 'رام-لال')
})

test('what stands short before a name is written in full', () => {
  assert.equal(told('Smt. Sunita Devi', 'Deva')[0], 'श्रीमती सुनीता देवी')
  assert.equal(told('Md. Iqbal', 'Arab')[0], 'محمد اقبال')
  assert.equal(told('Late Ram Lal', 'Guru')[0], 'ਸਵਰਗੀ ਰਾਮ ਲਾਲ')
  assert.equal(told('Dr. A. K. Singh', 'Deva')[0], 'डॉ. ए. के. सिंह')
})

test('three ways at most, all different, the same every time', () => {
  for (const name of ['Sunita Devi', 'Lalrinmawia', 'Tejaswini Raut', 'Anwarul Haque']) {
    for (const { candidates } of suggestName(name)) {
      assert.ok(candidates.length >= 1 && candidates.length <= 3)
      assert.equal(new Set(candidates).size, candidates.length)
    }
    assert.deepEqual(suggestName(name), suggestName(name))
  }
})

test('from any script to the three others', () => {
  assert.equal(told('सुनीता देवी', 'Latn')[0], 'Sunita Devi')
  assert.equal(told('सुनीता देवी', 'Guru')[0], 'ਸੁਨੀਤਾ ਦੇਵੀ')
  assert.equal(told('ਗੁਰਪ੍ਰੀਤ ਕੌਰ', 'Arab')[0], 'گرپریت کور')
  assert.equal(told('محمد اقبال', 'Latn')[0], 'Mohammad Iqbal')
  assert.equal(told('محمد اقبال', 'Deva')[0], 'मोहम्मद इक़बाल'.normalize('NFC'))
})

test('words that people here bear stand first, as they write them', () => {
  const known = (plain: string, _: NameScript, to: NameScript) =>
    plain === 'sunita' && to === 'Deva' ? ['सुनिता', 'सुनीता'] : []
  const [first, second] = suggestName('Sunita', known).find(({ script }) => script === 'Deva')?.candidates ?? []
  assert.deepEqual([first, second], ['सुनिता', 'सुनीता'])
})

test('what is no name is answered with nothing', () => {
  const strange = [
    '',
    '   ',
    '-',
    '.',
    '123',
    'Ram 2',
    '<b>',
    '漢字',
    'Ram राम',
    'ramराम',
    '\u0000',
    '\uD800',
    'ु',
    '्',
    '\u0A71',
    '\u200D',
  ]
  for (const text of [...strange, 'a'.repeat(300), 'Ram '.repeat(40)]) assert.deepEqual(suggestName(text), [], text)
})

test('a file of lessons that is missing or damaged is none', () => {
  for (const file of ['no-such-file.bin', import.meta.filename]) assert.equal(takeLessonsOf(file), false)
})
