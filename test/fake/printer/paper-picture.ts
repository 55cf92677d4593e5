import { createCanvas } from '@napi-rs/canvas'

/** A strip of paper as a PNG, one pixel a dot. */
export function paperPicture(rows: readonly Uint8Array[], dots: number): Buffer {
  const canvas = createCanvas(dots, Math.max(1, rows.length))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const image = context.getImageData(0, 0, canvas.width, canvas.height)
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < dots; x += 1) {
      if (row[x] === 1) image.data.fill(0, (y * dots + x) * 4, (y * dots + x) * 4 + 3)
    }
  }
  context.putImageData(image, 0, 0)
  return canvas.toBuffer('image/png')
}
