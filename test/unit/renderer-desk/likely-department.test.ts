import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Department } from '../../../domain/hospital/facility.ts'
import { TerminalId, VisitId } from '../../../domain/id.ts'
import { likelyDepartment } from '../../../renderer/desk/person/likely-department.ts'
import { personId } from '../../fake/bridge/desk-answers.ts'

const choice = (sign: Department['sign'], prefix: string, left: number) => ({
  department: Department.parse({
    code: `dept-${sign}`,
    name: { en: sign, hi: sign, pa: sign, ur: sign },
    prefix,
    room: '1',
    floor: 0,
    line: 'blue',
    sign,
  }),
  left,
  next: left === 0 ? null : `${prefix} 1`,
})

const visit = (sign: Department['sign'], openedAt: string) => ({
  id: VisitId.parse('01926c00-0000-7000-8000-000000000501'),
  personId: personId(1),
  token: { department: `dept-${sign}`, day: openedAt.slice(0, 10), prefix: 'X', number: 1 },
  openedAt,
  terminal: TerminalId.parse('01926c00-0000-7000-8000-000000000900'),
})

const all = [choice('bone', 'B', 9), choice('eye', 'E', 9), choice('medicine', 'M', 9)]
const signOf = (found: ReturnType<typeof likelyDepartment>) => found?.department.sign

test('a person without visits goes to general medicine', () =>
  assert.equal(signOf(likelyDepartment(all, [])), 'medicine'))

test('without numbers left there, to the first that has some', () => {
  const full = [choice('bone', 'B', 0), choice('eye', 'E', 2), choice('medicine', 'M', 0)]
  assert.equal(signOf(likelyDepartment(full, [])), 'eye')
})

test('a person who was here goes back to the last department, wherever it stands in the list', () => {
  const visits = [visit('eye', '2026-03-01T05:00:00.000Z'), visit('bone', '2025-03-01T05:00:00.000Z')]
  assert.equal(signOf(likelyDepartment(all, visits)), 'eye')
})

test('a department that this hospital lacks does not count', () => {
  assert.equal(signOf(likelyDepartment(all, [visit('skin', '2026-03-01T05:00:00.000Z')])), 'medicine')
})

test('with no departments there is none', () => assert.equal(likelyDepartment([], []), null))
