import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'

import { mayCall } from '../../../domain/hospital/queue.ts'
import type { VisitEvent } from '../../../domain/hospital/visit-event.ts'
import { priorities } from '../../../domain/hospital/visit-event.ts'
import { timeAfter, visitState } from '../../../domain/hospital/visit-state.ts'
import { doctor, event, idAt, other, room14, room15, visit } from './fixture.ts'

const mine = visit(148)
const call14 = event(mine, 10, { kind: 'called', room: '14' })
const call15 = event(mine, 12, { kind: 'called', room: '15' }, room15)

test('a visit waits in the department of its number until somebody says otherwise', () => {
  const state = visitState(visit(3, { priority: 'elderly', doctor: other }), [])
  assert.equal(state.stage, 'waiting')
  assert.equal(state.department, 'medicine')
  assert.equal(state.priority, 'elderly')
  assert.equal(state.doctor, other)
})

test('called, called again, not there, called, seen', () => {
  const events = [
    call14,
    event(mine, 40, { kind: 'called', room: '14' }),
    event(mine, 60, { kind: 'absent' }),
    event(mine, 600, { kind: 'called', room: '14' }),
    event(mine, 900, { kind: 'seen' }),
  ]
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((count) => visitState(mine, events.slice(0, count)).stage),
    ['called', 'called', 'absent', 'called', 'seen'],
  )
  assert.equal(visitState(mine, events.slice(0, 2)).calledAt, call14.at, 'calling again does not start the time anew')
  assert.equal(visitState(mine, events).calls, 3)
})

test('two rooms without a network call one number: the earlier call stands in both, whatever comes first', () => {
  for (const events of [
    [call14, call15],
    [call15, call14],
  ]) {
    const state = visitState(mine, events)
    assert.equal(state.room, '14')
    assert.deepEqual(
      state.lost.map(({ room }) => room),
      ['15'],
    )
    assert.equal(state.calls, 1)
  }
})

test('the room whose call lost cannot say that the person was not there', () => {
  const gone = event(mine, 30, { kind: 'absent' }, room15)
  assert.equal(visitState(mine, [call14, call15, gone]).stage, 'called')
  assert.equal(visitState(mine, [call14, event(mine, 30, { kind: 'absent' }, room14)]).stage, 'absent')
})

test('whoever was seen was seen, though a desk that did not know cancelled', () => {
  const cancelled = event(mine, 30, { kind: 'cancelled', reason: 'left' })
  const seen = event(mine, 20, { kind: 'seen' })
  assert.equal(visitState(mine, [call14, seen, cancelled]).stage, 'seen')
  assert.equal(visitState(mine, [cancelled, event(mine, 40, { kind: 'seen' })]).stage, 'seen')
  assert.equal(visitState(mine, [cancelled]).reason, 'left')
})

test('sent on to another department, somebody waits there with the number they have', () => {
  const move = event(mine, 50, { kind: 'moved', department: 'heart', doctor: other, room: null })
  const state = visitState(mine, [call14, event(mine, 40, { kind: 'seen' }), move])
  assert.deepEqual([state.department, state.doctor, state.stage, state.calls], ['heart', other, 'waiting', 0])
  assert.equal(state.visit.token.number, 148)
})

test('taken back, a cancelled visit waits again; moving one does not bring it back', () => {
  const cancelled = event(mine, 30, { kind: 'cancelled', reason: 'left' })
  const move = event(mine, 31, { kind: 'moved', department: 'eye', doctor: null, room: null })
  assert.equal(visitState(mine, [cancelled, move]).stage, 'cancelled')
  assert.equal(visitState(mine, [cancelled, event(mine, 32, { kind: 'restored' })]).stage, 'waiting')
})

test('who was called, cancelled and taken back waits for every room again; a wrong key keeps them at their door', () => {
  const seats = ['14', '15'].map((room) => ({ doctor, room }))
  const callers = (...events: readonly VisitEvent[]) =>
    seats.filter((seat) => mayCall(visitState(mine, events), seat)).map(({ room }) => room)
  const back = event(mine, 32, { kind: 'restored' })
  assert.deepEqual(callers(call14, event(mine, 30, { kind: 'cancelled', reason: 'left' }), back), ['14', '15'])
  assert.deepEqual(callers(call14, event(mine, 30, { kind: 'seen' }), back), ['14'])
})

test('a call to somebody cancelled or seen calls nobody', () => {
  const cancelled = event(mine, 5, { kind: 'cancelled', reason: '' })
  assert.equal(visitState(mine, [cancelled, call14]).stage, 'cancelled')
})

const seconds = fc.integer({ min: -600, max: 4000 })
const terminal = fc.constantFrom(room14, room15)
const said = fc.oneof(
  fc.constantFrom(...priorities).map((priority) => ({ kind: 'prioritised', priority }) as const),
  fc
    .constantFrom('medicine', 'heart')
    .map((department) => ({ kind: 'moved', department, doctor: null, room: null }) as const),
  fc.constant({ kind: 'cancelled', reason: 'left' } as const),
  fc.constantFrom('14', '15').map((room) => ({ kind: 'called', room }) as const),
  fc.constantFrom(...(['restored', 'seen', 'absent'] as const)).map((kind) => ({ kind })),
)
const anyEvent = fc
  .tuple(seconds, said, terminal, fc.integer({ min: 0, max: 2 ** 30 }))
  .map(([at, what, from, seed]): VisitEvent => event(mine, at, what, from, seed))
const anyEvents = fc.uniqueArray(anyEvent, { maxLength: 14, selector: ({ id }) => id })

test('in any order, and told twice, the same events say the same', () => {
  fc.assert(
    fc.property(anyEvents, fc.infiniteStream(fc.nat()), (events, draws) => {
      const keyed = events.map((each) => ({ each, key: draws.next().value }))
      const shuffled = keyed.toSorted((one, two) => one.key - two.key).map(({ each }) => each)
      assert.deepEqual(visitState(mine, [...shuffled, ...events.slice(0, 3)]), visitState(mine, events))
    }),
    { numRuns: 1000 },
  )
})

test('a stage is told by what led to it, and another visit leaves no trace', () => {
  const stranger = visit(7)
  fc.assert(
    fc.property(anyEvents, (events) => {
      const state = visitState(mine, [...events, event(stranger, 3, { kind: 'seen' })])
      if (state.stage === 'called' || state.stage === 'absent') {
        assert.ok(state.calledAt !== null && state.calls > 0 && state.call !== null && state.room === state.call.room)
        for (const lost of state.lost) assert.ok(lost.id > idAt(-601) && lost.terminal !== state.call.terminal)
      }
      if (state.stage === 'seen') assert.ok(events.some(({ kind }) => kind === 'seen'))
      if (state.stage === 'cancelled') assert.ok(events.some(({ kind }) => kind === 'cancelled'))
      if (state.calls > 0) assert.ok(state.calls <= events.filter(({ kind }) => kind === 'called').length)
    }),
    { numRuns: 1000 },
  )
})

test('what is noted comes after all that was known, though the clock was set back', () => {
  const state = visitState(mine, [call14])
  const early = Date.parse(call14.at) - 3_600_000
  assert.equal(timeAfter(state, early), Date.parse(call14.at) + 1)
  assert.equal(timeAfter(state, early + 7_200_000), early + 7_200_000)
})
