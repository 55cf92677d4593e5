import assert from 'node:assert/strict'
import { test } from 'node:test'

import { recordOfHub } from '../../../hims/mutation/hub-record.ts'
import { hospital, person, registered } from './hospital.ts'
import { hubBelow, terminalAt, until } from './hub-below.ts'
import { rowsOf, twoPharmacies } from './two-pharmacies.ts'

test('what a hub took under an epoch that has ended since is kept', async (t) => {
  const above = await hospital(t)
  const hub = await hubBelow(t, above)
  const desk = await terminalAt(above, hub, 'desk')
  const hello = { schema: 3, epoch: 1, nextN: 1, cursor: 0 }
  const greeted = async () => (await desk.hub.call('POST', '/sync/v1/hello', hello)).status === 200
  await until(greeted, 'the hub to know the desk')
  hub.line.up = false
  assert.equal((await desk.hub.push([registered(1, person())])).status, 200)
  await desk.direct.call('POST', '/sync/v1/hello', { ...hello, epoch: 2 })
  hub.line.up = true
  await hub.drained()
  assert.equal((await rowsOf(desk.direct, 'person')).length, 1)
})

test('a hub that has not heard of a dispensing yet does not contradict it', async (t) => {
  const { hims, holder, first, give, open } = await twoPharmacies(t)
  await holder.push([give(1, 4, holder)])
  const { commit, store } = hims.inside
  const terminal = await store.selectFrom('terminal').selectAll().where('id', '=', holder.id).executeTakeFirstOrThrow()
  const said = [{ table: 'right', row: first }]
  const at = '2026-11-22T05:02:00.000Z'
  const outcome = await commit(1, (write) => recordOfHub({ store: write, terminal, at }, said))
  assert.equal(outcome.kind, 'applied')
  assert.deepEqual(await open(), [['holder', 6]])
  assert.equal((await rowsOf(holder, 'dispense')).length, 1)
})
