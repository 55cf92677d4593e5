import { z } from 'zod'

import type { Actor } from '../../build/demo/tour/stage.ts'

/** Milliseconds of one card held before the camera, all by the page's own clock. */
export const Held = z.strictObject({
  /** When the first frame that shows the card was taken. */
  held: z.number(),
  /** When the frame that was read left for the worker, and when its text was back. */
  sent: z.number(),
  read: z.number(),
  /** In between: at the worker, as brightness, read there. */
  arrived: z.number(),
  bright: z.number(),
  done: z.number(),
  /** When the person stood on the page, and when that was drawn. */
  shown: z.number(),
  drawn: z.number(),
})
export type Held = z.infer<typeof Held>

/**
 * Watches a desk's page from inside: the film's white corner says that the card is there, the page's own measure when
 * it was read, and a change of the page when its person stands there. Of a frame only the corner's brightness is copied:
 * drawing it whole would keep the page from what is measured.
 */
const watching = `new Promise((resolve) => {
  const times = { held: 0, sent: 0, read: 0, shown: 0, drawn: 0 }
  const corner = new Uint8Array(1024)
  const rect = { x: 0, y: 0, width: 16, height: 16 }
  const isMarked = async (video) => {
    const picture = new VideoFrame(video)
    await picture.copyTo(corner, { rect })
    picture.close()
    return corner[136] > 220
  }
  const followed = new WeakSet()
  const follow = (video) => {
    if (followed.has(video)) return
    followed.add(video)
    const frame = (now, { captureTime }) => isMarked(video).then(
      (marked) => {
        if (marked) times.held = Math.min(captureTime ?? now, now)
        else video.requestVideoFrameCallback(frame)
      },
      // The panel has closed already: the first frame with the card was the one that was read.
      () => undefined,
    )
    video.requestVideoFrameCallback(frame)
  }
  const look = () => {
    const video = document.querySelector('.camera-panel video')
    if (video !== null) follow(video)
    if (times.shown > 0 || document.querySelector('.scan-note') === null) return
    if (document.querySelector('.person-head') === null) return
    times.shown = performance.now()
    observer.disconnect()
    const [measure] = performance.getEntriesByName('card-in-frame')
    times.sent = measure.startTime
    times.read = measure.startTime + measure.duration
    Object.assign(times, measure.detail)
    requestAnimationFrame(() => setTimeout(() => {
      times.drawn = performance.now()
      if (times.held === 0) times.held = times.sent
      resolve(times)
    }, 0))
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
})`

/** Milliseconds of questions that the page asks one after another, each through preload, window and store. */
export async function askTimes({ page }: Actor, channel: string, input: unknown, count: number) {
  const asking = `(async () => {
    const times = []
    for (let at = 0; at < ${count}; at++) {
      const start = performance.now()
      await window.hims.ask[${JSON.stringify(channel)}](${JSON.stringify(input)})
      times.push(performance.now() - start)
    }
    return times
  })()`
  return z.array(z.number()).parse(await page.evaluate(asking))
}

/** Opens the desk's camera, waits until the person of the card in the film stands there, and makes the desk empty. */
export async function holdCard({ page }: Actor): Promise<Held> {
  const watched = page.evaluate(watching)
  await page.keyboard.press('F9')
  const held = Held.parse(await watched)
  await page.keyboard.press('F2')
  await page.locator('.scan-note').waitFor({ state: 'detached' })
  return held
}
