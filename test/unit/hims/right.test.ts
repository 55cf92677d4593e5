import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Right } from '../../../domain/pharmacy/prescription.ts'
import { RightReply } from '../../../domain/wire/right.ts'
import { giveRights } from '../../../hims/right/give-rights.ts'
import { rightMatters } from '../../../hims/right/matters.ts'
import { handOver } from '../../../hims/right/hand-over.ts'
import { mapDepartment } from '../../../hims/right/policy.ts'
import { releaseRight } from '../../../hims/right/release.ts'
import { department, facility, hospital, lot, person, prescription } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'
import { rowsOf, said, twoPharmacies } from './two-pharmacies.ts'

test('a right moves to another pharmacy only by its return, whole, after what was given by it', async (t) => {
  const { holder, other, give, bring, open, rights, first } = await twoPharmacies(t)
  const moved = bring(2, 7, other.id)
  const pushed = await holder.push([give(1, 3, holder), moved, give(3, 1, holder), bring(4, 7, other.id)])
  assert.deepEqual(said(pushed), ['applied', 'applied', 'over-right', 'right-differs'])
  assert.deepEqual(await open(), [['other', 7]])
  const next = (await rights()).find(({ id }) => id !== first.id)
  assert.equal(next?.id, moved.id, 'the new right bears the return’s id')
  assert.deepEqual(said(await other.push([give(1, 8, other, moved.id), give(2, 7, other, moved.id)])), [
    'over-right',
    'applied',
  ])
})

test('a return that does not count as HIMS does is refused, and nothing is given anew', async (t) => {
  const { hims, holder, bring, open } = await twoPharmacies(t)
  assert.deepEqual(said(await holder.push([bring(1, 9), bring(2, 11)])), ['right-differs', 'right-differs'])
  const seen = (await rightMatters(hims.inside.store)).map(({ kind }) => kind)
  assert.deepEqual(seen, ['refused', 'refused'], 'an administrator sees it')
  assert.deepEqual(await open(), [['holder', 10]])
})

test('a claim is answered by the holder’s return, and repeating it takes nothing more', async (t) => {
  const { holder, other, bring, claim, open, wishes } = await twoPharmacies(t)
  const id = newId()
  const asked = await claim(other, id)
  assert.equal(asked.kind, 'asked')
  assert.deepEqual(await claim(other, id), asked)
  assert.equal((await claim(other)).kind, 'asked', 'a second claim asks on')
  assert.deepEqual(
    (await wishes()).map(({ state, wantedBy }) => [state, wantedBy === other.id]),
    [['open', true]],
  )
  assert.deepEqual(said(await holder.push([bring(1, 10)])), ['applied'])
  assert.deepEqual(await open(), [['other', 10]])
  assert.deepEqual(
    (await wishes()).map(({ state }) => state),
    ['met'],
  )
  assert.equal((await claim(other)).kind, 'given')
})

test('what nobody holds is given at once', async (t) => {
  const { holder, other, bring, claim, open } = await twoPharmacies(t)
  await holder.push([bring(1, 10)])
  assert.deepEqual(await open(), [])
  const answer = await claim(other)
  assert.deepEqual([answer.kind, answer.kind === 'given' && answer.rights.map(({ left }) => left)], ['given', [10]])
  assert.deepEqual(await open(), [['other', 10]])
})

test('nobody waits for a wish for ever', async (t) => {
  let ahead = 0
  const { holder, other, bring, claim, open, wishes } = await twoPharmacies(t, () => Date.now() + ahead)
  await claim(other)
  ahead = 121_000
  await holder.push([bring(1, 10)])
  assert.deepEqual(
    (await wishes()).map(({ state }) => state),
    ['over'],
  )
  assert.deepEqual(await open(), [], 'it waits for whoever asks next')
  assert.equal((await claim(other)).kind, 'given')
})

test('claims of what is unknown, stopped, done or locked say so', async (t) => {
  const { hims, holder, other, order, give, claim, first } = await twoPharmacies(t)
  assert.deepEqual(await claim(other, newId(), newId()), { kind: 'none', cause: 'unknown' })
  await holder.call('POST', '/sync/v1/hello', { schema: 3, epoch: 2, nextN: 1, cursor: 0 })
  assert.deepEqual(await claim(other), { kind: 'none', cause: 'locked' })
  const { store, world } = hims.inside
  const release = (count: number) => hims.inside.commit(1, (inside) => releaseRight(inside, first.id, count, world))
  assert.deepEqual(await release(11), { ok: false, problem: 'more-than-left' })
  assert.deepEqual(await release(8), { ok: true, value: null })
  assert.equal((await store.selectFrom('notice').selectAll().execute()).length, 1)
  const answer = await claim(other)
  assert.equal(answer.kind, 'asked', 'the newest pharmacy has them under its new epoch')
  assert.deepEqual(said(await holder.push([give(1, 1, holder)], 2)), ['over-right'], 'what was counted away stays so')
  await hims.load([{ table: 'prescription', row: { ...order, status: 'stopped' } }])
  assert.deepEqual(await claim(other), { kind: 'none', cause: 'stopped' })
})

