import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { admin, NEW } from '../../../contract/admin.ts'
import type { Admin } from '../../../contract/admin.ts'
import { desk } from '../../../contract/desk.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport } from '../../../sync/transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, person, untilStatus } from './fixture.ts'

const name = { en: 'Room', hi: 'कमरा', pa: 'ਕਮਰਾ', ur: 'کمرہ' }
const heart = { ...medicineDepartment, code: 'heart', prefix: 'H', room: '18' }
const room = {
  code: 'room-14',
  label: medicineDepartment.room,
  name,
  kind: 'consulting',
  department: 'medicine',
  floor: medicineDepartment.floor,
  line: medicineDepartment.line,
  open: true,
} as const
const metformin = {
  code: 'metformin',
  name: 'Metformin',
  strength: '500 mg',
  form: 'tablet',
  shelf: 'B 1',
  groups: [],
} as const
const patient = person({ latin: 'Patient One' })
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(new Date())
const hours = {
  id: `${today}-meena-rao`,
  operator: 'meena-rao',
  department: 'medicine',
  room: 'room-14',
  day: today,
  from: '00:00',
  to: '23:59',
  minutes: 6,
  status: 'planned',
} as const

interface Window {
  readonly terminal: FakeTerminal
  readonly cut: (isCut: boolean) => void
}

