import assert from 'node:assert/strict'
import { test } from 'node:test'

import {
  isGivenAt,
  isHere,
  isOpenOn,
  isSeenOn,
  ownerOf,
  rosterProblem,
  worksOn,
} from '../../../domain/hospital/directory.ts'
import { rowProblem } from '../../../domain/hospital/directory-rule.ts'
import type { Beside } from '../../../domain/hospital/directory-rule.ts'
import { fieldChanges, overlaid, takenBack } from '../../../domain/hospital/field-change.ts'
import { Department } from '../../../domain/hospital/facility.ts'
import { Room } from '../../../domain/hospital/room.ts'
import { Roster } from '../../../domain/hospital/roster.ts'
import { StaffRow } from '../../../domain/hospital/staff-row.ts'
import { isWeakPin } from '../../../domain/hospital/weak-pin.ts'

const today = '2026-11-22'
const name = { en: 'Heart', hi: 'दिल', pa: 'ਦਿਲ', ur: 'دل' }
const place = { floor: 1, line: 'blue' } as const
const heart = Department.parse({ code: 'heart', name, prefix: 'H', room: '18', sign: 'heart', ...place })
const room = Room.parse({
  code: 'r18',
  label: '18',
  name,
  kind: 'consulting',
  department: 'heart',
  open: true,
  ...place,
})
const ravi = StaffRow.parse({ id: 'ravi', name: 'Ravi', roles: ['administrator'] })
const hours = Roster.parse({
  id: 'h1',
  operator: 'meena',
  department: 'heart',
  room: 'r18',
  day: today,
  from: '09:00',
  to: '12:00',
  minutes: 6,
  status: 'planned',
})
const beside: Beside = { today, departments: [heart], staff: [ravi], rooms: [room], rosters: [hours] }

test('days count from their beginning: closed and gone from that day on, there from the first', () => {
  assert.deepEqual(
    ['2026-11-21', today, '2026-11-23'].map((day) => [
      isOpenOn({ closed: today }, day),
      isSeenOn({ closed: today }, day),
      worksOn({ left: today }, day),
      worksOn({ since: today }, day),
    ]),
    [
      [true, true, true, false],
      [false, true, false, true],
      [false, false, false, true],
    ],
  )
  assert.ok(isOpenOn({}, today) && worksOn({}, today))
})

test('a row is of its hospital, and of the first when it is nobody’s; medicines are shared', () => {
  assert.equal(ownerOf({ table: 'department', row: heart }, 'first'), 'first')
  assert.equal(ownerOf({ table: 'department', row: { ...heart, facility: 'other' } }, 'first'), 'other')
  assert.equal(ownerOf({ table: 'reorder_level', row: { id: 'x', least: 1, wanted: 2 } }, 'first'), null)
  assert.deepEqual(
    [isHere({}, 'a'), isHere({ facility: 'a' }, 'a'), isHere({ facility: 'b' }, 'a')],
    [true, true, false],
  )
  assert.deepEqual(
    [isGivenAt({}, 'a'), isGivenAt({ notAt: ['a'] }, 'a'), isGivenAt({ notAt: ['a'] }, 'b')],
    [true, false, true],
  )
})

test('nobody is in two rooms at once, and no room has two doctors', () => {
  const next = { ...hours, id: 'h2', from: '12:00', to: '13:00' }
  assert.equal(rosterProblem(next, [hours]), null, 'one begins as the other ends')
  assert.equal(rosterProblem({ ...next, from: '11:59' }, [hours]), 'doctor-twice')
  assert.equal(rosterProblem({ ...next, from: '11:59', operator: ravi.id }, [hours]), 'room-twice')
  assert.equal(rosterProblem({ ...next, from: '11:59' }, [{ ...hours, status: 'cancelled' }]), null)
  assert.equal(rosterProblem({ ...next, from: '11:59', day: '2026-11-23' }, [hours]), null)
  assert.equal(rosterProblem({ ...hours, to: '09:00' }, [hours]), 'ends-before')
  assert.equal(rosterProblem({ ...hours, minutes: 10 }, [hours]), null, 'hours do not cross themselves')
})

test('a row that cannot stand says why', () => {
  const problem = (form: Parameters<typeof rowProblem>[0]) => rowProblem(form, beside)
  const twin = { ...heart, code: 'new' }
  assert.equal(problem({ table: 'department', row: twin }), 'prefix-taken')
  assert.equal(problem({ table: 'department', row: { ...twin, closed: today } }), null)
  const closing = (closed: string) => ({ ...beside, departments: [{ ...heart, closed }] })
  assert.equal(rowProblem({ table: 'department', row: twin }, closing(today)), 'prefix-taken', 'its people still wait')
  assert.equal(rowProblem({ table: 'department', row: twin }, closing('2026-11-21')), null)
  assert.equal(problem({ table: 'department', row: { ...heart, name: { ...name, ur: ' ' } } }), 'name-missing')
  assert.equal(problem({ table: 'room', row: { ...room, code: 'new' } }), 'label-taken')
  assert.equal(problem({ table: 'room', row: { ...room, code: 'new', floor: 2 } }), null)
  assert.equal(problem({ table: 'room', row: { ...room, code: 'new', open: false } }), null)
  assert.equal(problem({ table: 'operator', row: { ...ravi, roles: [] } }), 'no-role')
  assert.equal(problem({ table: 'operator', row: { ...ravi, roles: ['clerk'] } }), 'last-administrator')
  assert.equal(problem({ table: 'operator', row: { ...ravi, left: '2027-01-01' } }), 'last-administrator')
  const two = { ...beside, staff: [ravi, { ...ravi, id: hours.operator }] }
  assert.equal(rowProblem({ table: 'operator', row: { ...ravi, left: today } }, two), null)
  assert.equal(problem({ table: 'operator', row: { ...ravi, since: today, left: '2026-11-21' } }), 'ends-before')
  assert.equal(problem({ table: 'reorder_level', row: { id: 'x', least: 5, wanted: 5 } }), 'wanted-less')
})

test('changes are told by field, taken back by field, and put over what others did', () => {
  const moved = { ...heart, floor: 3, closed: today }
  const changes = fieldChanges(heart, moved)
  assert.deepEqual(changes, [
    { field: 'floor', was: '1', now: '3' },
    { field: 'closed', was: null, now: `"${today}"` },
  ])
  assert.deepEqual(takenBack({ ...moved, room: '20' }, changes), { ...heart, room: '20' })
  assert.equal(takenBack({ ...moved, floor: 4 }, changes), null, 'changed again since')
  const secret = fieldChanges({ pin: { hash: 'a' } }, { pin: { hash: 'b' } })
  assert.deepEqual(secret, [{ field: 'pin', was: '"…"', now: '"…"' }])
  assert.equal(takenBack({ pin: { hash: 'b' } }, secret), null)
  const theirs = { ...heart, name: { ...name, en: 'Cardiology' } }
  assert.deepEqual(overlaid(theirs, heart, moved), { ...theirs, floor: 3, closed: today })
  assert.deepEqual(overlaid({ ...theirs, closed: today }, { ...heart, closed: today }, heart), theirs)
})

test('a PIN that everybody tries first is weak', () => {
  assert.deepEqual(['1111', '1234', '987654', '0123', '1357', '2468', '907351', '1212'].map(isWeakPin), [
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
