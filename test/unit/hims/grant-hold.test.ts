import assert from 'node:assert/strict'
import { test } from 'node:test'

import { RightId, TerminalId } from '../../../domain/id.ts'
import { RightReply } from '../../../domain/wire/right.ts'
import type { ToldRight } from '../../../domain/wire/right.ts'
import { HelloReply } from '../../../domain/wire/sync.ts'
import { giveRights } from '../../../hims/right/give-rights.ts'
import { endHold } from '../../../hims/right/grant-hold.ts'
import { rightMatters } from '../../../hims/right/matters.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'
import { said, twoPharmacies } from './two-pharmacies.ts'

const HOUR = 3_600_000

const greet = async (terminal: TestTerminal) => {
  const { body } = await terminal.call('POST', '/sync/v1/hello', { schema: 3, epoch: 1, nextN: 1, cursor: 0 })
  return HelloReply.parse(body).tellRights ?? []
}

const tell = async (terminal: TestTerminal, rights: readonly ToldRight[] = [], more = false) => {
  const { status, body } = await terminal.call('POST', '/sync/v1/right', { kind: 'told', rights, more })
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(RightReply.parse(body).answer, null)
}

test('a HIMS from a copy gives nothing new until all its pharmacies have told what they hold', async (t) => {
  const { hims, holder, other, bring, claim, open } = await twoPharmacies(t)
  await holder.push([bring(1, 10)])
  assert.deepEqual(await open(), [], 'nobody holds the ten')
  assert.deepEqual(await greet(other), [], 'nothing is asked of anybody in everyday work')
  await hims.declareRestored()
  assert.deepEqual([await greet(holder), await greet(other)], [[holder.id], [other.id]])
  assert.deepEqual(await claim(other), { kind: 'none', cause: 'locked' })
  await hims.inside.commit(1, (store) => giveRights(store, hims.inside.world))
  assert.deepEqual(await open(), [], 'nor by itself')
  await tell(other)
  assert.deepEqual(await greet(other), [])
  assert.deepEqual(await claim(other), { kind: 'none', cause: 'locked' })
  await tell(holder, [], true)
  assert.deepEqual(await claim(other), { kind: 'none', cause: 'locked' }, 'there is more to come')
  await tell(holder)
  assert.deepEqual(await open(), [['holder', 10]], 'now the ten go to whom such rights go first')
})

test('a right that was given in the lost life is known again, and what was given by it counts once', async (t) => {
  const { hims, holder, other, first, bring, give, open, claim } = await twoPharmacies(t)
  await holder.push([bring(1, 10)])
  await hims.declareRestored()
  // In the life that was lost the other pharmacy was given the ten, and gave four of them.
  const lost = { ...first, id: RightId.parse(newId()), holder: TerminalId.parse(other.id), left: 6 }
  assert.deepEqual(said(await other.push([give(1, 4, other, lost.id)])), ['parked'])
  await tell(holder)
  // Somebody else's right, or one of another epoch, is not this pharmacy's to tell.
  await tell(
    other,
    [{ right: { ...lost, id: RightId.parse(newId()), holder: TerminalId.parse(holder.id) }, units: 10 }],
    true,
  )
  await tell(other, [{ right: { ...lost, id: RightId.parse(newId()), epoch: 2 }, units: 10 }], true)
  await tell(other, [{ right: lost, units: 10 }])
  assert.deepEqual(await open(), [['other', 6]])
  assert.equal((await claim(holder)).kind, 'asked', 'its holder is asked; nothing is given a second time')
  await tell(other, [{ right: lost, units: 10 }])
  assert.deepEqual(said(await other.push([give(2, 6, other, lost.id), give(3, 1, other, lost.id)])), [
    'applied',
    'over-right',
  ])
  assert.deepEqual(await open(), [])
})

test('a pharmacy that never comes again is waited for until somebody decides, or as long as was said', async (t) => {
  const { hims, holder, other, bring, open } = await twoPharmacies(t)
  const tomorrow = { ...hims.inside.world, now: () => Date.now() + 24 * HOUR }
  const give = (holdGrantsFor: number | null = null) =>
    hims.inside.commit(1, (store) => giveRights(store, { ...tomorrow, holdGrantsFor }))
  await holder.push([bring(1, 10)])
  await hims.declareRestored()
  await tell(holder)
  await give()
  assert.deepEqual(await open(), [])
  const missing = (await rightMatters(hims.inside.store)).filter(({ kind }) => kind === 'unheard')
  assert.deepEqual(
    missing.map(({ terminal }) => terminal),
    [other.id],
  )
  await give(25 * HOUR)
  assert.deepEqual(await open(), [])
  await give(23 * HOUR)
  assert.deepEqual(await open(), [['holder', 10]])
  await holder.push([bring(2, 10, null, (await rightOf(other)) ?? '')])
  await hims.declareRestored()
  assert.equal(await hims.inside.commit(1, (store) => endHold(store, null)), 2)
  await give()
  assert.deepEqual(await open(), [['holder', 10]])
})

async function rightOf(terminal: TestTerminal): Promise<string | null> {
  const { body } = await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })
  const changes = Array.isArray(body['changes']) ? body['changes'] : []
  return changes.find(({ table, row }) => table === 'right' && row.left > 0)?.row.id ?? null
}
