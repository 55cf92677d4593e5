import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { z } from 'zod'

import { figure } from '../../bench/figure.ts'
import type { Figure } from '../../bench/figure.ts'
import { benches } from '../../bench/registry.ts'
import { tableOf, writeReport } from '../../bench/report.ts'
import { duel, percent, quantile } from '../../bench/sample.ts'

const Report = z
  .array(
    z.strictObject({
      measure: z.string().min(1),
      unit: z.enum(['ms', 'ns', '%', 'bytes', 'frames', 'MB', 'cards', 'pairs', '1/s', 's', '×', 'rows', 'answers']),
      ours: z.number().min(0),
      peer: z.number().min(0),
      peerName: z.string().min(1),
      ratio: z.number().min(0).nullable(),
    }),
  )
  .min(2)

/** Writes a report and reads it back as whoever opens the file does. */
function written(name: string, figures: readonly Figure[]): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return Report.parse(JSON.parse(readFileSync(writeReport(join(folder, 'bench'), name, figures), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What even a tiny run must show, by a beginning of the measure. */
const promised: Readonly<Record<string, readonly string[]>> = {
  search: ['one letter to results, p50', 'one letter to results, p95', 'right person in the first 3'],
  save: ['person saved, p50', 'person saved, p95'],
  scan: ['frames read at first look', 'a frame, first look, p50', 'a frame, first look, p95', 'text to answer, p50'],
  camera: [],
  pick: [],
  print: ['token slip, drawn and encoded for the printer, p50', 'card PDF, front and back, p50'],
  'card-pdf': ['a two-sided card in bulk', 'a two-sided card in bulk, size'],
  'card-list': ['2,000 changes', 'one card looked up', 'whole list verified, unpacked and saved'],
  hims: ['sqlite, singly: pushes a second', 'sqlite, in batches: mutations a second', 'sqlite, singly: lost'],
  storm: ['3 terminals, 60 records each: drained', '3 terminals, 60 records each: lost'],
  summary: ['SQLite, one of 200 people: summary, p50', 'SQLite, one of 200 people: summary, p95'],
  pull: ['people pulled, applied and indexed', 'the same beside PouchDB'],
  stall: ['page held up while 300 rows come, p99.9', 'rows taken in meanwhile'],
  million: ['one of 400 by name, p95', 'file'],
  bytes: ['one registered person pushed', 'a row in a page of 40'],
  recall: ['judged half: right person in the first 20', 'judged half: right person first'],
  'card-level': ['cards read by zxing-wasm', 'cards read by zbar', 'pairs'],
}

test('every bench is promised something here', () => {
  assert.deepEqual([...benches.keys()].toSorted(), Object.keys(promised).toSorted())
})

for (const [name, bench] of benches) {
  if (bench.needsWindow === true) continue
  test(`a tiny run of ${name} gives a report of the promised shape`, { timeout: 90_000 }, async () => {
    const figures = written(name, await bench.run('tiny'))
    const measures = figures.map(({ measure }) => measure)
    const lines = figures.map(({ measure, peerName }) => `${measure} beside ${peerName}`)
    assert.equal(new Set(lines).size, lines.length, 'no measure is there twice beside the same')
    for (const measure of promised[name] ?? [])
      assert.ok(measures.includes(measure), `${measure} in ${String(measures)}`)
    for (const { measure, unit, ours, peer, ratio } of figures) {
      if (unit === 'ms' || unit === 'bytes') assert.ok(ours > 0 && peer > 0 && ratio !== null, measure)
      if (unit === '%') assert.ok(ours <= 100 && peer <= 100, measure)
    }
    const share = (measure: string) => figures.find((each) => each.measure === measure)?.ours
    // The first frame of two is sharp and near, the second is as bad as any.
    if (name === 'scan') assert.ok((share('frames read at first look') ?? 0) >= 50)
    if (name === 'search') assert.ok((share('right person in the first 3') ?? 0) >= 75)
  })
}

test('a quantile is one of the samples, by nearest rank', () => {
  const samples = [5, 1, 4, 2, 3]
  assert.deepEqual(
    [0, 0.2, 0.5, 0.95, 1].map((share) => quantile(samples, share)),
    [1, 1, 3, 5, 5],
  )
  assert.throws(() => quantile([], 0.5))
})

test('both sides do every item once, take turns at going first, and the warm-up is not counted', async () => {
  const done: string[] = []
  const samples = await duel([1, 2, 3], 1, {
    before: (item) => void done.push(`${item}`),
    ours: (item) => void done.push(`ours ${item}`),
    peer: async (item) => void done.push(`peer ${item}`),
  })
  const counted = ['1', 'ours 1', 'peer 1', '2', 'peer 2', 'ours 2', '3', 'ours 3', 'peer 3']
  assert.deepEqual(done, ['1', 'ours 1', 'peer 1', ...counted])
  assert.deepEqual([samples.ours.length, samples.peer.length], [3, 3])
})

test('a ratio is ours by the peer, and none can be had of nothing', () => {
  assert.equal(figure('m', 'ms', 'p', { ours: 3, peer: 2 }).ratio, 1.5)
  assert.equal(figure('m', '%', 'p', { ours: 0, peer: 0 }).ratio, 1)
  assert.equal(figure('m', '%', 'p', { ours: 9, peer: 0 }).ratio, null)
  assert.deepEqual(figure('m', 'ms', 'p', { ours: 12.3456, peer: 123_456.7 }), {
    measure: 'm',
    unit: 'ms',
    ours: 12.3,
    peer: 123_457,
    peerName: 'p',
    ratio: 0.0001,
  })
  assert.equal(percent([true, false, true, true]), 75)
})

test('the table lines its columns up', () => {
  const lines = tableOf([
    figure('short', 'ms', 'a peer', { ours: 1, peer: 20 }),
    figure('a longer measure', '%', 'a peer', { ours: 100, peer: 0 }),
  ]).split('\n')
  assert.equal(lines.length, 3)
  const places = lines.map((line) => line.search(/peer is|a peer/))
  assert.deepEqual(new Set(places).size, 1, lines.join('\n'))
  assert.match(lines[2] ?? '', /a longer measure +% +100 +0 +– +a peer/)
})

test('the command explains itself and refuses a name that it does not know', () => {
  const run = (argument: string) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../bench/bench.ts'), argument], { encoding: 'utf8' })
  const help = run('--help')
  assert.equal(help.status, 0)
  for (const name of benches.keys()) assert.match(help.stdout, new RegExp(`^  ${name} `, 'm'))
  const unknown = run('sleep')
  assert.deepEqual([unknown.status, unknown.stdout], [2, ''])
  assert.match(unknown.stderr, /no bench called sleep; there is search, save, scan, print, camera/)
})