/** A real HIMS with two hospitals, and terminals that talk to it over a socket. */
async function hospital(t: TestContext) {
  const folders = [temporaryFolder()]
  const hims = await openHims({ database: `sqlite:${folders[0]}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  const { refused } = await hims.load([
    { table: 'facility', row: facility },
    { table: 'facility', row: { ...facility, code: 'zz-other' } },
    { table: 'department', row: medicineDepartment },
    { table: 'department', row: heart },
    { table: 'room', row: room },
    { table: 'roster', row: hours },
    { table: 'medicine', row: metformin },
    { table: 'operator', row: operator('asha', ['clerk', 'pharmacist']) },
    { table: 'operator', row: operator('ravi', ['administrator']) },
    { table: 'operator', row: { ...operator('meena-rao', ['doctor']), name: 'Dr Meena Rao', department: 'medicine' } },
    { table: 'person', row: patient },
  ])
  assert.deepEqual(refused, [])
  const server = himsServer(hims)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port }: AddressInfo = Object(server.server.address())
  t.after(async () => {
    await closeTerminals()
    server.server.closeAllConnections()
    await server.close()
    await hims.close()
    folders.forEach(removeFolder)
  })
  const open = async (role: TerminalRole, who: string | null, at = facility.code): Promise<Window> => {
    const folder = temporaryFolder()
    folders.push(folder)
    const { code } = await hims.createEnrolment({ role, label: `${role} 1`, facility: at })
    const line = axiosTransport(`http://127.0.0.1:${port}`)
    let isCut = false
    const transport: Transport = (request, signal) =>
      isCut ? Promise.resolve({ kind: 'lost' }) : line(request, signal)
    const terminal = await fakeTerminal(folder, role, {
      code,
      transport: () => transport,
      cardRoots: [root],
      now: () => new Date(),
    })
    await untilStatus(terminal, (status) => status.includes('"filling":false') && status.includes('"online"'))
    if (who !== null) await terminal.want('session.unlock', { operator: who, pin: '2468' })
    return { terminal, cut: (now) => void (isCut = now) }
  }
  return { open }
}

type Name = keyof Admin['channels']

const ask = async ({ terminal }: Window, channel: Name, input: object = {}) =>
  Object(await terminal.want(channel, input))

const directory = async (window: Window) =>
  admin.channels['directory.now'].output.parse(await window.terminal.want('directory.now'))

const save = (window: Window, edit: object, sure = false) => ask(window, 'directory.save', { edit, sure })

const departmentsAt = async ({ terminal }: Window): Promise<readonly string[]> =>
  desk.channels['department.list'].output
    .parse(await terminal.want('department.list'))
    .map(({ department }) => `${department.name.en} ${department.room}`)

test('what an administrator changes is at every other terminal of the hospital at once', async (t) => {
  const { open } = await hospital(t)
  const [one, two, counter] = [await open('admin', 'ravi'), await open('admin', 'ravi'), await open('desk', 'asha')]
  const row = { ...heart, name: { ...heart.name, en: 'Cardiology' } }
  const began = performance.now()
  assert.equal((await save(one, { table: 'department', row, was: heart })).kind, 'saved')
  const isThere = async () => (await departmentsAt(counter)).includes('Cardiology 18')
  await until(isThere, 'the change at the desk', 60_000)
  t.diagnostic(`at the desk after ${Math.round(performance.now() - began)} ms`)
  const names = async () => (await directory(two)).departments.map((each) => each.row.name.en)
  await until(async () => (await names()).includes('Cardiology'), 'the change at the other administrator')
  const told = async () =>
    admin.channels['directory.history'].output.parse(
      await ask(two, 'directory.history', { of: { table: 'department', row: 'heart' } }),
    )
  await until(async () => (await told()).length > 0, 'who did it')
  const [change] = await told()
  assert.deepEqual([change?.by, change?.waiting, change?.fields.map(({ field }) => field)], ['Asha', false, ['name']])
})

test('a desk offers no closed department, nobody who has left, and the room by its new name', async (t) => {
  const { open } = await hospital(t)
  const [office, counter, room1] = [
    await open('admin', 'ravi'),
    await open('desk', 'asha'),
    await open('doctor', 'meena-rao'),
  ]
  const rosterAt = async () => Object(await counter.terminal.want('visit.roster'))
  assert.equal((await rosterAt()).length, 1)

  const signed = { ...room, label: '21' }
  assert.equal((await save(office, { table: 'room', row: signed, was: room })).rows, 2)
  await until(async () => (await departmentsAt(counter)).some((each) => each.endsWith(' 21')), 'the new sign')
  assert.equal((await rosterAt())[0].room, '21')

  await until(async () => Object(await counter.terminal.want('department.list'))[0].left > 0, 'numbers')
  const asked = { personId: patient.id, department: 'medicine' }
  assert.equal(Object(await counter.terminal.want('token.issue', asked)).kind, 'issued')
  const listed = (await directory(office)).departments.find(({ row }) => row.code === 'medicine')?.row
  const closed = { table: 'department', row: { ...listed, closed: today }, was: listed }
  await until(() => JSON.stringify(office.terminal.told).includes('"visit"'), 'the visit')
  assert.deepEqual(await save(office, closed), { kind: 'people-wait', count: 1 })
  assert.equal((await save(office, closed, true)).kind, 'saved')
  await until(async () => (await departmentsAt(counter)).length === 1, 'the closed department to vanish')
  assert.equal(Object(await counter.terminal.want('token.issue', asked)).kind, 'no-number')

  const {
    badge: _badge,
    waiting: _waiting,
    ...meena
  } = (await directory(office)).staff.find(({ row }) => row.id === 'meena-rao') ?? {
    badge: false,
    waiting: false,
    row: null,
  }
  const undone = { ...listed }
  assert.equal((await save(office, { table: 'department', row: undone, was: closed.row })).kind, 'saved')
  await until(async () => (await rosterAt()).length === 1, 'the department to come back')
  const left = { table: 'operator', row: { ...meena.row, left: today }, was: meena.row, pin: null }
  assert.equal((await save(office, left)).kind, 'saved')
  await until(async () => (await rosterAt()).length === 0, 'the doctor to be gone')
  await until(
    async () => Object(await room1.terminal.want('session.operators')).length === 0,
    'the doctor to unlock nothing',
  )

  const shut = { ...metformin, notAt: [facility.code] }
  assert.equal((await save(office, { table: 'medicine', row: shut, was: metformin })).kind, 'saved')
  assert.equal((await directory(office)).medicines.given, 0)
})

test('an edit waits while HIMS is away, and one that crossed another is decided by a person', async (t) => {
  const { open } = await hospital(t)
  const [one, two] = [await open('admin', 'ravi'), await open('admin', 'ravi')]
  one.cut(true)
  const mine = { ...heart, floor: 4, room: '40' }
  assert.equal((await save(one, { table: 'department', row: mine, was: heart })).kind, 'saved')
  const here = async () => (await directory(one)).departments.find(({ row }) => row.code === 'heart')
  assert.deepEqual(await here(), { row: mine, waiting: true })
  const again = { ...mine, floor: 5 }
  assert.equal((await save(one, { table: 'department', row: again, was: mine })).kind, 'saved')
  const theirs = { ...heart, name: { ...heart.name, en: 'Cardiology' } }
  assert.equal((await save(two, { table: 'department', row: theirs, was: heart })).kind, 'saved')
  await untilStatus(two.terminal, (status) => status.includes('"waiting":0'))
  one.cut(false)
  await one.terminal.want('sync.now')
  await until(async () => (await directory(one)).refused === 2, 'the refusals')
  await until(async () => (await here())?.row.name.en === 'Cardiology', 'theirs to stand')
  assert.deepEqual((await here())?.row, theirs)
  assert.equal((await here())?.waiting, false)

  const [second, first] = admin.channels['directory.refused'].output.parse(await ask(one, 'directory.refused'))
  assert.deepEqual(
    [first?.reason, first?.rows[0]?.mine.row, first?.rows[0]?.now?.row],
    ['changed-meanwhile', mine, theirs],
  )
  assert.equal((await ask(one, 'directory.decide', { id: first?.id, take: 'mine' })).kind, 'saved')
  assert.deepEqual((await here())?.row, { ...theirs, floor: 4, room: '40' })
  assert.equal((await ask(one, 'directory.decide', { id: second?.id, take: 'theirs' })).kind, 'left')
  assert.equal((await directory(one)).refused, 0)
  const there = async () => (await directory(two)).departments.find(({ row }) => row.code === 'heart')?.row
  await until(async () => (await there())?.floor === 4, 'the decision at the other')
  const late = { table: 'department', row: { ...heart, floor: 9 }, was: heart }
  assert.deepEqual(await save(two, late), {
    kind: 'changed-meanwhile',
    now: { table: 'department', row: { ...theirs, floor: 4, room: '40' } },
  })
})

test('staff get a PIN that nobody sees again; the last administrator stays; a change is undone', async (t) => {
  const { open } = await hospital(t)
  const [office, counter] = [await open('admin', 'ravi'), await open('desk', null)]
  const row = { id: NEW, name: 'Nisha', roles: ['clerk'] }
  const added = { table: 'operator', row, was: null }
  assert.deepEqual(await save(office, { ...added, pin: null }), { kind: 'stopped', reason: 'pin-needed' })
  assert.deepEqual(await save(office, { ...added, pin: '123456' }), { kind: 'stopped', reason: 'pin-weak' })
  const saved = await save(office, { ...added, pin: '907351' })
  assert.equal(saved.kind, 'saved')
  assert.doesNotMatch(JSON.stringify(await ask(office, 'directory.now')), /"pin"|hash/)
  assert.doesNotMatch(JSON.stringify(await ask(office, 'directory.history', { of: null })), /hash/)
  const unlocks = async () =>
    Object(await counter.terminal.want('session.unlock', { operator: saved.row, pin: '907351' })).kind === 'unlocked'
  const listed = async () => JSON.stringify(await counter.terminal.want('session.operators')).includes(saved.row)
  await until(listed, 'the clerk at the desk')
  assert.ok(await unlocks())

  const ravi = (await directory(office)).staff.find(({ row: { id } }) => id === 'ravi')?.row
  const gone = { table: 'operator', row: { ...ravi, roles: ['clerk'] }, was: ravi, pin: null }
  assert.deepEqual(await save(office, gone), { kind: 'stopped', reason: 'last-administrator' })

  const taken = { ...medicineDepartment, code: NEW, prefix: 'H', room: '1' }
  const clash = { table: 'department', row: taken, was: null }
  assert.deepEqual(await save(office, clash), { kind: 'stopped', reason: 'prefix-taken' })
  const moved = await save(office, { table: 'department', row: { ...heart, floor: 3 }, was: heart })
  assert.equal((await ask(office, 'directory.undo', { ids: moved.ids })).kind, 'saved')
  const now = (await directory(office)).departments.find(({ row: { code } }) => code === 'heart')?.row
  assert.deepEqual(now, heart)
  assert.deepEqual(await ask(office, 'directory.undo', { ids: moved.ids }), { kind: 'stopped', reason: 'cannot-undo' })
  await untilStatus(office.terminal, (status) => status.includes('"waiting":0') && status.includes('"refused":0'))
})

test('a day’s hours are copied to another, and no doctor is in two rooms at once', async (t) => {
  const { open } = await hospital(t)
  const office = await open('admin', 'ravi')
  const to = '2099-01-01'
  assert.equal((await ask(office, 'directory.copy-roster', { from: today, to })).rows, 1)
  const copied = await ask(office, 'directory.copy-roster', { from: today, to })
  assert.deepEqual(copied, { kind: 'stopped', reason: 'nothing-to-copy' })
  const [there] = admin.channels['directory.roster'].output.parse(await ask(office, 'directory.roster', { day: to }))
  assert.deepEqual([there?.row.operator, there?.row.facility, there?.row.from], ['meena-rao', facility.code, '00:00'])
  const twice = { ...there?.row, id: NEW, room: 'room-15', from: '09:00', to: '10:00' }
  const answer = await save(office, { table: 'roster', row: twice, was: null })
  assert.deepEqual(answer, { kind: 'stopped', reason: 'doctor-twice' })
  const cancelled = { table: 'roster', row: { ...there?.row, status: 'cancelled' }, was: there?.row }
  assert.equal((await save(office, cancelled)).kind, 'saved')
  assert.equal((await save(office, { table: 'roster', row: twice, was: null })).kind, 'saved')
})

test('another hospital’s administrator sees and changes nothing of this one', async (t) => {
  const { open } = await hospital(t)
  const [office, theirs] = [await open('admin', 'ravi'), await open('admin', 'ravi', 'zz-other')]
  const seen = await directory(theirs)
  assert.deepEqual([seen.facility?.row.code, seen.departments, seen.staff, seen.rooms], ['zz-other', [], [], []])
  const edit = { table: 'department', row: { ...heart, floor: 3 }, was: heart }
  assert.deepEqual(await save(theirs, edit), { kind: 'stopped', reason: 'not-allowed' })
  const own = { ...heart, code: NEW, name: { ...heart.name, en: 'Our own' } }
  const opened = await save(theirs, { table: 'department', row: own, was: null })
  assert.equal(opened.kind, 'saved')
  await untilStatus(theirs.terminal, (status) => status.includes('"waiting":0') && status.includes('"refused":0'))
  await office.terminal.want('sync.now')
  assert.ok(!JSON.stringify(await directory(office)).includes('Our own'))
})
