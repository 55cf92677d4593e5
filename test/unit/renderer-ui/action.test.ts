import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { otherWords } from '../../../renderer/text/other-words.ts'
import { findActions } from '../../../renderer/ui/action/find-action.ts'
import type { ListedAction } from '../../../renderer/ui/action/find-action.ts'
import { keyName, keyOfCap } from '../../../renderer/ui/hotkey.ts'

const action = (cap: string | null, label: string, under = ''): ListedAction => ({
  cap,
  key: cap === null ? null : keyOfCap(cap),
  label,
  under,
  isOfPage: true,
  run: () => {},
})

test('what is engraved on a cap is the key that a press of it is called', () => {
  const press = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
  for (const [cap, struck] of [
    ['F10', { code: 'F10' }],
    ['Esc', { code: 'Escape' }],
    ['Enter', { code: 'NumpadEnter' }],
    ['Alt 3', { code: 'Digit3', altKey: true }],
    ['Ctrl Enter', { code: 'Enter', ctrlKey: true }],
    ['Shift F6', { code: 'F6', shiftKey: true }],
    ['Ctrl +', { code: 'Equal', ctrlKey: true, shiftKey: true }],
    ['Ctrl −', { code: 'Minus', ctrlKey: true }],
    ['↓', { code: 'ArrowDown' }],
    ['1', { code: 'Digit1' }],
  ] as const)
    assert.equal(keyName({ ...press, ...struck }), keyOfCap(cap), cap)
})

test('an action is found in any language, whichever the page speaks, plain or filled in', () => {
  for (const shown of languages)
    for (const typed of languages) {
      const list = (['scanner.title', 'common.lock', 'desk.tab.printing', 'visit.take-back'] as const).map((id, at) =>
        action(`F${at + 2}`, textIn(shown)(id)),
      )
      list.push(action('F9', textIn(shown)('common.text-size', { percent: 125 })))
      for (const [at, id] of (
        ['scanner.title', 'common.lock', 'desk.tab.printing', 'visit.take-back'] as const
      ).entries())
        assert.equal(findActions(list, textIn(typed)(id), shown)[0]?.cap, `F${at + 2}`, `${id} ${shown} ${typed}`)
      const [word = ''] = textIn(typed)('common.text-size', { percent: 1 }).split(' ')
      assert.ok(
        findActions(list, word, shown).some(({ cap }) => cap === 'F9'),
        `${word} on a page in ${shown}`,
      )
    }
})

test('a key, a part of a word and the second line find an action too, and what begins so comes first', () => {
  const list = [
    action('F4', 'Another department'),
    action('F7', 'Give a card', 'to Ramesh'),
    action(null, 'Card, lost'),
  ]
  const found = (typed: string, language: Language = 'en') =>
    findActions(list, typed, language).map(({ label }) => label)
  assert.deepEqual(found(''), ['Another department', 'Give a card', 'Card, lost'])
  assert.deepEqual(found('f7'), ['Give a card'])
  assert.deepEqual(found('RAMESH card'), ['Give a card'])
  assert.deepEqual(found('card'), ['Card, lost', 'Give a card'])
  assert.deepEqual(found('department kard'), [])
})

test('words that no catalogue has are themselves alone', () => {
  assert.deepEqual(otherWords('Zzyzx of nowhere', 'en'), [])
})
