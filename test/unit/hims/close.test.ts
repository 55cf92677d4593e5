import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { EnrolReply } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { ed25519PublicKey, ed25519Sign } from '../../../main/crypto/ed25519.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import { signedHeaders } from '../../../sync/identity.ts'
import { freshPath } from './hospital.ts'
import { postEnrol } from './terminal.ts'
import { rows } from './row.ts'

test('a poke that waits does not hold up the end of a HIMS', async (t) => {
  const hims = await openHims({ database: `sqlite:${freshPath(t)}`, now: Date.now, random: randomBytes })
  await hims.load(rows)
  const server = himsServer(hims)
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Desk' })
  const seed = randomBytes(32)
  const publicKey = Buffer.from(ed25519PublicKey(seed)).toString('hex')
  const { terminal } = EnrolReply.parse((await postEnrol(base, code, publicKey)).body)
  const identity = { keyId: terminal, sign: (message: Uint8Array) => ed25519Sign(seed, message) }
  const poke = { method: 'GET', path: '/sync/v1/poke', query: '?cursor=999999', body: '', patience: 30_000 } as const
  const proof = signedHeaders(poke, identity, { created: Math.floor(Date.now() / 1000), nonce: 'AAECAwQFBgcICQoL' })
  // A terminal keeps its connections.
  const waiting = axiosTransport(base)({ ...poke, headers: proof }, new AbortController().signal)
  await new Promise((resolve) => setTimeout(resolve, 300))
  // The disk is busy, so that the poke is answered only after the end has begun.
  const busy = hims.inside.commit(1, () => new Promise((resolve) => setTimeout(resolve, 700)))
  await new Promise((resolve) => setTimeout(resolve, 50))
  const began = performance.now()
  await server.close()
  assert.ok(performance.now() - began < 5000, 'it ends at once')
  const answer = await waiting
  assert.equal(answer.kind === 'answer' ? answer.status : answer.kind, 200)
  await busy
  await hims.close()
})
