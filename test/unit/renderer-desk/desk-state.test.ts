import assert from 'node:assert/strict'
import { test } from 'node:test'

import { deskDoes, freshDesk } from '../../../renderer/desk/desk-state.ts'
import type { DeskAction, DeskState } from '../../../renderer/desk/desk-state.ts'
import { followed, isUncertain, needsPerson, withCopies } from '../../../renderer/ui/job/job-trail.ts'
import type { JobTrail, Trails } from '../../../renderer/ui/job/job-trail.ts'
import { isQuiet, stepsOf } from '../../../renderer/ui/job/job-step.ts'
import { stepped } from '../../../renderer/desk/find/selection.ts'
import { freshSave, saves, stillLikely } from '../../../renderer/desk/new-person/save-state.ts'
import { likelyDepartment } from '../../../renderer/desk/person/likely-department.ts'
import { verdictOf } from '../../../renderer/desk/scan/verdict.ts'
import {
  departments,
  gurpreet,
  hits,
  job,
  jobId,
  namedScan,
  scan,
  validScan,
  viewOf,
} from '../../fake/bridge/desk-answers.ts'

const after = (...actions: readonly DeskAction[]): DeskState => actions.reduce(deskDoes, freshDesk)
const [ramesh] = hits
assert.ok(ramesh)

test('a draft left by Esc is taken up again, and what was searched starts a fresh one', () => {
  const started = after({ kind: 'typed', query: 'simran kaur' }, { kind: 'new-person', language: 'pa' })
  assert.equal(started.draft?.latin, 'Simran Kaur')
  assert.ok(started.draft)
  const filled = deskDoes(started, { kind: 'drafted', draft: { ...started.draft, birth: '9' } })
  const left = [
    { kind: 'go', place: 'find' },
    { kind: 'typed', query: 'someone' },
    { kind: 'new-person', language: 'en' },
  ] as const
  assert.equal(left.reduce<DeskState>(deskDoes, filled).draft?.birth, '9')
})

test('a draft goes when its person is saved or found to be known, not when another gets a token', () => {
  const drafting = after({ kind: 'new-person', language: 'en' })
  const issue = { person: ramesh.person, card: null, token: null, more: [] }
  assert.equal(deskDoes(drafting, { kind: 'issued', issue: { ...issue, registered: true } }).draft, null)
  assert.notEqual(deskDoes(drafting, { kind: 'issued', issue: { ...issue, registered: false } }).draft, null)
  const known = deskDoes(drafting, { kind: 'same-person', id: gurpreet.person.id })
  assert.deepEqual([known.draft, known.opened, known.place], [null, gurpreet.person.id, 'find'])
})

test('a scan opens its person from anywhere and typing puts it away', () => {
  const state = after({ kind: 'go', place: 'waiting' }, { kind: 'scanned', answer: validScan(ramesh), language: 'en' })
  assert.deepEqual([state.place, state.opened], ['find', ramesh.person.id])
  assert.deepEqual([deskDoes(state, { kind: 'typed', query: 'a' }).opened], [null])
})

test('each scan has its shape, and only a proven card with a record is done', () => {
  assert.equal(verdictOf(validScan(ramesh)).kind, 'ok')
  assert.equal(verdictOf(validScan(null)).title, 'desk.scan.not-here')
  assert.deepEqual(verdictOf(validScan(ramesh, true)).day, '2026-11-19')
  assert.equal(verdictOf(scan('altered')).kind, 'stop')
  for (const kind of ['unknown-issuer', 'newer-format', 'not-a-card'] as const) {
    assert.equal(verdictOf(scan(kind)).kind, 'care')
  }
  assert.equal(verdictOf({ ...validScan(ramesh), source: 'slip' }).title, 'desk.scan.slip')
})

const told = (...states: readonly Parameters<typeof job>[3][]): JobTrail => {
  const trails = states.reduce<Trails>((all, state) => followed(all, job(1, 'card', 'R3XK', state)), {})
  const trail = trails[jobId(1)]
  assert.ok(trail)
  return trail
}
const sending = { kind: 'sending', since: '2026-11-22T04:11:09.000Z' } as const
const at = '2026-11-22T04:11:25.000Z'

test('a paper keeps the moment it was sent', () => {
  const ids = stepsOf(told(sending, { kind: 'uncertain', at })).map(({ id }) => id)
  assert.deepEqual(ids, ['desk.job.saved', 'desk.job.sent', 'desk.job.uncertain'])
})

test('printed is quiet; uncertain and not sent need a person; nothing is printed that is only sent', () => {
  assert.equal(isQuiet(told(sending, { kind: 'printed', at })), true)
  assert.equal(isQuiet(told(sending)), false)
  assert.equal(isUncertain(told({ kind: 'uncertain', at })), true)
  assert.equal(needsPerson(told({ kind: 'not-sent', reason: 'paper-out', at })), true)
  assert.equal(needsPerson(told({ kind: 'settled', came: true, at })), false)
})

test("a copy stands under the paper it repeats, and nobody else's copy does", () => {
  const copy = { ...job(3, 'card', 'R3XK', { kind: 'queued' }), copy: 2 }
  const other = { ...job(4, 'card', 'K7Q2', { kind: 'queued' }), copy: 2 }
  const trails = [job(1, 'card', 'R3XK', { kind: 'uncertain', at }), copy, other].reduce<Trails>(followed, {})
  assert.deepEqual(
    withCopies(trails, [jobId(1), jobId(2)]).map((trail) => trail.job.id),
    [jobId(1), jobId(3)],
  )
})

test('only the newest papers are kept', () => {
  const all = Array.from({ length: 60 }, (_, n) => job(n, 'token-slip', `M ${n}`, { kind: 'queued' }))
  const trails = all.reduce<Trails>(followed, {})
  assert.equal(Object.keys(trails).length, 40)
  assert.ok(trails[jobId(59)])
})

const choices = departments.map((department, n) => ({ department, left: n === 0 ? 0 : 9, next: null }))

test('the likely department is the last one, else the first with numbers', () => {
  assert.equal(likelyDepartment(choices, viewOf(ramesh).visits)?.department.code, 'medicine')
  assert.equal(likelyDepartment(choices, [])?.department.code, 'bone')
  assert.equal(likelyDepartment([], []), null)
})

test('someone set apart is not asked about again, and what held a save back comes first', () => {
  const held = saves(freshSave, { kind: 'step', step: { kind: 'look-first', likely: [gurpreet] } })
  assert.deepEqual(
    stillLikely(held, [ramesh, gurpreet]).map(({ person }) => person.id),
    [gurpreet.person.id, ramesh.person.id],
  )
  const apart = saves(held, { kind: 'someone-else', ids: [gurpreet.person.id] })
  assert.deepEqual(apart.step, { kind: 'editing' })
  assert.deepEqual(stillLikely(apart, [gurpreet]), [])
})

test('the marigold stops at both ends of a list', () => {
  assert.deepEqual([stepped(0, -1, 3), stepped(1, 1, 3), stepped(2, 1, 3), stepped(0, 1, 0)], [0, 2, 2, 0])
})

test('a card that names somebody who is not here fills the form, and nothing is made up', () => {
  const scanned = after({ kind: 'scanned', answer: namedScan(), language: 'hi' })
  const { draft } = deskDoes(scanned, { kind: 'new-person', language: 'hi' })
  assert.deepEqual(
    [draft?.latin, draft?.own, draft?.sex, draft?.birth, draft?.abha, draft?.phone],
    [gurpreet.person.name.latin, gurpreet.person.name.own?.text, gurpreet.person.sex, '1991', '91123456789012', ''],
  )
})
