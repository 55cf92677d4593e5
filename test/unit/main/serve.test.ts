import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import type { Reply } from '../../../contract/channel.ts'
import { channel } from '../../../contract/channel.ts'
import { desk } from '../../../contract/desk.ts'
import { admin } from '../../../contract/admin.ts'
import { display } from '../../../contract/display.ts'
import { doctor } from '../../../contract/doctor.ts'
import { kiosk } from '../../../contract/kiosk.ts'
import { pharmacy } from '../../../contract/pharmacy.ts'
import { serve } from '../../../main/ipc/serve.ts'

const contract = { 'sum.add': channel(z.strictObject({ a: z.int(), b: z.int() }), z.int()) }
const refusalOf = (reply: Reply) => (reply.ok ? null : reply.refusal)
const us = { trusted: true }
const never = () => assert.fail('was reported')

test('a checked question gets a checked answer', async () => {
  const answer = serve(
    contract,
    async (_name, input) => ({ ok: true, value: z.object({ a: z.int() }).parse(input).a }),
    never,
  )
  assert.deepEqual(await answer(us, 'sum.add', { a: 2, b: 3 }), { ok: true, value: 2 })
})

test('a frame that is not ours gets nothing', async () => {
  const answer = serve(contract, () => assert.fail('was asked'), never)
  assert.deepEqual(await answer({ trusted: false }, 'sum.add', { a: 1, b: 2 }), {
    ok: false,
    refusal: 'untrusted-sender',
    paths: [],
  })
})

for (const name of ['sum', '__proto__', 'constructor', 'toString', 7, null, undefined, {}]) {
  test(`no channel is called ${JSON.stringify(name)}`, async () => {
    const answer = serve(contract, () => assert.fail('was asked'), never)
    const reply = await answer(us, name, {})
    assert.equal(refusalOf(reply), 'unknown-channel')
  })
}

for (const payload of [
  null,
  [],
  1,
  'x',
  { a: 1 },
  { a: 1, b: '2' },
  { a: 1, b: 2, c: 3 },
  { a: 1.5, b: 2 },
  new Map(),
]) {
  test(`sum.add refuses ${JSON.stringify(payload)}`, async () => {
    const answer = serve(contract, () => assert.fail('was asked'), never)
    const reply = await answer(us, 'sum.add', payload)
    assert.equal(refusalOf(reply), 'malformed-request')
  })
}

test('a wrong answer and a thrown one stay inside, and are reported', async () => {
  const reported: string[] = []
  const report = (_fault: unknown, where: string) => void reported.push(where)
  const wrong = serve(contract, async () => ({ ok: true, value: 'five' }), report)
  const thrown = serve(contract, () => Promise.reject(new Error('a secret')), report)
  const [one, two] = [await wrong(us, 'sum.add', { a: 2, b: 3 }), await thrown(us, 'sum.add', { a: 2, b: 3 })]
  assert.equal(refusalOf(one), 'malformed-reply')
  assert.deepEqual(two, { ok: false, refusal: 'internal', paths: [] })
  assert.deepEqual(reported, ['sum.add', 'sum.add'])
})

test('a kiosk can ask nothing that staff can, and no role has more than a hundred channels', () => {
  const asked = Object.keys(kiosk.channels)
  for (const name of ['person.search', 'person.open', 'session.unlock', 'pick.open', 'sync.waiting', 'scan.text']) {
    assert.ok(!asked.includes(name), name)
  }
  for (const role of [desk, pharmacy, kiosk, doctor, display, admin])
    assert.ok(Object.keys(role.channels).length <= 100, role.role)
})