test('a right that its holder may still use is not released', async (t) => {
  const { hims, first } = await twoPharmacies(t)
  const released = await hims.inside.commit(1, (store) => releaseRight(store, first.id, 1, hims.inside.world))
  assert.deepEqual(released, { ok: false, problem: 'still-held' })
})

test('a desk cannot claim, and a claim’s id is its own', async (t) => {
  const { enrol, other, holder, order, claim } = await twoPharmacies(t)
  const desk = await enrol('desk')
  const id = newId()
  await claim(other, id)
  const body = { kind: 'claim', id, prescriptionId: order.id }
  assert.equal((await desk.call('POST', '/sync/v1/right', body)).status, 400)
  assert.equal((await holder.call('POST', '/sync/v1/right', body)).status, 400)
  const { body: counters } = await other.call('POST', '/sync/v1/right', { kind: 'counters' })
  assert.deepEqual(
    RightReply.parse(counters).counters.map(({ terminal }) => terminal),
    [other.id, holder.id],
  )
})

test('a stopped prescription’s rights end with their return, and come back with the prescription', async (t) => {
  const { hims, holder, other, order, give, bring, claim, open } = await twoPharmacies(t)
  await hims.load([{ table: 'prescription', row: { ...order, status: 'cancelled' } }])
  assert.deepEqual(said(await holder.push([give(1, 2, holder), bring(2, 8)])), ['applied', 'applied'])
  assert.deepEqual(await open(), [])
  await hims.load([{ table: 'prescription', row: order }])
  assert.deepEqual(await open(), [['holder', 8]])
  assert.equal((await claim(other)).kind, 'asked')
})

test('an order that was cut gives no more than it now says, and one that was raised gives the rest', async (t) => {
  const { hims, holder, other, order, give, bring, claim, open } = await twoPharmacies(t)
  const [item] = order.items
  await holder.push([give(1, 3, holder)])
  await hims.load([{ table: 'prescription', row: { ...order, items: [{ ...item, quantity: 5 }] } }])
  await holder.push([bring(2, 7)])
  const cut = await claim(other)
  assert.deepEqual(cut.kind === 'given' && cut.rights.map(({ left }) => left), [2])
  await hims.load([{ table: 'prescription', row: { ...order, items: [{ ...item, quantity: 9 }] } }])
  assert.deepEqual(
    (await open()).toSorted(([one], [two]) => String(one).localeCompare(String(two))),
    [
      ['holder', 4],
      ['other', 2],
    ],
  )
})

test('a dispensing whose right is not here yet is kept, in order, and applied when the right comes', async (t) => {
  const { hims, other, give, bring, first, rights } = await twoPharmacies(t)
  const rightId = newId()
  const later = [give(1, 2, other, rightId), bring(2, 3, null, rightId)]
  assert.deepEqual(said(await other.push(later)), ['parked', 'parked'])
  assert.deepEqual(said(await other.push(later)), ['parked', 'parked'], 'said again as it was')
  assert.equal((await rowsOf(other, 'dispense')).length, 0)
  const { inside } = hims
  const waits = (await rightMatters(inside.store)).map((matter) => (matter.kind === 'parked' ? matter.waitsFor : ''))
  assert.deepEqual(waits, ['right', 'earlier'])
  const row = { ...first, id: rightId, left: 5, holder: other.id }
  await hims.load([{ table: 'right', row: { ...first, left: 0 } }])
  await inside.commit(1, async (store) => {
    const { own, putRecord } = await import('../../../hims/record/record-store.ts')
    await putRecord(store, own({ table: 'right', row: Right.parse(row) }), '2026-11-22T05:02:00.000Z')
    await giveRights(store, inside.world)
  })
  assert.equal((await rowsOf(other, 'dispense')).length, 1)
  assert.equal((await rights()).find(({ id }) => id === rightId)?.left, 0)
  assert.equal((await inside.store.selectFrom('parked').selectAll().execute()).length, 0)
})

