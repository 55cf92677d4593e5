import assert from 'node:assert/strict'
import { test } from 'node:test'

import { rotten } from './mutant/copy.ts'
import { mutantsAll } from './mutant/run.ts'

test('every deliberate mistake still applies to exactly one place', (t) => {
  assert.ok(mutantsAll.length >= 20)
  assert.deepEqual(
    mutantsAll.flatMap(({ edits }) => edits.flatMap((edit) => rotten(edit) ?? [])),
    [],
  )
  t.diagnostic(`${mutantsAll.length} mistakes stand ready`)
})
