import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

import { findRuntime } from '../../build/demo/find-runtime.ts'
import { handOutCards, untilOpens } from '../../build/demo/tour/morning/desk-morning.ts'
import type { HeldCard } from '../../build/demo/tour/morning/desk-morning.ts'
import { whoCollects } from '../../build/demo/tour/morning/pharmacy-morning.ts'
import { withHall } from '../../build/demo/tour/morning/run-morning.ts'
import type { Hall } from '../../build/demo/tour/morning/run-morning.ts'
import type { Actor } from '../../build/demo/tour/stage.ts'
import { askTimes } from './camera-watch.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { plainPick } from './plain-pick.ts'
import { quantile } from './sample.ts'

const root = join(import.meta.dirname, '../..')
const sizes: Readonly<Record<Size, { readonly people: number; readonly each: number }>> = {
  full: { people: 5000, each: 50 },
  tiny: { people: 200, each: 1 },
}
/** From the scanner's letters to the list on the screen, in milliseconds. */
const AIM = 700
/** How long a pharmacist looks at least before the next card. */
const LOOK = 150

/** Cards under the pharmacy's scanner: the built app with its processes, and a hospital of people in its store. */
export async function pick(size: Size): Promise<readonly Figure[]> {
  const { people, each } = sizes[size]
  const runtime = await findRuntime(root, true)
  if (runtime === null) throw new Error('there is nothing to run the app on')
  const folder = mkdtempSync(join(tmpdir(), 'pick-'))
  const world = { root, runtime, folder, people, each, isBuilt: true }
  try {
    return await withHall(world, ['Sunita Devi', '271828'], true, (hall) => atCounter(hall, each))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function atCounter({ demonstration, desk, pharmacy: actor }: Hall, each: number): Promise<readonly Figure[]> {
  if (actor === null) throw new Error('The pharmacy is closed')
  const people = await whoCollects(actor, demonstration, each, [3, 4])
  const cards = await handOutCards({ actor: desk, people })
  for (const card of cards) await untilOpens(actor, card)
  const scan = (text: string) => {
    if (!demonstration.sendScan(`${actor.name}-scanner`, text)) throw new Error('The scanner is not connected')
  }
  const plain = plainPick(demonstration.hospital)
  const ours: number[] = []
  const peer: number[] = []
  try {
    for (const card of cards) {
      ours.push(await hold(actor, card, scan))
      peer.push(await plain.show(actor, card.person.id))
    }
  } finally {
    plain.close()
  }
  const [first] = cards
  if (first === undefined) throw new Error('Nobody came')
  const person = { personId: first.person.id }
  return [
    ...[0.5, 0.95].map((share) =>
      figure(`scanner to pick list drawn, p${share * 100}`, 'ms', 'the aim', {
        ours: quantile(ours, share),
        peer: AIM,
      }),
    ),
    ...[0.5, 0.95].map((share) =>
      figure(`… the same person's list, p${share * 100}`, 'ms', 'plain query, plain page', {
        ours: quantile(ours, share),
        peer: quantile(peer, share),
      }),
    ),
    ...(await legs('of those, the question about the card', actor, [
      'scan.text',
      { text: first.text, source: 'camera' },
    ])),
    ...(await legs('of those, the question about the list', actor, ['pick.open', person])),
  ]
}

async function legs(
  measure: string,
  actor: Actor,
  [channel, input]: readonly [string, unknown],
): Promise<readonly Figure[]> {
  const samples = await askTimes(actor, channel, input, 20)
  return [0.5, 0.95].map((share) => {
    const ours = quantile(samples, share)
    return figure(`leg: ${measure}, p${share * 100}`, 'ms', 'itself', { ours, peer: ours })
  })
}

/** Resolves with the moment when the list's lines have been drawn, in milliseconds since 1970. */
const watching = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('.pick-panel tbody tr') === null) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now()), 0))
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
})`

/** Holds one card under the scanner, waits for its list, and goes on to the next person. */
async function hold({ page }: Actor, { text }: HeldCard, scan: (text: string) => void): Promise<number> {
  await page.locator('.pick-panel').waitFor({ state: 'detached' })
  const drawn = page.evaluate(watching)
  // The page says when it has begun to watch by answering something after it.
  await page.evaluate('0')
  const start = performance.timeOrigin + performance.now()
  scan(text)
  const took = z.number().parse(await drawn) - start
  await page.waitForTimeout(LOOK)
  await page.keyboard.press('Escape')
  return took
}
