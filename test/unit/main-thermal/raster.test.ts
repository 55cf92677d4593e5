import assert from 'node:assert/strict'
import { test } from 'node:test'

import { loadImage } from '@napi-rs/canvas'

import { loadPicture, pixelsOf } from '../../../build/paper/raster.ts'
import { bytesPerRow, isBlack, toPng } from '../../../main/print/thermal/raster.ts'
import type { Raster } from '../../../main/print/thermal/raster.ts'

test('a preview shows each dot as it burns, and nothing beyond the head', async () => {
  const [width, height] = [13, 5]
  const rows = Uint8Array.from({ length: bytesPerRow(width) * height }, (_, at) => (at * 77) & 0xff)
  const raster: Raster = { width, height, rows }
  const png = toPng(raster)
  const image = await loadImage(png)
  assert.deepEqual([image.width, image.height], [width, height])
  const { data } = pixelsOf(await loadPicture(png))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      assert.equal(data[(y * width + x) * 4], isBlack(raster, x, y) ? 0 : 255, `${x} ${y}`)
    }
  }
})
