import assert from 'node:assert/strict'
import { test } from 'node:test'

import { nameWords } from '../../../build/demo/seed/name-table.ts'
import { spellings } from '../../../build/demo/seed/spelling.ts'
import { fold, foldName, foldStart, lipTwins, sameLips } from '../../../domain/search/fold.ts'
import { otherNames } from './other-names.ts'

for (const spelt of [
  'Lakshmi Laxmi Luxmi लक्ष्मी ਲਕਸ਼ਮੀ لکشمی',
  'Mohammad Mohammed Muhammad Mohamed Md Mohd. मोहम्मद मुहम्मद ਮੁਹੰਮਦ محمد',
  'Chaudhary Choudhary Chowdhury Chaudhari चौधरी ਚੌਧਰੀ چودھری',
  'Ayesha Aisha Aysha आयशा ਆਇਸ਼ਾ عائشہ',
  'Rajendra Rajender Rajinder राजेंद्र राजेन्द्र ਰਾਜਿੰਦਰ راجندر',
  'Singh Sing सिंह ਸਿੰਘ سنگھ',
  'Wasim Vasim Waseem वसीम ਵਸੀਮ وسیم',
  'Zeenat Jeenat Zinat ज़ीनत जीनत ਜ਼ੀਨਤ زینت',
  'Siddiqui Siddique Siddiqi सिद्दीक़ी ਸਿੱਦੀਕੀ صدیقی',
  'Saxena Saksena सक्सेना ਸਕਸੈਨਾ سکسینہ',
  'Agarwal Aggarwal Agrawal अग्रवाल ਅਗਰਵਾਲ اگروال',
  'Khanna खन्ना ਖੰਨਾ کھنہ',
  'Arora अरोड़ा ਅਰੋੜਾ اروڑا',
  'Vijay Vijai विजय ਵਿਜੇ وجے',
  'Phoolmati Foolmati फूलमती ਫੂਲਮਤੀ پھولمتی',
  'Ali अली ਅਲੀ علی علي',
  // Both letters that Urdu keyboards have for h.
  'Mohan मोहन ਮੋਹਨ موہن موھن',
  'Mahesh महेश ਮਹੇਸ਼ مہیش مھیش',
])
  test(`one key however it is written: ${spelt}`, () => {
    assert.deepEqual([...new Set(spelt.split(' ').map(fold))], [fold(spelt.split(' ')[0] ?? '')])
  })

for (const [one, other] of [
  ['Ramesh', 'Suresh'],
  ['Ram', 'Shyam'],
  ['Salim', 'Salman'],
  ['Salma', 'Salim'],
  ['Rani', 'Rana'],
  ['Ravi', 'Rahi'],
  ['Sita', 'Savita'],
  ['Arora', 'Arya'],
] as const)
  test(`${one} and ${other} keep two keys`, () => assert.notEqual(fold(one), fold(other)))

test('99 of 100 names of the table, and 9 of 10 that are not in it, have one key in all four scripts', () => {
  const share = (rows: readonly (readonly string[])[]) =>
    rows.filter((row) => new Set(row.map(fold)).size === 1).length / rows.length
  const table = share(nameWords.map(({ latin, Deva, Guru, Arab }) => [latin, Deva, Guru, Arab]))
  const others = share(
    otherNames
      .trim()
      .split('\n')
      .map((line) => line.split('|')),
  )
  assert.ok(table >= 0.99, `table ${table}`)
  assert.ok(others >= 0.9, `others ${others}`)
})

test('few names of the table share a key', () => {
  const shared = [...Map.groupBy(nameWords, ({ latin }) => fold(latin)).values()].filter((rows) => rows.length > 1)
  assert.ok(
    shared.flat().length / nameWords.length < 0.07,
    shared.map((rows) => rows.map(({ latin }) => latin)).join('; '),
  )
})

test('every variant spelling has the key of its name', () => {
  for (const [standard, variants] of Object.entries(spellings))
    for (const variant of variants) assert.equal(fold(variant), fold(standard), variant)
})

test('a name is folded word by word', () => {
  assert.deepEqual(foldName(' Md.  Imran-Khan '), [fold('Mohammad'), fold('Imran'), fold('Khan')])
  assert.deepEqual(foldName('मोहम्मद इमरान'), foldName('Mohd Imran'))
  assert.deepEqual(foldName(' . '), [])
})

test('what is typed of a name begins its key', () => {
  for (const name of ['Ramesh', 'Sunita', 'Lakshman', 'Fatima', 'Chandan', 'सुनीता', 'ਸੁਨੀਤਾ'])
    for (let length = 2; length <= name.length; length += 1) {
      const typed = name.slice(0, length)
      assert.ok(fold(name).startsWith(foldStart(typed)), `${typed}: ${foldStart(typed)} of ${fold(name)}`)
    }
})

test('digits and words of other scripts stay what they are', () => {
  assert.equal(fold('214'), '214')
  assert.equal(fold('२१४'), '214')
  assert.equal(fold('রমেশ'), 'রমেশ')
  assert.equal(fold(''), '')
})

test('whoever says v as b is understood, one letter at a time', () => {
  assert.equal(sameLips(fold('Bijay')), sameLips(fold('Vijay')))
  assert.equal(sameLips(fold('कबिता')), sameLips(fold('Kavita')))
  assert.deepEqual(lipTwins(fold('Debi')), [fold('Devi')])
  assert.deepEqual(lipTwins('bvn'), ['vvn', 'bbn'])
  assert.deepEqual(lipTwins('rms'), [])
})
