import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

import { layouts } from '../../../main/print/batch/layout.ts'
import type { Layout } from '../../../main/print/batch/layout.ts'
import { readManifest } from '../../../main/print/batch/manifest.ts'
import type { Entry } from '../../../main/print/batch/manifest.ts'
import { readOrder } from '../../../main/print/batch/order.ts'
import { runBatch } from '../../../main/print/batch/run-batch.ts'
import { ordersFrom } from './batch-orders.ts'
import { fonts, text } from './fixture.ts'
import { symbolsOn } from './paper.ts'

const root = join(import.meta.dirname, '../../..')
const place = mkdtempSync(join(tmpdir(), 'batch-'))
after(() => rmSync(place, { recursive: true, force: true }))

const orders = ordersFrom('batch', 60)
const lines = orders.map((order) => JSON.stringify(order))

function written(name: string, content: readonly string[]): string {
  const path = join(place, `${name}.ndjson`)
  writeFileSync(path, `${content.join('\n')}\n`)
  return path
}

async function run(name: string, content: readonly string[], layout: Layout = 'cr80', volume = 20) {
  const told: { readonly entry: Entry; readonly kept: boolean }[] = []
  const folder = join(place, name)
  const progress = (entry: Entry, kept: boolean) => void told.push({ entry, kept })
  const input = written(name, content)
  return { folder, told, done: await runBatch({ input, folder, layout, volume }, { deps: { fonts, text }, progress }) }
}

const pdfs = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .toSorted()

/** The QR texts of every page of every volume, in order; null where no judge is installed. */
function readAll(folder: string): readonly string[] | null {
  const seen = pdfs(folder).map((name) => symbolsOn(readFileSync(join(folder, name)), 130, 'odd'))
  return seen.includes(null) ? null : seen.flatMap((pages) => (pages ?? []).flat())
}

test('every card is in one volume, once, in the order of the lines', async (t) => {
  const { folder, done, told } = await run('plain', lines.slice(0, 24), 'cr80', 10)
  assert.ok(done.ok)
  assert.deepEqual([done.value.cards, done.value.volumes, done.value.aside], [24, 3, 0])
  assert.deepEqual(
    told.map(({ entry: { from, to, cards } }) => [from, to, cards]),
    [
      [1, 10, 10],
      [11, 20, 10],
      [21, 24, 4],
    ],
  )
  const seen = readAll(folder)
  if (seen === null) return t.skip('zbarimg or pdftoppm is not installed')
  assert.deepEqual(
    seen,
    orders.slice(0, 24).map(({ code }) => code),
  )
})

test('bad lines are named and set aside, and the rest goes on', async () => {
  const [first, second] = orders
  assert.ok(first && second)
  const bad = [
    'not json',
    JSON.stringify({ ...first, sex: 'cow' }),
    JSON.stringify({ ...second, shortCode: first.shortCode }),
    JSON.stringify({ ...second, expires: '2027-11-22' }),
    JSON.stringify({ ...second, code: `${second.code.slice(0, -3)}ZZZ` }),
    lines[0] ?? '',
  ]
  const { done, told, folder } = await run('bad', [...lines.slice(0, 3), ...bad, '', ...lines.slice(3, 6)])
  assert.ok(done.ok)
  assert.deepEqual([done.value.cards, done.value.aside], [6, 6])
  const aside = told.flatMap(({ entry }) => entry.aside)
  assert.deepEqual(
    aside.map(({ line }) => line),
    [4, 5, 6, 7, 8, 9],
  )
  const problems = aside.map(({ problem }) => problem)
  const wanted = [
    /not JSON/,
    /sex/,
    /number .* is not that of its QR/,
    /days/,
    /no card|number|days/,
    /same card as line 1/,
  ]
  wanted.forEach((pattern, at) => assert.match(problems[at] ?? '', pattern))
  assert.deepEqual(readManifest(folder).entries.get(1)?.aside, aside)
})

test('a second run keeps what is whole, mends what is not, and gives the same bytes', async () => {
  const one = await run('again', lines, 'cr80', 20)
  const before = pdfs(one.folder).map((name) => readFileSync(join(one.folder, name)))
  rmSync(join(one.folder, 'cr80-00002.pdf'))
  writeFileSync(join(one.folder, 'cr80-00003.pdf'), 'half')
  const two = await run('again', lines, 'cr80', 20)
  assert.deepEqual(
    two.told.map(({ kept }) => kept),
    [true, false, false],
  )
  assert.ok(
    pdfs(two.folder).every((name, at) => readFileSync(join(two.folder, name)).equals(before[at] ?? Buffer.of())),
  )
})

test('a line torn off the manifest costs one volume, not the batch', async () => {
  const one = await run('torn', lines.slice(0, 40), 'cr80', 20)
  const path = join(one.folder, 'manifest.ndjson')
  writeFileSync(path, readFileSync(path).subarray(0, -40))
  const two = await run('torn', lines.slice(0, 40), 'cr80', 20)
  assert.deepEqual(
    two.told.map(({ kept }) => kept),
    [true, false],
  )
  assert.equal(readManifest(two.folder).entries.size, 2)
})

