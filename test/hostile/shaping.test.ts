import assert from 'node:assert/strict'
import { test } from 'node:test'

import { holds } from './holds.ts'
import { missing } from './shaping-peer.ts'
import { shapingTools } from './shaping-run.ts'
import { shaping } from './shaping.ts'

const lacking = missing(shapingTools)
const skip = lacking.length > 0 ? `please install ${lacking.join(' ')}` : false

test('text in PDFs is what another HarfBuzz draws, and copies out', { skip }, async (t) => {
  const kept = await shaping.run({ scale: 1000, progress: () => undefined })
  holds(t, kept)
  assert.equal(kept.length, 15)
})
