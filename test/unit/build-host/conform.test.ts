import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { conform } from '../../../build/host/conform/suite.ts'

const repoRoot = join(import.meta.dirname, '../../..')

test("what Electron's documentation promises holds on this runtime", async (context) => {
  const scratch = mkdtempSync(join(tmpdir(), 'conform-'))
  const cases = await conform({ repoRoot, scratch, runtime: null }).finally(() =>
    rmSync(scratch, { recursive: true, force: true }),
  )
  if (!cases) return context.skip('neither Electron nor Chromium is installed')
  assert.deepEqual(
    cases.filter(({ ok }) => !ok).map(({ case: name, detail }) => `${name}: ${detail}`),
    [],
  )
  assert.ok(cases.length >= 90, `only ${cases.length} cases were reached`)
  assert.equal(new Set(cases.map(({ case: name }) => name)).size, cases.length, 'each case has its own name')
})
