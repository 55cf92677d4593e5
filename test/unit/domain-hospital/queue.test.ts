import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'

import { expectedTurn, minutesEach, plannedAt } from '../../../domain/hospital/expected-time.ts'
import { nextFor, queueOf } from '../../../domain/hospital/queue.ts'
import { priorities } from '../../../domain/hospital/visit-event.ts'
import type { VisitEvent } from '../../../domain/hospital/visit-event.ts'
import { Roster } from '../../../domain/hospital/roster.ts'
import { hoursForComer, hoursOfSeat } from '../../../domain/hospital/roster-order.ts'
import { visitState } from '../../../domain/hospital/visit-state.ts'
import { doctor, event, other, visit } from './fixture.ts'

const plain = (number: number, ...events: readonly VisitEvent[]) => visitState(visit(number), events)
const numbers = (states: readonly { readonly visit: { readonly token: { readonly number: number } } }[]) =>
  states.map(({ visit: { token } }) => token.number)
const seat = { doctor, room: '14' }

test('priority goes before number', () => {
  const states = [
    plain(1),
    visitState(visit(9, { priority: 'elderly' }), []),
    visitState(visit(12, { priority: 'emergency' }), []),
  ]
  assert.deepEqual(numbers(queueOf(states, 'medicine')), [12, 9, 1])
})

test('somebody who was not there has their turn after two people', () => {
  const first = visit(1)
  const missed = visitState(first, [
    event(first, 10, { kind: 'called', room: '14' }),
    event(first, 20, { kind: 'absent' }),
  ])
  const waiting = [2, 3, 4, 5].map((number) => plain(number))
  assert.deepEqual(numbers(queueOf([missed, ...waiting], 'medicine')), [2, 3, 1, 4, 5])
  const called = (number: number) => plain(number, event(visit(number), 20 + number, { kind: 'called', room: '14' }))
  assert.deepEqual(numbers(queueOf([missed, called(2), ...waiting.slice(1)], 'medicine')), [3, 1, 4, 5])
  assert.deepEqual(numbers(queueOf([missed, called(2), called(3), ...waiting.slice(2)], 'medicine')), [1, 4, 5])
  assert.deepEqual(numbers(queueOf([missed], 'medicine')), [1], 'with nobody else there they are next')
})

test('who asked for a doctor is next for that one only', () => {
  const states = [visitState(visit(1, { doctor: other }), []), plain(2)]
  const queue = queueOf(states, 'medicine')
  assert.equal(nextFor(queue, seat)?.visit.token.number, 2)
  assert.equal(nextFor(queue, { doctor: other, room: '15' })?.visit.token.number, 1)
  assert.equal(nextFor([], seat), null)
})

test('everybody who waits is in the queue once, the urgent before the others', () => {
  const one = fc.record({
    number: fc.integer({ min: 1, max: 200 }),
    priority: fc.constantFrom(...priorities),
    missed: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ number }) => number, maxLength: 30 }), (people) => {
      const states = people.map(({ number, priority, missed }) => {
        const of = visit(number, { priority })
        const events = [
          event(of, 10, { kind: 'called', room: '14' }, of.terminal, number),
          event(of, 20, { kind: 'absent' }, of.terminal, number),
        ]
        return visitState(of, missed ? events : [])
      })
      const queue = queueOf(states, 'medicine')
      assert.deepEqual(
        numbers(queue).toSorted((a, b) => a - b),
        people.map(({ number }) => number).toSorted((a, b) => a - b),
      )
      const waiting = queue.filter(({ stage }) => stage === 'waiting')
      const ranks = waiting.map(({ priority }) => priorities.indexOf(priority))
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
      )
      const before = queue.findIndex(({ stage }) => stage === 'absent')
      if (before >= 0)
        assert.ok(before === Math.min(2, waiting.length), 'two people go before the first who was missed')
    }),
    { numRuns: 500 },
  )
})

const took = (number: number, from: number, to: number) =>
  plain(number, event(visit(number), from, { kind: 'called', room: '14' }), event(visit(number), to, { kind: 'seen' }))

