import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { afterEach, test } from 'node:test'
import { join } from 'node:path'

import { z } from 'zod'

import { pharmacy } from '../../../contract/pharmacy.ts'
import type { PrescriptionId, PrescriptionItemId } from '../../../domain/id.ts'
import { pharmacies, someone } from '../../fake/two-pharmacies.ts'
import type { Shop } from '../../fake/two-pharmacies.ts'
import { closeTerminals, fakeTerminal, until } from '../../fake/world.ts'

let close = async () => {}
afterEach(async () => {
  await closeTerminals()
  await close()
})

async function twoShops() {
  const place = await pharmacies()
  close = place.close
  const [far, near] = [await place.shop('Counter 3'), await place.shop('Counter 7')]
  const order = await place.prescribe()
  await until(async () => (await far.list()).prescriptions.length > 0, 'the order at the far counter')
  await until(async () => (await stateAt(near)) === 'here', 'the right at the near counter')
  await near.terminal.want('pick.leave')
  return { ...place, far, near, order }
}

const placeAt = async (shop: Shop) => (await shop.list()).prescriptions[0]?.place
const stateAt = async (shop: Shop) => (await placeAt(shop))?.state.kind
const claim = async ({ terminal }: Shop, prescriptionId: PrescriptionId) =>
  pharmacy.channels['right.claim'].output.parse(await terminal.want('right.claim', { prescriptionId }))
const give = async (
  { terminal }: Shop,
  { id, itemId }: { readonly id: PrescriptionId; readonly itemId: PrescriptionItemId },
  quantity: number,
) =>
  pharmacy.channels['dispense.give'].output.parse(
    await terminal.want('dispense.give', { prescriptionId: id, lines: [{ itemId, lotId: 'l1', quantity }] }),
  )

test('a counter asks, the other one lets go by itself, and only what is left moves', async () => {
  const { far, near, order } = await twoShops()
  assert.equal((await give(near, order, 4)).kind, 'given')
  assert.equal(await stateAt(far), 'there')
  assert.equal((await claim(far, order.id)).kind, 'asked')
  assert.deepEqual((await placeAt(far))?.counters, ['Counter 7'])
  await until(async () => (await stateAt(far)) === 'came', 'the right')
  assert.equal((await far.list()).prescriptions[0]?.lines[0]?.mayGive, 6)
  assert.deepEqual((await give(near, order, 1)).kind, 'refused')
  assert.equal((await give(far, order, 6)).kind, 'given')
})

test('an open list is not taken away: one key lets it go', async () => {
  const { far, near, order } = await twoShops()
  await near.list()
  assert.equal((await claim(far, order.id)).kind, 'asked')
  await until(async () => (await placeAt(near))?.wantedBy === 'Counter 3', 'the wish')
  assert.deepEqual([await stateAt(far), await stateAt(near)], ['asked', 'here'])
  assert.equal(await near.terminal.want('right.yield', { prescriptionId: order.id }), true)
  await until(async () => (await stateAt(far)) === 'came', 'the right')
  assert.equal(await stateAt(near), 'there')
})

test('closing the list lets it go', async () => {
  const { far, near, order } = await twoShops()
  await near.list()
  await claim(far, order.id)
  await until(async () => (await placeAt(near))?.wantedBy === 'Counter 3', 'the wish')
  await near.terminal.want('pick.leave')
  await until(async () => (await stateAt(far)) === 'came', 'the right')
})

test('without a line nothing moves, and each counter gives only what it holds', async () => {
  const { far, near, order } = await twoShops()
  far.cut(true)
  near.cut(true)
  await until(async () => (await claim(far, order.id)).kind === 'offline', 'the cut')
  assert.equal((await give(far, order, 1)).kind, 'refused')
  assert.equal((await give(near, order, 10)).kind, 'given')
  assert.equal((await give(near, order, 1)).kind, 'refused')
})

