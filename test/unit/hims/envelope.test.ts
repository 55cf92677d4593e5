import assert from 'node:assert/strict'
import { sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { test } from 'node:test'

import { TerminalId } from '../../../domain/id.ts'
import { EnrolReply } from '../../../domain/wire/sync.ts'
import type { TerminalTable } from '../../../hims/database/schema.ts'
import { openEnvelope, envelopeOf } from '../../../hims/sync/envelope.ts'
import { takeStrays } from '../../../hims/mutation/push.ts'
import { signedHeaders } from '../../../sync/identity.ts'
import { hospital, mutation, person, registered } from './hospital.ts'
import { newKey, postEnrol, terminalWith } from './terminal.ts'

const row: TerminalTable = {
  id: '',
  number: 1,
  role: 'desk',
  label: 'One',
  facility: '',
  public_key: '',
  epoch: 1,
  last_n: 0,
  enrolled_at: '',
  retired_at: null,
}

/** A push as its terminal would sign it, carried by somebody else. */
function signedBy(terminal: string, key: KeyObject, body: string) {
  const request = { method: 'POST', path: '/sync/v1/push', query: '?', body } as const
  const identity = { keyId: terminal, sign: (message: Uint8Array) => sign(null, message, key) }
  const headers: Readonly<Record<string, string | undefined>> = {
    ...signedHeaders(request, identity, { created: 1_795_000_000, nonce: 'abcdefghijkl' }),
    'content-type': 'application/json',
  }
  const raw = { method: 'POST', url: request.path, header: (name: string) => headers[name], body: Buffer.from(body) }
  return {
    ...envelopeOf({ ...row, id: terminal }, raw),
    terminal: TerminalId.parse(terminal),
  }
}

test('an envelope says what its terminal signed, and nothing else', async (t) => {
  const { base, hims } = await hospital(t)
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'One' })
  const key = newKey()
  const { terminal } = EnrolReply.parse((await postEnrol(base, code, key.publicKey)).body)
  const body = JSON.stringify({ epoch: 1, mutations: [registered(1, person())] })
  const genuine = signedBy(terminal, key.privateKey, body)
  const { store } = hims.inside
  const opened = await openEnvelope(store, genuine)
  assert.ok(opened.ok)
  assert.equal(opened.value.terminal.id, terminal)
  const forged = await openEnvelope(store, signedBy(terminal, newKey().privateKey, body))
  assert.ok(!forged.ok && forged.problem.problem === 'bad-signature')
  const bent = await openEnvelope(store, {
    ...genuine,
    body: Buffer.from(body.replace('"n":1', '"n":2')).toString('base64'),
  })
  assert.ok(!bent.ok && bent.problem.problem === 'bad-signature')
})

test('what was signed in an epoch that has ended counts once, by its id', async (t) => {
  const { base, hims } = await hospital(t)
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'One' })
  const key = newKey()
  const { terminal } = EnrolReply.parse((await postEnrol(base, code, key.publicKey)).body)
  const asha = person()
  const body = JSON.stringify({ epoch: 1, mutations: [registered(1, asha)] })
  const opened = await openEnvelope(hims.inside.store, signedBy(terminal, key.privateKey, body))
  assert.ok(opened.ok)
  const { push } = opened.value
  const later = { ...opened.value.terminal, epoch: 2 }
  const world = { at: '2026-11-22T05:00:00.000Z', faultOf: hims.inside.engine.faultOf }
  const take = () => hims.inside.commit(1, (store) => takeStrays(store, later, push, world))
  assert.deepEqual(await take(), [{ n: 1, kind: 'applied' }])
  assert.deepEqual(await take(), [{ n: 1, kind: 'applied' }])
  const kept = await hims.inside.store.selectFrom('record').select('id').where('name', '=', 'person').execute()
  assert.deepEqual(kept, [{ id: asha.id }])
})

test('what comes after a word of the hub that could not be taken waits for it', async (t) => {
  const { base, hims } = await hospital(t)
  const join = async (role: 'hub' | 'desk') => {
    const { code } = await hims.createEnrolment({ role, label: role })
    const key = newKey()
    const { body } = await postEnrol(base, code, key.publicKey)
    const reply = EnrolReply.parse({ ...body, role: 'desk' })
    const signed = (mutations: readonly object[]) =>
      signedBy(reply.terminal, key.privateKey, JSON.stringify({ epoch: 1, mutations }))
    return { signed, terminal: terminalWith(base, reply, key.privateKey) }
  }
  const [hub, desk] = [await join('hub'), await join('desk')]
  const early = { ...mutation(2, {}), body: { kind: 'hub.recorded', rows: [] } }
  const envelopes = [hub.signed([early]), desk.signed([registered(1, person())])]
  const { body } = await hub.terminal.call('POST', '/sync/v1/forward', { envelopes })
  assert.deepEqual(body['answers'], [{ kind: 'refused', problem: 'gap', expected: 1 }])
  const kept = await hims.inside.store.selectFrom('record').select('id').where('name', '=', 'person').execute()
  assert.deepEqual(kept, [])
})