test('lines added at the end are printed; changed ones are refused, and nothing is overwritten', async () => {
  await run('grown', lines.slice(0, 25), 'cr80', 20)
  const grown = await run('grown', lines.slice(0, 45), 'cr80', 20)
  assert.ok(grown.done.ok)
  assert.equal(grown.done.value.cards, 45)
  const changed = await run('grown', [...lines.slice(0, 5), ...lines.slice(6, 46)], 'cr80', 20)
  assert.ok(!changed.done.ok)
  assert.equal(changed.done.problem.kind, 'input-changed')
  const other = await run('grown', lines.slice(0, 45), 'a5', 20)
  assert.ok(!other.done.ok)
  assert.equal(other.done.problem.kind, 'other-batch')
})

test('killed in the middle and run again, every card is there exactly once', { timeout: 60_000 }, async (t) => {
  const many = ordersFrom('killed', 160)
  const input = written(
    'killed',
    many.map((order) => JSON.stringify(order)),
  )
  const folder = join(place, 'killed')
  const command = ['build/card.ts', 'batch', input, '--layout', 'cr80', '--out', folder, '--volume', '10']
  let kills = 0
  for (const wanted of [2, 9]) {
    const child = spawn(process.execPath, command, { cwd: root, stdio: 'ignore' })
    const ended = once(child, 'exit')
    while (child.exitCode === null && complete(folder) < wanted) await new Promise((go) => setTimeout(go, 5))
    if (child.kill('SIGKILL')) kills++
    await ended
  }
  assert.ok(kills > 0 && complete(folder) < 16, 'it was killed before its end')
  execFileSync(process.execPath, command, { cwd: root, stdio: 'ignore' })
  const entries = [...readManifest(folder).entries.values()]
  assert.equal(
    entries.reduce((sum, { cards }) => sum + cards, 0),
    160,
  )
  assert.deepEqual(
    entries.map(({ file }) => file),
    pdfs(folder),
  )
  assert.ok(!readdirSync(folder).some((name) => name.endsWith('.part')))
  // Three volumes stand for sixteen: to draw a page as dots takes longer than to print it.
  const sample = [1, 7, 16].map((number) => `cr80-${String(number).padStart(5, '0')}.pdf`)
  const seen = sample.map((name) => symbolsOn(readFileSync(join(folder, name)), 130, 'odd'))
  if (seen.includes(null)) return t.skip('zbarimg or pdftoppm is not installed')
  const codes = [0, 6, 15].flatMap((at) => many.slice(at * 10, at * 10 + 10).map(({ code }) => code))
  assert.deepEqual(
    seen.flatMap((pages) => (pages ?? []).flat()),
    codes,
  )
})

const complete = (folder: string): number => (existsSync(folder) ? readManifest(folder).entries.size : 0)

for (const layout of layouts) {
  test(`a batch of ${layout} is made`, async () => {
    const { done, folder } = await run(`layout-${layout}`, lines.slice(0, 12), layout)
    assert.ok(done.ok)
    assert.equal(done.value.cards, 12)
    assert.ok(statSync(join(folder, `${layout}-00001.pdf`)).size > 5000)
  })
}

test('a letter needs an address, and a sticker a QR that names nobody', () => {
  const [order] = orders
  assert.ok(order)
  const homeless = readOrder(JSON.stringify({ ...order, address: null }), 'letter')
  assert.match(homeless.ok ? '' : homeless.problem, /no address/)
  assert.ok(readOrder(JSON.stringify({ ...order, address: null }), 'stickers').ok)
  assert.ok(readOrder(JSON.stringify({ ...order, plainCode: order.code }), 'stickers').ok)
  const other = readOrder(JSON.stringify({ ...order, plainCode: orders[1]?.code }), 'stickers')
  assert.match(other.ok ? '' : other.problem, /another card/)
})

test('a disk that is full is said, half a volume is not left there, and the same command goes on', async (t) => {
  if (process.platform === 'win32') return t.skip('Windows has no limit to set')
  const [input, folder] = [written('full', lines.slice(0, 12)), join(place, 'full')]
  const command = `ulimit -f 40; exec "$0" build/card.ts batch "$1" --layout cr80 --volume 6 --out "$2"`
  const limited = spawnSync('bash', ['-c', command, process.execPath, input, folder], { cwd: root, encoding: 'utf8' })
  assert.equal(limited.status, 1)
  assert.match(limited.stderr, /^There is no room left for the volumes\..*\n$/)
  assert.deepEqual(readdirSync(folder), ['manifest.ndjson'])
  const { done } = await run('full', lines.slice(0, 12), 'cr80', 6)
  assert.ok(done.ok)
  assert.deepEqual([done.value.cards, done.value.volumes], [12, 2])
})

test('a folder that cannot be made is a problem and not a fall', async () => {
  const input = written('nowhere', lines.slice(0, 2))
  const plan = { input, layout: 'cr80', volume: 20 } as const
  const nowhere = process.platform === 'linux' ? ['/proc/nowhere'] : []
  for (const folder of [join(input, 'below-a-file'), ...nowhere]) {
    const done = await runBatch({ ...plan, folder }, { deps: { fonts, text }, progress: () => {} })
    assert.deepEqual(done, { ok: false, problem: { kind: 'not-writable' } })
  }
  const none = await runBatch({ ...plan, input: place, folder: place }, { deps: { fonts, text }, progress: () => {} })
  assert.deepEqual(none, { ok: false, problem: { kind: 'no-input' } })
})
