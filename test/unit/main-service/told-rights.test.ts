import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'

import { pharmacy } from '../../../contract/pharmacy.ts'
import { Right } from '../../../domain/pharmacy/prescription.ts'
import { openStore } from '../../../main/store/store.ts'
import { rightsToTell } from '../../../main/store/told-rights.ts'
import { pharmacies } from '../../fake/two-pharmacies.ts'
import { closeTerminals, storeKey, until } from '../../fake/world.ts'

let close = async () => {}
afterEach(async () => {
  await closeTerminals()
  await close()
})

test('a pharmacy tells a HIMS from a copy what it was given since, and that is not given a second time', async () => {
  const place = await pharmacies()
  close = place.close
  const { hims } = place
  const [far, near] = [await place.shop('Counter 3'), await place.shop('Counter 7')]
  const order = await place.prescribe()
  const here = async () => (await near.list()).prescriptions[0]?.place.state.kind === 'here'
  await until(here, 'the right at the near counter')
  const { store, commit } = hims.inside
  const rights = async () =>
    (await store.selectFrom('record').select('row').where('name', '=', 'right').execute()).map(({ row }) =>
      Right.parse(JSON.parse(row)),
    )
  const [given] = await rights()
  assert.ok(given)
  // As in a copy from before the right was given: the ten are nobody's there.
  near.cut(true)
  far.cut(true)
  const written = await near.terminal.want('dispense.give', {
    prescriptionId: order.id,
    lines: [{ itemId: order.itemId, lotId: 'l1', quantity: 4 }],
  })
  assert.equal(pharmacy.channels['dispense.give'].output.parse(written).kind, 'given')
  await commit(1, async (write) => {
    for (const table of ['record', 'record_history', 'term'] as const) {
      await write.deleteFrom(table).where('name', '=', 'right').execute()
    }
    const owed = { item: order.itemId, prescription: order.id, units: 10 }
    await write.insertInto('ungiven_right').values(owed).execute()
  })
  await hims.declareRestored()
  far.cut(false)
  await far.terminal.want('sync.now')
  const unheard = async () => (await store.selectFrom('grant_hold').select('terminal').execute()).length
  await until(async () => (await unheard()) === 1, 'the far counter to tell')
  const asked = pharmacy.channels['right.claim'].output.parse(
    await far.terminal.want('right.claim', { prescriptionId: order.id }),
  )
  assert.notEqual(asked.kind, 'given')
  assert.deepEqual(await rights(), [], 'nobody is given anything before the near counter has told')
  near.cut(false)
  await near.terminal.want('sync.now')
  await until(async () => (await unheard()) === 0, 'the near counter to tell')
  await until(async () => (await rights())[0]?.left === 6, 'what was given to count')
  assert.deepEqual(await rights(), [{ ...given, left: 6 }])
  assert.deepEqual(await store.selectFrom('ungiven_right').selectAll().execute(), [])
  await closeTerminals()
  const own = openStore({ folder: near.folder, key: storeKey, role: 'pharmacy', seed: new Uint8Array(32) })
  assert.ok(own.ok)
  const told = rightsToTell(own.value, new Date())
  own.value.close()
  assert.deepEqual(told, [{ right: { ...given, left: 6 }, units: 10 }])
})
