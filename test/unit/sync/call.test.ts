import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'

import { readSignatureInput } from '../../../domain/wire/signature.ts'
import { caller } from '../../../sync/call.ts'
import type { Transport, WireAnswer } from '../../../sync/transport.ts'
import { handTimers, realTimers } from '../../fake/world.ts'

const shape = z.object({ a: z.int() })
const identity = { keyId: 'terminal-1', sign: () => new Uint8Array(64) }
const ask = { method: 'POST', path: '/sync/v1/hello', body: {}, shape, identity } as const
const now = () => new Date('2026-11-22T05:00:00.000Z')

const world = (transport: Transport, after = realTimers.after) => ({
  transport,
  now,
  nonce: () => 'nonce-nonce',
  after,
  signal: new AbortController().signal,
})
const json = (status: number, body: string, rest: Record<string, string> = {}): WireAnswer => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...rest },
  body,
})

test('a clock that is wrong learns the time of HIMS and asks once more', async () => {
  const times: number[] = []
  const transport: Transport = async ({ headers }) => {
    const created = readSignatureInput(headers['signature-input'] ?? '')?.created ?? 0
    times.push(created)
    const right = Date.parse('2026-11-22T09:00:00.000Z') / 1000
    const date = { date: 'Sun, 22 Nov 2026 09:00:00 GMT' }
    return created === right ? json(200, '{"a":1}', date) : json(401, '{"problem":"bad-signature"}', date)
  }
  const call = caller(world(transport))
  const first = await call(ask)
  assert.deepEqual(first.ok && first.value.value, { a: 1 })
  assert.equal((await call(ask)).ok, true)
  assert.equal(times.length, 3, 'the next question has the right time at once')
})

test('questions on their way together each learn it', async () => {
  const date = { date: 'Sun, 22 Nov 2026 09:00:00 GMT' }
  const right = Date.parse(date.date) / 1000
  const transport: Transport = async ({ headers }) => {
    const created = readSignatureInput(headers['signature-input'] ?? '')?.created
    return created === right ? json(200, '{"a":1}', date) : json(401, '{"problem":"bad-signature"}', date)
  }
  const call = caller(world(transport))
  const both = await Promise.all([call(ask), call(ask)])
  assert.deepEqual(
    both.map(({ ok }) => ok),
    [true, true],
  )
})

const answers: readonly (readonly [string, WireAnswer, object])[] = [
  ['nothing', { kind: 'lost' }, { kind: 'unreachable' }],
  ['HTML', json(200, '<p>', { 'content-type': 'text/html' }), { kind: 'not-hims', reason: 'content-type' }],
  ['JSON that is cut', json(200, '{"a":'), { kind: 'not-hims', reason: 'unreadable' }],
  ['another shape', json(200, '{"b":1}'), { kind: 'not-hims', reason: 'shape' }],
  ['a redirect', json(302, ''), { kind: 'not-hims', reason: 'status' }],
  ['a portal', json(511, '{}'), { kind: 'not-hims', reason: 'status' }],
  ['too many requests', json(429, '', { 'retry-after': '7' }), { kind: 'busy', retryAfter: 7000 }],
  ['a broken gateway', json(502, 'Bad Gateway'), { kind: 'busy', retryAfter: null }],
  ['a newer schema', json(426, '{"problem":"schema-too-old"}'), { kind: 'update-needed' }],
  ['a gap', json(409, '{"problem":"gap","expected":4}'), { kind: 'problem', problem: 'gap', expected: 4 }],
]
for (const [name, answer, problem] of answers) {
  test(`${name} as an answer`, async () => {
    assert.deepEqual(await caller(world(async () => answer))(ask), { ok: false, problem })
  })
}

test('an answer that never comes is given up, and the transport told', async () => {
  const timers = handTimers()
  let told = false
  const transport: Transport = (_, signal) => {
    signal.addEventListener('abort', () => (told = true))
    return new Promise(() => {})
  }
  const asked = caller(world(transport, (ms, run) => timers.after(ms, run)))(ask)
  timers.move(60_000)
  assert.deepEqual(await asked, { ok: false, problem: { kind: 'unreachable' } })
  assert.equal(told, true)
})
