import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, suite, test } from 'node:test'

import { _electron } from 'playwright'

import { chooseRuntime, machineRuntimeWorld } from '../../../build/host/electron-binary.ts'

const app = join(import.meta.dirname, 'app')
const world = machineRuntimeWorld(join(import.meta.dirname, '../../..'))
const runtime = chooseRuntime({ ...world, environment: { ...world.environment, HIMS_RUNTIME: 'host' } })
const skip = runtime.kind === 'host' ? false : 'no Chromium for the host here'
const scratch = mkdtempSync(join(tmpdir(), 'host-network-'))
after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }))
if (runtime.kind === 'host') Object.assign(process.env, runtime.environment, { HIMS_HEADLESS: '1' })

/** A page server that counts who comes; upgrades are answered with nothing but the count. */
async function pageServer() {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    response.setHeader('content-type', 'text/html').end('<title>dev</title><p>development page</p>')
  })
  server.on('upgrade', (request, socket) => {
    seen.push(`upgrade ${request.url}`)
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  return { origin: `http://127.0.0.1:${address.port}`, seen, close: () => server.close() }
}

/** Everything a page could try to speak to another machine with, from the page and from a worker of its own. */
const TRIES = `async (origin) => {
  const socket = (address) => new Promise((done) => {
    const opened = new WebSocket(address)
    opened.onopen = () => done('open')
    opened.onerror = () => done('refused')
  })
  const asked = (act) => act().then(() => 'reached', () => 'refused')
  const picture = (source) => new Promise((done) => {
    const image = new Image()
    image.onload = () => done('reached')
    image.onerror = () => done('refused')
    image.src = source
  })
  navigator.sendBeacon(origin + '/beacon')
  const source = '(' + (async (where) => {
    const opened = new WebSocket(where.replace('http', 'ws') + '/worker-socket')
    opened.onerror = opened.onopen = (event) => postMessage(event.type)
  }) + ')(' + JSON.stringify(origin) + ')'
  const worker = new Worker(URL.createObjectURL(new Blob([source])))
  return Promise.all([
    asked(() => fetch(origin + '/fetch', { mode: 'no-cors' })),
    picture(origin + '/picture'),
    socket(origin.replace('http', 'ws') + '/socket'),
    new Promise((done) => (worker.onmessage = ({ data }) => done(data === 'open' ? 'open' : 'refused'))),
  ])
}`

const launch = (name: string, server: string | null) =>
  _electron.launch({
    args: [app, `--user-data-dir=${join(scratch, name)}`, ...(server ? [`--page=${server}/index.html`] : [])],
    env: Object.fromEntries(
      Object.entries({ ...process.env, ...(server && { HIMS_PAGE_SERVER: server }) }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      ),
    ),
  })

suite('the network of a page', { skip, concurrency: true }, () => {
  test('a page served by the app opens no connection, whatever it tries', async () => {
    const server = await pageServer()
    const instance = await launch('app', null)
    const page = await instance.firstWindow()
    await page.waitForSelector('p')
    const tried = await page.evaluate(`(${TRIES})(${JSON.stringify(server.origin)})`)
    await instance.close()
    server.close()
    assert.deepEqual(tried, ['refused', 'refused', 'refused', 'refused'])
    assert.deepEqual(server.seen, [])
  })

  test('a page loaded from a development server reaches that server and no other', async () => {
    const [server, other] = await Promise.all([pageServer(), pageServer()])
    const instance = await launch('dev', server.origin)
    const page = await instance.firstWindow()
    await page.waitForSelector('p')
    const text = await page.textContent('p')
    await page.evaluate(`(${TRIES})(${JSON.stringify(server.origin)})`)
    await page.evaluate(`(${TRIES})(${JSON.stringify(other.origin)})`)
    await instance.close()
    server.close()
    other.close()
    assert.equal(text, 'development page')
    for (const reached of ['/fetch', 'upgrade /socket']) assert.ok(server.seen.includes(reached), reached)
    assert.deepEqual(
      other.seen.filter((path) => !path.startsWith('upgrade')),
      [],
    )
  })
})