test('what the last patients really took says when a newcomer may come, and else the roster', () => {
  const all = [took(1, 0, 240), took(2, 300, 660), took(3, 700, 1180), plain(4), plain(5)]
  const queue = queueOf(all, 'medicine')
  const question = { queue, all, priority: 'none', doctor: null, planned: [10], opensIn: 0 } as const
  assert.deepEqual(expectedTurn(question), { from: 2 * 6, to: 2 * 8 + 5, before: 2 })
  assert.deepEqual(expectedTurn({ ...question, all: [] }), { from: 14, to: 31, before: 2 })
  assert.equal(expectedTurn({ ...question, all: [], planned: [] }), null)
  assert.equal(expectedTurn({ ...question, priority: 'emergency' })?.before, 0)
  assert.equal(expectedTurn({ ...question, planned: [10, 10] })?.from, 6, 'two doctors halve it')
  assert.equal(expectedTurn({ ...question, opensIn: 30 })?.from, 42)
})

test('before they begin, only those who begin first make turns come sooner', () => {
  const hours = (operator: string, from: string, to: string, minutes: number) =>
    Roster.parse({
      id: `${operator}-${from}`,
      operator,
      department: 'medicine',
      room: 'room-14',
      day: '2026-11-22',
      from,
      to,
      minutes,
      status: 'planned',
    })
  const rao = [hours(doctor, '09:00', '13:00', 6), hours(doctor, '14:00', '17:00', 8)]
  assert.deepEqual(plannedAt(rao, '08:30'), { planned: [6], opensIn: 30 }, 'one doctor is one room')
  assert.deepEqual(plannedAt(rao, '09:00'), { planned: [6], opensIn: 0 })
  assert.deepEqual(plannedAt(rao, '13:00'), { planned: [8], opensIn: 60 })
  assert.deepEqual(plannedAt(rao, '17:00'), { planned: [], opensIn: 0 })
  // In whatever order the rows come.
  const [morning, afternoon] = rao
  const times = ['08:00', '12:59', '13:30', '14:00', '18:00']
  assert.deepEqual(
    times.map((time) => hoursForComer(rao.toReversed(), time)?.from),
    ['09:00', '09:00', '14:00', '14:00', '14:00'],
  )
  assert.deepEqual(
    times.map((time) => hoursOfSeat(rao.toReversed(), time)[0]?.from),
    ['09:00', '09:00', '09:00', '14:00', '14:00'],
  )
  assert.deepEqual(hoursOfSeat(rao, '15:00'), [afternoon, morning])
  assert.equal(hoursForComer([], '09:00'), null)
  const both = [...rao, hours(other, '09:00', '12:00', 10), hours('third', '11:00', '15:00', 4)]
  assert.deepEqual(plannedAt(both, '08:00'), { planned: [6, 10], opensIn: 60 })
  assert.deepEqual(plannedAt(both, '11:00'), { planned: [6, 10, 4], opensIn: 0 })
  assert.deepEqual(plannedAt([], '08:00'), { planned: [], opensIn: 0 })
})

test('a forgotten key is no long consultation', () => {
  const all = [took(1, 0, 300), took(2, 400, 700), took(3, 800, 1100), took(4, 0, 4 * 3600)]
  assert.deepEqual(minutesEach(all, []), { low: 5, high: 5 })
})

test('a range is a range: never from after to, and more people never come sooner', () => {
  const lengths = fc.array(fc.integer({ min: 20, max: 3600 }), { maxLength: 20 })
  fc.assert(
    fc.property(lengths, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 60 }), (seconds, waiting, plan) => {
      const seen = seconds.map((length, at) => took(at + 1, at * 10, at * 10 + length))
      const ask = (count: number) => {
        const queue = Array.from({ length: count }, (_, at) => plain(at + 100))
        return expectedTurn({ queue, all: seen, priority: 'none', doctor: null, planned: [plan], opensIn: 0 })
      }
      const now = ask(waiting)
      const more = ask(waiting + 1)
      assert.ok(now !== null && more !== null && now.from <= now.to && more.from >= now.from && more.to >= now.to)
    }),
    { numRuns: 500 },
  )
})