test('a stopped prescription is given nowhere, and its right goes back by itself', async () => {
  const { hims, near, order } = await twoShops()
  await order.load({ status: 'stopped' })
  await until(async () => (await stateAt(near)) === 'stopped', 'the stop')
  assert.equal((await give(near, order, 1)).kind, 'refused')
  const ended = () => hims.inside.store.selectFrom('ended_right').select('units').executeTakeFirst()
  await until(async () => (await ended())?.units === 10, 'the return')
})

test('a database put back from a copy gives nothing by its rights, with or without a line', async () => {
  const { near, order } = await twoShops()
  await near.terminal.close()
  const [file, copy] = [join(near.folder, 'terminal.db'), join(near.folder, 'copy')]
  copyFileSync(file, copy)
  const again = async (): Promise<Shop> => {
    const terminal = await fakeTerminal(near.folder, 'pharmacy', {
      now: () => new Date(),
      transport: () => near.transport,
    })
    await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
    return {
      ...near,
      terminal,
      list: async () =>
        pharmacy.channels['pick.open'].output
          .unwrap()
          .parse(await terminal.want('pick.open', { personId: someone.id })),
    }
  }
  const usual = await again()
  assert.equal((await give(usual, order, 4)).kind, 'given', 'opened once more it is no copy')
  await usual.terminal.close()
  copyFileSync(copy, file)
  const old = await again()
  assert.equal(await stateAt(old), 'locked')
  assert.deepEqual(await give(old, order, 1), { kind: 'refused', reason: 'no-right', itemId: order.itemId })
  const link = async () =>
    z.object({ link: z.object({ kind: z.string() }) }).parse(await old.terminal.want('terminal.status')).link.kind
  await until(async () => (await link()) === 'refused', 'the fence, though HIMS has seen nothing wrong')
  await old.terminal.want('sync.begin-again')
  await until(async () => (await link()) === 'online', 'a new epoch')
  await until(async () => (await stateAt(old)) === 'there', 'the old right, which stays locked')
  assert.equal((await give(old, order, 1)).kind, 'refused')
  await old.terminal.close()
})

const supplied = pharmacy.channels['supply.give'].output
const supply = async (
  { terminal }: Shop,
  { id, itemId }: { readonly id: PrescriptionId; readonly itemId: PrescriptionItemId },
  more: object = {},
) =>
  supplied.parse(
    await terminal.want('supply.give', {
      prescriptionId: id,
      itemId,
      lotId: 'l1',
      quantity: 2,
      reason: 'No line, and the dose is due',
      witness: 'bina',
      pin: '2468',
      ...more,
    }),
  )

test('two people give a day’s medicine without a right; it is shown and counted apart', async () => {
  const { hims, far, near, order } = await twoShops()
  assert.equal((await far.list()).prescriptions[0]?.lines[0]?.emergency, 2)
  const why = async (more: object = {}) => {
    const answer = await supply(far, order, more)
    return answer.kind === 'refused' ? answer.reason : answer.kind
  }
  assert.equal(await why({ quantity: 3 }), 'more-than-a-day')
  assert.equal(await why({ witness: 'asha' }), 'one-person')
  assert.equal(await why({ pin: '1111' }), 'wrong')
  const refused = await supply(near, order)
  assert.deepEqual(refused, { kind: 'refused', reason: 'right-here' })
  far.cut(true)
  assert.equal(await why(), 'given')
  assert.equal(await why({ quantity: 1 }), 'more-than-a-day', 'a day’s medicine once a day')
  const list = await far.list()
  assert.deepEqual(
    list.supplies.map(({ supply: { quantity, operator, witness } }) => [quantity, operator, witness]),
    [[2, 'asha', 'bina']],
  )
  assert.deepEqual([list.prescriptions[0]?.lines[0]?.given, list.prescriptions[0]?.lines[0]?.lots[0]?.here], [0, 48])
  far.cut(false)
  await until(async () => (await near.list()).supplies.length === 1, 'the supply at the other counter')
  assert.equal((await near.list()).prescriptions[0]?.lines[0]?.mayGive, 10)
  assert.equal((await hims.inside.store.selectFrom('notice').selectAll().execute()).length, 1)
})
