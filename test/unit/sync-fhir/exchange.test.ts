import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

import { credentialOf } from '../../../sync/fhir/credential.ts'
import { exchange } from '../../../sync/fhir/exchange.ts'
import { localCode, localId } from '../../../sync/fhir/local-id.ts'
import { pages } from '../../../sync/fhir/pull.ts'
import { bodyText } from '../../../sync/transport.ts'
import type { Transport, WireAnswer } from '../../../sync/transport.ts'
import { cardIdentifier, cardsOf } from '../../../domain/fhir/card-identifier.ts'
import { CardRecord } from '../../../domain/card/card-record.ts'
import { realTimers } from '../../fake/world.ts'
import { newId } from '../main-service/fixture.ts'

type Answer = Extract<WireAnswer, { readonly kind: 'answer' }>

const fhir = (body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/fhir+json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
})

const asking = (transport: Transport) => {
  const signal = new AbortController().signal
  const access = { kind: 'token', token: 'one' } as const
  const credential = credentialOf(access, { transport: () => transport, now: () => new Date(), signal })
  return exchange({ transport, credential, after: realTimers.after, signal })
}

test('a token that ran out is asked for anew, once', async () => {
  const asked: string[] = []
  let good = 'token-2'
  const transport: Transport = async ({ path, headers, body }) => {
    if (path === '/token') {
      assert.match(bodyText(body), /grant_type=client_credentials&scope=system/)
      assert.equal(headers['authorization'], `Basic ${Buffer.from('me:secret%2F1').toString('base64')}`)
      asked.push('token')
      const name = `token-${asked.filter((one) => one === 'token').length}`
      return { ...fhir({ access_token: name, expires_in: 3600 }), headers: { 'content-type': 'application/json' } }
    }
    asked.push(headers['authorization'] ?? '')
    return headers['authorization'] === `Bearer ${good}` ? fhir({ resourceType: 'Patient' }) : fhir({}, 401)
  }
  const signal = new AbortController().signal
  const access = {
    kind: 'client',
    address: 'https://login.example/token',
    id: 'me',
    secret: 'secret/1',
    scope: 'system',
  } as const
  const credential = credentialOf(access, { transport: () => transport, now: () => new Date(), signal })
  const ask = exchange({ transport, credential, after: realTimers.after, signal })
  assert.equal((await ask({ method: 'GET', path: '/Patient/1' })).ok, true)
  assert.deepEqual(asked, ['token', 'Bearer token-1', 'token', 'Bearer token-2'])
  good = 'none'
  const refused = await ask({ method: 'GET', path: '/Patient/1' })
  assert.deepEqual(refused, { ok: false, problem: { kind: 'no-access' } })
})

test('whatever is no answer of a FHIR server is none', async () => {
  const html = { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome' } as const
  const answers: readonly (readonly [WireAnswer, object])[] = [
    [html, { kind: 'not-fhir', reason: 'content-type' }],
    [
      { ...html, status: 302 },
      { kind: 'not-fhir', reason: 'status' },
    ],
    [fhir({ login: true }), { kind: 'not-fhir', reason: 'shape' }],
    [
      { ...fhir({}), body: '{"resourceType":"Pat' },
      { kind: 'not-fhir', reason: 'unreadable' },
    ],
    [fhir({}, 503, { 'retry-after': '7' }), { kind: 'busy', retryAfter: 7000 }],
    [{ kind: 'lost' }, { kind: 'unreachable' }],
  ]
  for (const [answer, problem] of answers) {
    const ask = asking(async () => answer)
    assert.deepEqual(await ask({ method: 'GET', path: '/metadata' }), { ok: false, problem })
  }
  const packed = {
    ...fhir({}, 200, { 'content-encoding': 'gzip' }),
    body: gzipSync('{"resourceType":"Patient","id":"a"}'),
  }
  const read = await asking(async () => packed)({ method: 'GET', path: '/Patient/a' })
  assert.equal(read.ok && read.value.body['id'], 'a')
})

test('the token never follows a link to another place, and pages that go in circles end', async () => {
  const asked: string[] = []
  const linked = (next: string) =>
    asking(async ({ path, query }) => {
      asked.push(path + query)
      return fhir({ resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'next', url: next }] })
    })
  const all = async (next: string) => {
    asked.length = 0
    const found = []
    const query = new URLSearchParams({ _count: '1' })
    for await (const page of pages(linked(next), 'Patient', query, 'https://server.example/fhir')) found.push(page.ok)
    return found
  }
  assert.deepEqual(await all('https://elsewhere.example/steal?x=1'), [true, false])
  assert.deepEqual(asked, ['/Patient?_count=1'])
  assert.deepEqual(await all('http://inside:8080/fhir?_getpages=7'), [true, true, false])
  assert.deepEqual(asked, ['/Patient?_count=1', '?_getpages=7'])
})

test('an id of another shape gets one that follows from it, and a card comes back as it went', () => {
  const own = newId()
  assert.equal(localId('Patient', own), own)
  assert.equal(localId('Patient', '17'), localId('Patient', '17'))
  assert.notEqual(localId('Patient', '17'), localId('Task', '17'))
  assert.match(localId('Patient', '17'), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.match(localCode('Location', newId()), /^[a-z0-9-]{1,32}$/)
  const card = CardRecord.parse({
    cardId: '0123456789abcdef',
    personId: own,
    statusIndex: 7,
    issued: '2026-11-22',
    expires: '2027-11-22',
    status: 'lost',
  })
  assert.deepEqual(cardsOf({ identifier: [cardIdentifier(card), { system: 'urn:other', value: '1' }] }, own), [card])
})
