import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'

import { axiosTransport } from '../../../sync/axios-transport.ts'
import { backoff } from '../../../sync/backoff.ts'
import { bodyText } from '../../../sync/transport.ts'
import type { WireRequest } from '../../../sync/transport.ts'
import { draft, untilStatus, workingTerminal } from '../main-service/fixture.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder } from '../../fake/world.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

test('a server that comes back is noticed within two seconds, and what waited is sent', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  hims.state.fault = async () => ({ kind: 'lost' })
  await terminal.want('person.register', { draft: draft({ latin: 'Aarti Gill' }), distinctFrom: [] })
  await untilStatus(terminal, (status) => status.includes('"kind":"offline"') && status.includes('"waiting":1'))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  hims.state.fault = null
  const back = performance.now()
  await untilStatus(terminal, (status) => status.includes('"kind":"online"') && status.includes('"waiting":0'))
  // It is asked at least every one and a half seconds; the rest is for a busy machine.
  assert.ok(performance.now() - back < 8000)
})

test('a transport that never comes back is left behind', async () => {
  const { terminal } = await workingTerminal(folder)
  await terminal.close()
  const started = performance.now()
  const stuck = await fakeTerminal(folder, 'desk', { transport: () => () => new Promise(() => {}) })
  await stuck.close()
  assert.ok(performance.now() - started < 10_000)
})

test('the lease is asked for again under its own id until the answer arrives', async () => {
  let lost = 2
  const { terminal, hims } = await workingTerminal(folder, 'desk', (stub) => {
    stub.state.fault = async (request, through) => {
      const answer = await through()
      return request.path.endsWith('/lease') && lost-- > 0 ? { kind: 'lost' } : answer
    }
  })
  assert.equal(hims.requests.filter((request) => request.endsWith('/lease')).length >= 3, true)
  const [first] = JSON.parse(JSON.stringify(await terminal.want('department.list')))
  assert.equal(first.left, 100)
  assert.equal(first.next, 'M 101', 'the first block was not lost')
})

test('waiting grows with jitter, but hardly in the first minute', () => {
  for (const random of [0, 0.5, 1]) {
    assert.ok(backoff(0, 1, null, random) <= 1500)
    assert.ok(backoff(59_000, 40, null, random) <= 1500)
    assert.ok(backoff(3_600_000, 400, null, random) <= 60_000)
  }
  assert.equal(backoff(3_600_000, 400, null, 1), 60_000)
  assert.equal(backoff(0, 1, 30_000, 0), 30_000)
})

const ask: WireRequest = {
  method: 'POST',
  path: '/sync/v1/hello',
  query: '?',
  headers: {},
  body: '{"a":1}',
  patience: 600,
}

async function serving(answer: Parameters<typeof createServer>[1]) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port }: AddressInfo = Object(server.address())
  return { base: `http://127.0.0.1:${port}/`, close: () => (server.closeAllConnections(), server.close()) }
}

test('over HTTP: the body arrives as signed, redirects are not followed, silence and cuts are lost answers', async () => {
  const heard: string[] = []
  const server = await serving((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => heard.push(`${request.url} ${text}`))
    request.on('end', () => {
      if (request.url?.endsWith('/silent') === true) return
      if (request.url?.endsWith('/cut') === true) {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"half":')
        response.destroy()
        return
      }
      if (request.url?.endsWith('/away') === true) response.writeHead(302, { location: 'http://127.0.0.1:1/' })
      response.end('{"b":2}')
    })
  })
  const transport = axiosTransport(server.base)
  const { signal } = new AbortController()
  const good = await transport({ ...ask, query: '?cursor=3' }, signal)
  assert.deepEqual(
    [good.kind === 'answer' && good.status, good.kind === 'answer' && bodyText(good.body)],
    [200, '{"b":2}'],
  )
  assert.deepEqual(heard, ['/sync/v1/hello?cursor=3 {"a":1}'])
  const away = await transport({ ...ask, path: '/away' }, signal)
  assert.equal(away.kind === 'answer' && away.status, 302)
  assert.deepEqual(await transport({ ...ask, path: '/silent' }, signal), { kind: 'lost' })
  assert.deepEqual(await transport({ ...ask, path: '/cut' }, signal), { kind: 'lost' })
  server.close()
  assert.deepEqual(await transport(ask, signal), { kind: 'lost' })
})
