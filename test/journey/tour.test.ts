import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { findRuntime } from '../../build/demo/find-runtime.ts'
import { playTour } from '../../build/demo/tour/run-tour.ts'
import { root } from './hospital.ts'

test('the main job goes from the first search to the last medicine, with the server stopped in between', async () => {
  const runtime = await findRuntime(root, true)
  assert.ok(runtime !== null)
  const folder = join(root, 'out/test/tour')
  // `npm test` has just built it.
  const isBuilt = process.env['HIMS_TEST_PAGES'] === join(root, 'dist/renderer')
  const { steps, artefacts } = await playTour({ root, runtime, folder, people: 300, isBuilt })

  assert.deepEqual(
    steps.filter(({ ok }) => !ok).map(({ name, problem }) => `${name}: ${problem}`),
    [],
  )
  assert.ok(steps.length >= 30, `${steps.length} steps`)
  assert.ok(artefacts.length >= 60, `${artefacts.length} pictures and papers`)
  const kinds = artefacts.flatMap((name) => /^paper\/\d+-([a-z]+)-[a-z]+\.png$/.exec(name)?.[1] ?? [])
  assert.deepEqual([...new Set(kinds)].toSorted(), ['card', 'label', 'large', 'letter', 'slip', 'stickers'])
  for (const name of artefacts) assert.ok(existsSync(join(folder, name)), name)
  const written: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  assert.deepEqual(Object.keys(written ?? {}), ['runtime', 'steps', 'artefacts'])
})
