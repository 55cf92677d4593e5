import assert from 'node:assert/strict'
import { test } from 'node:test'

import { keyName, ownsKey } from '../../../renderer/ui/hotkey.ts'

const press = (code: string, more = {}) =>
  keyName({ code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...more })

test('a key is named by its place, with the keys held', () => {
  assert.equal(press('F3'), 'F3')
  assert.equal(press('Digit4', { altKey: true }), 'Alt+4')
  assert.equal(press('Numpad4', { altKey: true }), 'Alt+4')
  assert.equal(press('NumpadEnter', { ctrlKey: true }), 'Ctrl+Enter')
  assert.equal(press('Tab', { shiftKey: true }), 'Shift+Tab')
})

test('plus is plus with or without shift, on both parts of the keyboard', () => {
  assert.equal(press('Equal', { ctrlKey: true }), 'Ctrl+Plus')
  assert.equal(press('Equal', { ctrlKey: true, shiftKey: true }), 'Ctrl+Plus')
  assert.equal(press('NumpadAdd', { ctrlKey: true }), 'Ctrl+Plus')
})

const on = (tag: string, more = {}) => ({ tag, role: null, type: null, opensList: false, ...more })

test('a button keeps its Enter, radios and lists their arrows; function keys belong to the page', () => {
  assert.equal(ownsKey('Enter', on('BUTTON')), true)
  assert.equal(ownsKey('Enter', on('INPUT')), false)
  assert.equal(ownsKey('ArrowUp', on('INPUT', { type: 'radio' })), true)
  assert.equal(ownsKey('ArrowUp', on('INPUT', { type: 'text' })), false)
  assert.equal(ownsKey('ArrowDown', on('BUTTON', { opensList: true })), true)
  assert.equal(ownsKey('Escape', on('DIV', { role: 'option' })), true)
  assert.equal(ownsKey('Escape', on('INPUT')), false)
  assert.equal(ownsKey('F4', on('BUTTON')), false)
})
