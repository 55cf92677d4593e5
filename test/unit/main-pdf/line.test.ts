import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'

import { fit, wrap } from '../../../main/print/pdf/fit.ts'
import { openFont } from '../../../main/print/pdf/font.ts'
import type { FontName } from '../../../main/print/pdf/font.ts'
import { layOutLine, scriptOf } from '../../../main/print/pdf/line.ts'
import { isolated, printedDay } from '../../../main/print/pdf/printed-day.ts'
import { remember } from '../../../main/print/pdf/remember.ts'
import { fonts } from './fixture.ts'

/** The texts of a line's runs as the eye meets them. */
const fromLeft = (text: string) =>
  layOutLine(text, 400, fonts)
    .runs.toSorted((one, other) => one.left - other.left)
    .map((run) => `${run.script}:${run.text}`)

for (const [text, runs] of [
  ['Delhi', ['Latn:Delhi']],
  ['गुरप्रीत 112', ['Deva:गुरप्रीत ', 'Latn:112']],
  ['हिन्दी ਪੰਜਾਬੀ।', ['Deva:हिन्दी ', 'Guru:ਪੰਜਾਬੀ।']],
  ['ایمرجنسی 112', ['Latn:112', 'Arab:ایمرجنسی ']],
  [`${isolated('21 Nov 2031')} تک`, ['Arab:تک', 'Latn: ', 'Latn:21 Nov 2031']],
  ['(دہلی)', ['Latn:)', 'Arab:دہلی', 'Latn:(']],
] as const) {
  test(`${text} is set as ${runs.join(' | ')}`, () => assert.deepEqual(fromLeft(text), runs))
}

test('runs lie side by side and are named in reading order', () => {
  const line = layOutLine('دہلی Delhi 110 دہلی', 400, fonts)
  const placed = line.runs.toSorted((one, other) => one.left - other.left)
  placed.forEach((run, at) => {
    const next = placed[at + 1]?.left ?? line.width
    assert.ok(Math.abs(run.left + run.width - next) < 1e-9)
  })
  assert.equal(line.runs.map((run) => run.text).join(''), line.text)
})

test('letters join and stack as HarfBuzz says', () => {
  const inkOf = (name: FontName, text: string, rightToLeft: boolean) =>
    openFont(fonts[name]).shape(text, scriptOf(text), rightToLeft).cells
  assert.ok(inkOf('Deva-400', 'क्षि', false).length === 1, 'one syllable is one cell')
  assert.ok((inkOf('Guru-400', 'ਪ੍ਰੀ', false)[0]?.pieces.length ?? 9) <= 3)
  assert.deepEqual(
    inkOf('Arab-400', 'دو', true).map(({ text }) => text),
    ['و', 'د'],
    'right to left: the last letter comes first',
  )
})

test('a line of any letters is remembered, and only the last thousands are', () => {
  assert.equal(layOutLine('कौर', 400, fonts), layOutLine('कौर', 400, fonts))
  const asked: string[] = []
  const ask = remember(2, (key) => (asked.push(key), key))
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key)
  assert.deepEqual(asked, ['a', 'b', 'c', 'b'])
})

test('any text at all can be set', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Array.from('aZ 9.,()कखाि्ंਕਿ੍ੰੱكےںھٰ‌‍।🙂éन')), maxLength: 30 })
  fc.assert(fc.property(letters, (text) => Number.isFinite(layOutLine(text, 700, fonts).width)))
})

test('a name that fits is set whole and at its own size', () => {
  const [only, ...rest] = fit([{ text: 'Gurpreet Kaur', weight: 700, size: 4.5 }], { width: 48, height: 13 }, fonts)
  assert.deepEqual([only?.size, only?.line.text, rest], [4.5, 'Gurpreet Kaur', []])
})

test('no letter of a long name is cut, and every line stays in its box', () => {
  const box = { width: 48.6, height: 13.6 }
  const names = fc.record({
    latin: fc.stringMatching(/^[A-Z][a-z]{1,30}( [A-Z][a-z]{0,25}){0,4}$/).map((name) => name.slice(0, 120)),
    own: fc.constantFrom('वेंकट सत्यनारायण लक्ष्मीनरसिम्हा', 'محمد عبدالقادر صدیقی خان بہادر', 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਸੰਧੂ'),
  })
  fc.assert(
    fc.property(names, ({ latin, own }) => {
      const wanted = [
        { text: own, weight: 700, size: 5 },
        { text: latin, weight: 700, size: 4.5 },
      ] as const
      const placed = fit(wanted, box, fonts)
      const letters = placed.map(({ line }) => line.text).join('')
      assert.equal(letters.replaceAll(' ', ''), (own + latin).replaceAll(' ', ''))
      for (const { line, size, baseline } of placed) {
        assert.ok(line.width * size <= box.width && baseline <= box.height, `${line.text} at ${size} mm`)
      }
    }),
    { numRuns: 40 },
  )
})

test('a long name is shaped a few times, not at every size that is tried', (t) => {
  const shape = t.mock.method(openFont(fonts['Latn-700']), 'shape')
  const text = 'Venkata Satyanarayana Lakshminarasimha Rajagopalachari Subramaniam Iyer'
  const set = (size: number) => fit([{ text, weight: 700, size }], { width: 40, height: 13.6 }, fonts)
  const lines = set(5).length
  // The whole, six words, the letters of one that had to be broken, and the lines it ends in.
  assert.ok(lines > 1 && shape.mock.callCount() <= 40, `${shape.mock.callCount()} times`)
  const before = shape.mock.callCount()
  set(5)
  assert.equal(shape.mock.callCount(), before, 'and then never again')
})

test('words are broken only when one alone is too wide', () => {
  assert.deepEqual(wrap('one two three', 7, lettersOf), ['one two', 'three'])
  assert.deepEqual(wrap('abcdefghij kl', 4, lettersOf), ['abcd', 'efgh', 'ij', 'kl'])
})

test('days are written the same in every language', () => {
  assert.equal(printedDay('2026-09-02'), '2 Sep 2026')
  assert.equal(printedDay('1961'), '1961')
})

const lettersOf = (part: string) => part.length