test('a department’s pharmacy gets its rights first', async (t) => {
  const { hims, other } = await twoPharmacies(t)
  assert.equal(await hims.inside.commit(1, (store) => mapDepartment(store, 'medicine', other.id)), true)
  assert.equal(await hims.inside.commit(1, (store) => mapDepartment(store, 'surgery', newId())), false)
  const who = person()
  await hims.load([
    { table: 'person', row: who },
    { table: 'prescription', row: prescription(who.id, 4) },
  ])
  const held = (await rowsOf(other, 'right')).map((row) => Right.parse(row)).filter(({ left }) => left === 4)
  assert.deepEqual(
    held.map(({ holder }) => holder === other.id),
    [true],
  )
})

test('an emergency supply leaves every right as it was and is always noticed', async (t) => {
  const { hims, other, order, open } = await twoPharmacies(t)
  const supply = (changed: object = {}) => {
    const id = newId()
    return {
      id,
      at: '2026-11-22T05:00:00.000Z',
      body: {
        kind: 'supply.emergency',
        supply: {
          id,
          personId: order.personId,
          prescriptionId: order.id,
          medicine: 'paracetamol-500',
          lotId: lot.id,
          quantity: 2,
          at: '2026-11-22T05:00:00.000Z',
          operator: 'pharmacist-1',
          witness: 'pharmacist-2',
          reason: 'The line is cut',
          terminal: other.id,
          ...changed,
        },
      },
    }
  }
  const listed = {
    code: 'paracetamol-500',
    name: 'Paracetamol',
    strength: '500 mg',
    form: 'tablet',
    groups: ['emergency-supply'],
    shelf: 'B 14',
  }
  await hims.load([{ table: 'medicine', row: listed }])
  const pushed = await other.push([
    { n: 1, ...supply() },
    { n: 2, ...supply({ quantity: 3 }) },
    { n: 3, ...supply({ witness: 'pharmacist-1' }) },
  ])
  assert.deepEqual(said(pushed), ['applied', 'review', 'review'])
  assert.deepEqual(await open(), [['holder', 10]])
  assert.equal((await rowsOf(other, 'stock_event')).length, 3)
  const notices = await hims.inside.store.selectFrom('notice').select(['kind', 'detail']).execute()
  const kinds = notices.map(({ detail }) => detail.split(':')[0] ?? '')
  assert.deepEqual(
    kinds.toSorted((one, two) => one.localeCompare(two)),
    ['more-than-a-day', 'one-person', 'within the rules'],
  )
})

test('the rights of a hospital’s orders go to its own pharmacy, though another’s was enrolled later', async (t) => {
  const { hims, enrol } = await hospital(t)
  const there = await enrol('pharmacy')
  const { store } = hims.inside
  await store.updateTable('terminal').set({ facility: 'zz-hospital' }).where('id', '=', there.id).execute()
  const who = person()
  await hims.load([
    { table: 'department', row: { ...department, facility: facility.code } },
    { table: 'person', row: who },
    { table: 'prescription', row: { ...prescription(who.id, 10), department: department.code } },
  ])
  const holders = async (seenBy: TestTerminal) => (await rowsOf(seenBy, 'right')).map((row) => Right.parse(row).holder)
  const here = await enrol('pharmacy')
  assert.deepEqual(await holders(here), [here.id], 'they waited for it')
  await store.updateTable('terminal').set({ number: 99 }).where('id', '=', there.id).execute()
  const retired = { retired_at: '2026-11-22T05:00:00.000Z' }
  await store.updateTable('terminal').set(retired).where('id', '=', here.id).execute()
  await hims.inside.commit(1, (write) => handOver(write, hims.inside.world))
  const heir = await enrol('pharmacy')
  assert.deepEqual(await holders(heir), [heir.id])
})

test('the rights of a department that no hospital has claimed go where its person is held', async (t) => {
  const { hims, enrol } = await hospital(t)
  const [here, there] = [await enrol('pharmacy'), await enrol('pharmacy')]
  const { store } = hims.inside
  await store.updateTable('terminal').set({ facility: 'zz-hospital' }).where('id', '=', there.id).execute()
  const who = person()
  await hims.load([
    { table: 'person', row: who },
    { table: 'prescription', row: { ...prescription(who.id, 10), department: department.code } },
  ])
  const held = (await rowsOf(here, 'right')).map((row) => Right.parse(row).holder)
  assert.deepEqual(held, [here.id], 'the other pharmacy is not sent the order')
})
