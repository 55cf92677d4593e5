import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PersonDraft } from '../../../domain/person/person.ts'
import {
  draftFromSearch,
  emptyDraft,
  problemsOf,
  progressOf,
  readDraft,
  scriptOf,
} from '../../../renderer/desk/new-person/draft.ts'
import { sourcesIn, turned } from '../../../renderer/desk/new-person/known-how.ts'
import { nextCandidate } from '../../../renderer/desk/new-person/suggestion.ts'

const today = '2026-11-22'
const whole = {
  ...emptyDraft('pa'),
  latin: ' Gurpreet   Kaur ',
  own: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ',
  sex: 'female',
  birth: '35',
  phone: '+91 98110 47263',
  relation: 'husband',
  guardian: 'Harjinder Singh',
  pin: '110018',
} as const

test('a whole form becomes a draft that the contract takes', () => {
  const draft = readDraft(whole, today)
  assert.deepEqual(problemsOf(whole, today), {})
  assert.equal(PersonDraft.safeParse(draft).success, true)
  assert.equal(draft?.name.latin, 'Gurpreet Kaur')
  assert.equal(draft?.name.own?.script, 'Guru')
  assert.equal(draft?.phone, '9811047263')
  assert.deepEqual(draft?.guardian, { relation: 'husband', name: 'Harjinder Singh' })
})

test('an empty form names what it needs and nothing else', () => {
  const empty = emptyDraft('hi')
  assert.deepEqual(problemsOf(empty, today), { latin: 'name-empty', sex: 'sex-empty', birth: 'birth-empty' })
  assert.equal(readDraft(empty, today), null)
})

test('each slip has its own word', () => {
  assert.equal(problemsOf({ ...whole, latin: 'रमेश' }, today).latin, 'name-not-latin')
  assert.equal(problemsOf({ ...whole, own: 'रमेश ਕੌਰ' }, today).own, 'own-script')
  assert.equal(problemsOf({ ...whole, phone: '98110' }, today).phone, 'phone-short')
  assert.equal(problemsOf({ ...whole, phone: '1811047263' }, today).phone, 'phone-start')
  assert.equal(problemsOf({ ...whole, pin: '560001' }, today).pin, 'pin-outside')
})

test('a slip in the phone keeps the search for likely people alive', () => {
  assert.equal(readDraft({ ...whole, phone: '98110' }, today)?.phone, null)
})

test('digits of every script are digits', () => {
  assert.equal(readDraft({ ...whole, phone: '९८११०४७२६३', pin: '۱۱۰۰۱۸' }, today)?.phone, '9811047263')
})

test('what was searched for starts the form', () => {
  const latin = draftFromSearch('ramesh kumar 58 9810043217', 'en')
  assert.deepEqual([latin.latin, latin.own, latin.birth, latin.phone], ['Ramesh Kumar', '', '58', '9810043217'])
  const own = draftFromSearch('रमेश कुमार ५८', 'hi')
  assert.deepEqual([own.latin, own.own, own.birth], ['', 'रमेश कुमार', '58'])
})

test('scripts are told apart and mixtures refused', () => {
  assert.deepEqual(['रमेश', 'ਗੁਰਪ੍ਰੀਤ', 'رمیش', 'Ramesh', '12', 'रम ਗੁ'].map(scriptOf), [
    'Deva',
    'Guru',
    'Arab',
    null,
    null,
    null,
  ])
})

test('progress counts filled boxes', () => {
  assert.deepEqual(progressOf(emptyDraft('en')), { filled: 0, all: 10 })
  assert.equal(progressOf(whole).filled, 7)
})

test('the key of a script goes through its spellings and starts again', () => {
  const row = { script: 'Deva', candidates: ['क', 'ख'] } as const
  assert.deepEqual([nextCandidate(row, ''), nextCandidate(row, 'क'), nextCandidate(row, 'ख')], ['क', 'ख', 'क'])
  assert.equal(nextCandidate({ script: 'Guru', candidates: [] }, ''), null)
})

test('a child needs somebody who answers for it, and their phone or their word that there is none', () => {
  const child = { ...whole, birth: '12', guardian: '', phone: '' }
  assert.deepEqual(problemsOf(child, today), { guardian: 'guardian-empty', phone: 'guardian-phone' })
  const told = { ...child, relation: 'mother', guardian: 'Sunita Devi', noPhone: true } as const
  assert.deepEqual(problemsOf(told, today), {})
  const called = readDraft({ ...told, noPhone: false, phone: '9811047263' }, today)
  assert.deepEqual(called?.guardian, { relation: 'mother', name: 'Sunita Devi', phone: '9811047263' })
  assert.equal(problemsOf({ ...child, birth: '18' }, today).guardian, undefined)
  assert.equal(problemsOf({ ...child, birth: '8m' }, today).guardian, 'guardian-empty')
})

test('an ABHA number is fourteen digits, however they are parted', () => {
  assert.equal(readDraft({ ...whole, abha: '91-1234-5678-9012' }, today)?.abha, '91123456789012')
  assert.equal(problemsOf({ ...whole, abha: '9112345678901' }, today).abha, 'abha-short')
  assert.equal(readDraft({ ...whole, abha: '9112345678901' }, today)?.abha, null)
})

test('everything that is said has a source, and what was seen on paper says so', () => {
  const seen = { ...whole, ...turned(whole, 'birth'), locality: 'Rohini' }
  const draft = readDraft(seen, today)
  assert.ok(draft !== null)
  assert.deepEqual(sourcesIn(seen, draft, []), {
    name: 'spoken',
    birth: 'seen',
    sex: 'spoken',
    phone: 'spoken',
    address: 'spoken',
    guardian: 'spoken',
    language: 'spoken',
  })
  assert.deepEqual(turned(seen, 'birth').seen, [])
})
