import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Language } from '../../../domain/language.ts'
import {
  agrees,
  clearedOf,
  differing,
  evidenceIn,
  filledBy,
  saysOf,
  sourceOf,
} from '../../../renderer/desk/new-person/code-fill.ts'
import { emptyDraft, problemsOf, readDraft } from '../../../renderer/desk/new-person/draft.ts'
import type { DraftText } from '../../../renderer/desk/new-person/draft.ts'
import { deskDoes, freshDesk } from '../../../renderer/desk/desk-state.ts'
import type { DeskAction, DeskState } from '../../../renderer/desk/desk-state.ts'
import { hits } from '../../fake/bridge/desk-answers.ts'
import { identity, readCode, refusedCode } from '../../fake/bridge/desk-identity.ts'

const today = '2026-11-22'
const language: Language = 'en'
const abha = identity('abha', { kind: 'unsigned' })
const aadhaar = identity('aadhaar', { kind: 'signed', by: 'UIDAI' })
const empty = emptyDraft(language)
const typed = (some: Partial<DraftText>): DraftText => ({ ...empty, ...some })

test('an empty form is filled with all that a code says, and can be saved as it is', () => {
  const { draft } = filledBy(empty, abha)
  assert.deepEqual(problemsOf(draft, today), {})
  assert.deepEqual(readDraft(draft, today, evidenceIn(draft, [filledBy(empty, abha).fill], today)), {
    name: { latin: 'Simran Kaur', own: { script: 'Guru', text: 'ਸਿਮਰਨ ਕੌਰ' } },
    sex: 'female',
    birth: { kind: 'date', on: '1991-04-06' },
    phone: '9811047263',
    address: {
      house: '14-B, Gali 9, Near Gurudwara',
      locality: 'Tilak Nagar, West Delhi',
      district: 'west',
      pin: '110018',
    },
    guardian: { relation: 'husband', name: 'Harjit Singh' },
    language: 'en',
    abha: '91234567890123',
    bloodGroup: null,
    evidence: { kind: 'abha', signedBy: null, reference: '0123', readOn: today },
  })
})

test('a year of birth fills an age, not a day', () => {
  const birth = { kind: 'age', years: 35, asOf: today } as const
  assert.equal(filledBy(empty, identity('abha', { kind: 'unsigned' }, { birth })).draft.birth, '35')
})

test('what was typed stays, and what differs is told beside it', () => {
  const before = typed({ latin: 'simran  KAUR', phone: '98765 00000', birth: '6/4/1991', house: '' })
  const { draft, fill } = filledBy(before, abha)
  assert.deepEqual([draft.latin, draft.phone, draft.birth], ['simran  KAUR', '98765 00000', '6/4/1991'])
  assert.deepEqual(differing(draft, fill), ['phone'])
  assert.equal(draft.house, '14-B, Gali 9, Near Gurudwara')
  assert.equal(sourceOf(draft, [fill], 'house'), fill)
  assert.equal(sourceOf(draft, [fill], 'phone'), null)
  assert.ok(agrees(typed({ phone: '+91 98110-47263' }), saysOf(abha), 'phone'))
  assert.ok(agrees(typed({ birth: '06041991' }), saysOf(abha), 'birth'))
  assert.ok(!agrees(typed({ birth: '35' }), saysOf(abha), 'birth'))
})

test('a code of another name fills nothing by itself', () => {
  const before = typed({ latin: 'Ramesh Kumar', birth: '58' })
  const { draft, fill } = filledBy(before, abha)
  assert.equal(draft, before)
  assert.ok(fill.otherName)
  assert.equal(
    differing(draft, fill).length,
    Object.keys(saysOf(abha)).length - 1,
    'all but the relation, which comes with the name',
  )
})

test('undoing a code puts back what stood before, and leaves what was changed since', () => {
  const before = typed({ latin: 'Simran Kaur', relation: 'mother' })
  const { draft, fill } = filledBy(before, abha)
  assert.deepEqual(clearedOf(draft, fill), before)
  const changed = { ...draft, phone: '9876500000', guardian: 'Someone' }
  const cleared = clearedOf(changed, fill)
  assert.deepEqual(
    [cleared.phone, cleared.guardian, cleared.relation, cleared.latin],
    ['9876500000', 'Someone', 'husband', 'Simran Kaur'],
  )
  assert.deepEqual([cleared.abha, cleared.house, cleared.district], ['', '', null])
})

