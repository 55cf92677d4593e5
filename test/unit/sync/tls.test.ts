import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { X509Certificate, randomBytes } from 'node:crypto'

import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { readTls } from '../../../hims/tls.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { WireAnswer } from '../../../sync/transport.ts'
import { spkiPin } from '../../../sync/trust.ts'
import { removeFolder, temporaryFolder } from '../../fake/world.ts'

const folder = temporaryFolder()
after(() => removeFolder(folder))
const path = (name: string) => join(folder, name)
const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

const key = (name: string) => openssl('genpkey', '-algorithm', 'ED25519', '-out', `${name}.key`)

function authority(name: string): void {
  key(name)
  openssl('req', '-x509', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-days', '30', '-out', `${name}.pem`)
}

/** A certificate of an authority for a host, good for so many days. */
function certificate(name: string, ca: string, host: string, days = 30): void {
  openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`)
  writeFileSync(path(`${name}.ext`), `subjectAltName=${host}\n`)
  const period = ['-days', String(days)]
  const signer = ['-CA', `${ca}.pem`, '-CAkey', `${ca}.key`, '-CAcreateserial']
  openssl('x509', '-req', '-in', `${name}.csr`, ...signer, '-extfile', `${name}.ext`, ...period, '-out', `${name}.pem`)
}

const text = (name: string) => readFileSync(path(name), 'utf8')
const pinOf = (name: string) => spkiPin(new X509Certificate(text(`${name}.pem`)))

const HOST = 'IP:127.0.0.1'
authority('ca')
authority('other-ca')
for (const name of ['hims', 'next', 'expired', 'host', 'stranger']) key(name)
certificate('hims', 'ca', HOST)
certificate('next', 'ca', HOST)
certificate('host', 'ca', 'DNS:elsewhere.example')
certificate('stranger', 'other-ca', HOST)
certificate('expired', 'ca', HOST, -1)

async function ask(
  name: string,
  pins: readonly string[],
  maxVersion: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3',
): Promise<WireAnswer> {
  const options = { cert: text(`${name}.pem`), key: text(`${name}.key`), maxVersion, minVersion: 'TLSv1.2' } as const
  const server = createServer(options, (_, reply) => reply.setHeader('content-type', 'application/json').end('{}'))
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port }: AddressInfo = Object(server.address())
  try {
    const transport = axiosTransport(`https://127.0.0.1:${port}`, { pins, ca: text('ca.pem') })
    const request = { method: 'POST', path: '/x', query: '?', headers: {}, body: '{}', patience: 30_000 } as const
    return await transport(request, new AbortController().signal)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const status = (answer: WireAnswer): unknown => (answer.kind === 'answer' ? answer.status : answer)
const untrusted = (reason: string) => ({ kind: 'untrusted', reason })

test('the key that is pinned is HIMS, and so is the next one while both are', async () => {
  assert.equal(status(await ask('hims', [pinOf('hims')])), 200)
  const both = [pinOf('hims'), pinOf('next')]
  assert.equal(status(await ask('next', both)), 200)
  assert.equal(status(await ask('hims', both)), 200)
  assert.deepEqual(await ask('hims', [pinOf('next')]), untrusted('wrong-pin'), 'once the old one is gone')
})

test('without pins the authority alone decides', async () => {
  assert.equal(status(await ask('next', [])), 200)
  assert.equal(status(await ask('next', [], 'TLSv1.2')), 200)
  assert.deepEqual(await ask('stranger', []), untrusted('wrong-ca'))
})

for (const [name, reason] of [
  ['stranger', 'wrong-ca'],
  ['expired', 'expired'],
  ['host', 'wrong-host'],
] as const) {
  test(`a server with ${reason} is told from all others, although its key is pinned`, async () => {
    assert.deepEqual(await ask(name, [pinOf(name)]), untrusted(reason))
  })
}

test('a terminal with pins speaks TLS 1.3 or nothing', async () => {
  assert.deepEqual(await ask('hims', [pinOf('hims')], 'TLSv1.2'), untrusted('old-tls'))
})

test('HIMS serves with a certificate and says what to pin', async (t) => {
  const tls = readTls({ cert: path('hims.pem'), key: path('hims.key') })
  assert.ok(tls.ok)
  assert.equal(tls.value.pin, pinOf('hims'))
  assert.equal(readTls({ cert: path('none.pem'), key: path('hims.key') }).ok, false)
  const hims = await openHims({ database: ':memory:', now: Date.now, random: randomBytes })
  const server = himsServer(hims, undefined, { tls: tls.value })
  t.after(async () => {
    await server.close()
    await hims.close()
  })
  const base = (await server.listen({ host: '127.0.0.1', port: 0 })).replace(/^http:/, 'https:')
  const transport = axiosTransport(base, { pins: [tls.value.pin], ca: text('ca.pem') })
  const request = {
    method: 'POST',
    path: '/sync/v1/hello',
    query: '?',
    headers: {},
    body: '{}',
    patience: 30_000,
  } as const
  assert.equal(status(await transport(request, new AbortController().signal)), 401)
})
