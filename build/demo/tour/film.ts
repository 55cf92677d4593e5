import { readFileSync, renameSync, writeFileSync } from 'node:fs'

import { loadPicture, rasterPdf } from '../../paper/raster.ts'
import { videoOf } from '../../paper/video.ts'

const DPI = 300

/** Turns a card's PDF into what a camera would see of it. Chromium reads the file again each time the camera opens. */
export async function filmCard(pdf: string, film: string): Promise<void> {
  const [front] = await rasterPdf(readFileSync(pdf), DPI)
  if (front === undefined) throw new Error(`${pdf} has no page`)
  write(film, videoOf(front))
}

/** Any picture before the camera: a torn card, a photograph, nothing of ours. */
export async function filmPicture(png: Uint8Array, film: string): Promise<void> {
  write(film, videoOf(await loadPicture(png)))
}

function write(film: string, video: Uint8Array): void {
  writeFileSync(`${film}.new`, video)
  renameSync(`${film}.new`, film)
}
