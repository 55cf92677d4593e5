import assert from 'node:assert/strict'
import { test } from 'node:test'

import { hospital } from './hospital.ts'
import { hubBelow, until } from './hub-below.ts'

test('a hub that came back from a copy counts anew under a new epoch', async (t) => {
  const above = await hospital(t)
  const { hims } = await hubBelow(t, above)
  const self = () => hims.inside.store.selectFrom('hub_self').select(['epoch', 'next_n']).executeTakeFirstOrThrow()
  const before = await self()
  // HIMS has numbers that this copy has not given yet.
  const known = above.hims.inside.store.updateTable('terminal').set({ last_n: before.next_n + 4 })
  await known.where('role', '=', 'hub').execute()
  hims.inside.hub?.wake()
  await until(async () => (await self()).epoch === before.epoch + 1, 'a new epoch')
  assert.equal((await self()).next_n, 1)
  await until(() => hims.inside.hub?.link().kind === 'online', 'the hub to go on')
})
