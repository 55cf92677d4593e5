import assert from 'node:assert/strict'
import { test } from 'node:test'

import { normalise } from '../../../domain/search/normalise.ts'

for (const [given, wanted, why] of [
  ['  Ramesh   KUMAR ', 'ramesh kumar', 'case and spaces'],
  ['\u0915\u093C', '\u0915\u093C', 'nukta stays apart in NFC'],
  ['\u0958', '\u0915\u093C', 'a letter with nukta is taken apart, as NFC wants'],
  ['علي', 'علی', 'Arabic yeh'],
  ['مصطفى', 'مصطفی', 'alef maksura'],
  ['كمار', 'کمار', 'Arabic kaf'],
  ['فاطمة', 'فاطمہ', 'teh marbuta'],
  ['زه', 'زہ', 'Arabic heh'],
  ['नूर\u200Dजहाँ', 'नूरजहाँ', 'joiner'],
  ['نور\u200Cجہاں', 'نورجہاں', 'non-joiner'],
  ['\u200Fعلی\u200E', 'علی', 'direction marks'],
  ['محمـــد', 'محمد', 'tatweel'],
  ['९८१००४३२१७', '9810043217', 'Devanagari digits'],
  ['੯੮੧੦', '9810', 'Gurmukhi digits'],
  ['۹۸۱۰', '9810', 'Urdu digits'],
  ['٩٨١٠', '9810', 'Arabic digits'],
  ['９８', '98', 'full-width digits'],
] as const)
  test(`normalise: ${why}`, () => {
    assert.equal(normalise(given), wanted)
    assert.equal(normalise(wanted), wanted)
  })
