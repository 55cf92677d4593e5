import assert from 'node:assert/strict'
import { test } from 'node:test'

import { hospital, registered } from './hospital.ts'
import { newId, newKey, terminalWith } from './terminal.ts'

const seconds = (): number => Math.floor(Date.now() / 1000)

test('only what the terminal signed, now and once, is believed', async (t) => {
  const { base, enrol } = await hospital(t)
  const desk = await enrol('desk')
  const body = { epoch: 1, mutations: [registered(1)] }
  const other = JSON.stringify({ epoch: 1, mutations: [registered(1)] })
  const push = (tamper: object) => desk.call('POST', '/sync/v1/push', body, tamper)

  const unfit = await push({ sentBody: other })
  assert.deepEqual([unfit.status, unfit.body['detail']], [401, 'content-digest does not fit the body'])
  const resigned = await push({ sentBody: other, digestOf: `${other} ` })
  assert.equal(resigned.status, 401)
  const late = await push({ created: seconds() - 700 })
  assert.equal(late.status, 401)
  assert.match(String(late.body['detail']), /^clock-skew: HIMS has \d{4}-/)
  assert.match(String((await push({ created: seconds() + 700 })).body['detail']), /^clock-skew/)
  assert.equal((await push({ created: seconds() - 500, nonce: 'once-and-never' })).status, 200)
  const replay = await push({ created: seconds() - 500, nonce: 'once-and-never' })
  assert.deepEqual([replay.status, replay.body['detail']], [401, 'nonce used before'])
  const stranger = await push({ keyId: newId() })
  assert.deepEqual([stranger.status, stranger.body['problem']], [401, 'not-enrolled'])

  const forger = terminalWith(base, desk.reply, newKey().privateKey)
  assert.deepEqual((await forger.push([registered(2)])).body['detail'], 'signature does not fit')
  const naked = await fetch(`${base}/sync/v1/pull`, { method: 'POST', body: '{"cursor":0,"limit":1}' })
  assert.equal(naked.status, 401)
})

test('what nobody should send is answered without a trace of the inside', async (t) => {
  const { base, enrol } = await hospital(t)
  const desk = await enrol('desk')
  assert.equal((await desk.call('POST', '/sync/v1/pull', { cursor: -1, limit: 1 })).status, 400)
  assert.equal((await desk.call('POST', '/sync/v1/pull', 'text')).status, 400)
  assert.equal((await desk.call('GET', '/sync/v1/card/zz')).status, 400)
  const huge = await fetch(`${base}/sync/v1/push`, { method: 'POST', body: 'x'.repeat(5_000_000) })
  assert.equal(huge.status, 413)
  for (const path of ['/', '/sync/v1/none', '/sync/v1/%c0']) {
    const answer = await fetch(base + path)
    assert.ok(answer.status >= 400 && answer.status < 500)
    assert.doesNotMatch(await answer.text(), /at .*\.ts|node_modules/)
  }
})
