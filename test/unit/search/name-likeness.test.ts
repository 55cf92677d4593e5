import assert from 'node:assert/strict'
import { test } from 'node:test'

import { nameLikeness } from '../../../domain/search/name-likeness.ts'
import { typedWord } from '../../../domain/search/word-likeness.ts'

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

const fit = (typed: string, latin: string, own = ''): number =>
  nameLikeness(words(typed).map(typedWord), words(latin), words(own)).fit

for (const [typed, better, worse] of [
  // The whole name before a longer one, and before one that only begins so.
  ['nandini', 'nandini', 'nandini bhatt'],
  ['tara chand', 'tara chand', 'tara chand saini'],
  ['hem', 'hem', 'hemant'],
  // A slip before a name that sounds alike.
  ['manohr lal', 'manohar lal', 'mahendra lal'],
  ['nadnini', 'nandini', 'nanda'],
  ['bhuvneshwri', 'bhuvneshwari', 'bhuvan'],
  ['sudhri', 'sudhir', 'sudha'],
  ['kalma', 'kamla', 'kaleema'],
  // Another spelling before another name.
  ['wahida', 'vaheeda', 'wajida'],
  ['sanjeev', 'sanjiv', 'sanjana'],
  ['muhammad naved', 'mohammed naved', 'mohammad arif naved'],
  ['shakil', 'shakeel', 'shakir'],
  // Every typed word takes a word of its own.
  ['ram ramdas', 'ramdas ram', 'ramdas lal'],
  ['devi devi', 'devi devi', 'devi dutt'],
] as const)
  test(`“${typed}” is ${better} rather than ${worse}`, () => {
    assert.ok(fit(typed, better) > fit(typed, worse), `${fit(typed, better)} ${fit(typed, worse)}`)
  })

test('a name is found by the script that was typed, and by its sound in the others', () => {
  assert.equal(fit('नंदिनी', 'nandini', 'नंदिनी'), 1)
  assert.ok(fit('नंदिनी', 'nandini') > 0.95)
  assert.ok(fit('ਨੰਦਿਨੀ', 'nandini', 'नंदिनी') > 0.95)
  assert.ok(fit('नंदिनी bhatt', 'nandini bhatt', 'नंदिनी भट्ट') > 0.99)
  assert.ok(fit('नंदिनी', 'nand kishor lal', 'नंद किशोर') < 0.9)
})

test('what is typed in one script is not excused by the other', () => {
  assert.ok(fit('sudhri', 'sudhir', 'सुधीर') > fit('sudhri', 'sudhra', 'सुधरी'))
})

test('nothing typed and no name are like nothing', () => {
  assert.equal(fit('', 'nandini'), 0)
  assert.equal(fit('nandini', ''), 0)
  assert.equal(fit('😀', '!'), 0)
})

test('a word not typed costs less than a typed word that is wrong', () => {
  assert.ok(fit('nandini', 'nandini bala bhatt') > fit('nandini kapur', 'nandini'))
  assert.ok(fit('nandini', 'nandini bala bhatt') > 0.97)
})