test('the evidence is the proven code, and proven only while name and birth are its own', () => {
  const first = filledBy(empty, aadhaar)
  const second = filledBy(first.draft, abha)
  const fills = [second.fill, first.fill]
  const signedBy = (draft: DraftText) => evidenceIn(draft, fills, today)?.signedBy
  assert.equal(signedBy(second.draft), 'UIDAI')
  assert.equal(signedBy({ ...second.draft, birth: '30' }), null)
  assert.equal(signedBy({ ...second.draft, latin: 'Another Name' }), null)
  assert.equal(signedBy({ ...second.draft, house: '15' }), 'UIDAI')
  assert.equal(evidenceIn(typed({ latin: 'X', birth: '3' }), fills, today), null)
})

const scanned = (answer: ReturnType<typeof readCode>): DeskAction => ({ kind: 'scanned', answer, language })
const after = (...actions: readonly DeskAction[]): DeskState => actions.reduce(deskDoes, freshDesk)
const drafted = (some: Partial<DraftText>): DeskAction => ({ kind: 'drafted', draft: typed(some) })
const open: DeskAction = { kind: 'new-person', language }
const find: DeskAction = { kind: 'go', place: 'find' }

test('a code of nobody here opens the filled form; undo empties it', () => {
  const state = after(scanned(readCode(abha)))
  assert.deepEqual([state.place, state.draft?.latin, state.fills.length], ['new', 'Simran Kaur', 1])
  const undone = deskDoes(state, { kind: 'clear-code' })
  assert.deepEqual([undone.draft, undone.fills], [empty, []])
})

test('people who may be meant are listed first, and F3 then fills from the code', () => {
  const listed = after(scanned(readCode(abha, 'Simran Kaur 35')))
  assert.deepEqual([listed.place, listed.query, listed.draft], ['find', 'Simran Kaur 35', null])
  assert.equal(deskDoes(listed, open).draft?.abha, '91234567890123')
  const other = [listed, { kind: 'typed', query: 'someone else' } as const, open]
  const typedOver = deskDoes(deskDoes(listed, { kind: 'typed', query: 'someone' }), open)
  assert.equal(typedOver.draft?.abha, '', `a search for somebody else forgets the code (${other.length})`)
})

test('a code that finds its person opens them and keeps the form', () => {
  const person = hits[0]?.person ?? null
  const state = after(open, drafted({ latin: 'Asha' }), scanned(readCode(abha, null, person)))
  assert.deepEqual([state.place, state.opened, state.draft?.latin], ['find', person?.id, 'Asha'])
})

test('a form left for somebody else is kept, and comes back', () => {
  const left = after(open, drafted({ latin: 'Asha Rani', birth: '40' }), find, scanned(readCode(abha)))
  assert.deepEqual([left.draft?.latin, left.aside?.latin], ['Simran Kaur', 'Asha Rani'])
  const issue = { person: hits[0]?.person, card: null, token: null, registered: true }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const saved = deskDoes(left, { kind: 'issued', issue } as unknown as DeskAction)
  assert.deepEqual([saved.draft?.latin, saved.aside, saved.fills], ['Asha Rani', null, []])
  assert.equal(deskDoes(left, { kind: 'clear-code' }).draft?.latin, 'Asha Rani')
  const again = deskDoes(
    deskDoes(left, find),
    scanned(readCode(identity('abha', { kind: 'unsigned' }, { latin: 'Third One', own: null }))),
  )
  assert.deepEqual([again.draft?.latin, again.aside?.latin], ['Third One', 'Asha Rani'])
})

test('a form left for the same name is taken up by the code', () => {
  const state = after(open, drafted({ latin: 'simran kaur', house: '9' }), find, scanned(readCode(abha)))
  assert.deepEqual([state.draft?.latin, state.draft?.house, state.aside], ['simran kaur', '9', null])
})

test('a refused code leaves an open form on the screen', () => {
  const state = after(open, drafted({ latin: 'Asha' }), scanned(refusedCode('bad-signature')))
  assert.deepEqual([state.place, state.draft?.latin, state.scanned?.identity?.kind], ['new', 'Asha', 'refused'])
  assert.equal(after(scanned(refusedCode('bad-signature'))).place, 'find')
})
