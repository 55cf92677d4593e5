import assert from 'node:assert/strict'
import { test } from 'node:test'

import { camera } from '../bench/camera.ts'

test('a card held before the desk’s camera brings its person, signature checked and record opened', async () => {
  const figures = await camera('tiny')
  const shown = figures.find(({ measure }) => measure === 'card held before the camera to person drawn, p95')
  assert.ok(shown !== undefined && shown.ours > 0)
  // How fast it is is for the bench to say: a test machine is busy with other things.
  assert.ok(shown.ours < 10_000, `${shown.ours} ms`)
})
