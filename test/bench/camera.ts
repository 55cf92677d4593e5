import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createCanvas } from '@napi-rs/canvas'
import type { Canvas } from '@napi-rs/canvas'
import { create } from 'qrcode'

import { unlock } from '../../build/demo/tour/desk-scene.ts'
import { cameraSwitches, enter } from '../../build/demo/tour/stage.ts'
import type { Actor } from '../../build/demo/tour/stage.ts'
import { presentationOf } from '../../build/paper/video.ts'
import { desk } from '../../contract/desk.ts'
import { askPage, smallHospital, until } from '../journey/hospital.ts'
import { askTimes, holdCard } from './camera-watch.ts'
import type { Held } from './camera-watch.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { quantile } from './sample.ts'

const counts: Readonly<Record<Size, { readonly cards: number; readonly held: number }>> = {
  full: { cards: 3, held: 50 },
  tiny: { cards: 1, held: 1 },
}
const FRAMES = { empty: 30, held: 60 }

/** Holds cards before the desk's camera: the built app, its store and its processes, a film for a camera. */
export async function camera(size: Size): Promise<readonly Figure[]> {
  const { cards, held } = counts[size]
  const folder = mkdtempSync(join(tmpdir(), 'camera-'))
  const film = join(folder, 'camera.y4m')
  const hospital = await smallHospital()
  try {
    writeFileSync(film, presentationOf(createCanvas(86, 54), { empty: 1, held: 1 }))
    const actor = await enter(hospital.runtime, hospital.desk, cameraSwitches(film))
    try {
      await open(actor)
      const codes = await issueCards(actor, cards)
      const films = codes.map((code) => presentationOf(cardOf(code), FRAMES))
      const all: Held[] = []
      for (let number = 0; number < held; number++) {
        writeFileSync(`${film}.new`, films[number % films.length] ?? new Uint8Array())
        renameSync(`${film}.new`, film)
        all.push(await holdCard(actor))
      }
      const code = codes[0] ?? ''
      const legs = {
        plain: await askTimes(actor, 'terminal.status', {}, held),
        scan: await askTimes(actor, 'scan.text', { text: code, source: 'camera' }, held),
      }
      return [...figuresOf(all), ...legFigures(all, legs)]
    } finally {
      await actor.app.close()
    }
  } finally {
    await hospital.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(actor: Actor): Promise<void> {
  await actor.page.getByRole('radio', { name: 'Sunita Devi' }).waitFor()
  await unlock(actor, 'Sunita Devi', '271828')
  await actor.page.getByRole('combobox').first().waitFor()
  await until(
    'the hospital’s people to be here',
    async () => !(await askPage(actor, desk, 'terminal.status', {})).filling,
  )
}

/** Codes of cards that this desk issued just now. */
async function issueCards(actor: Actor, count: number): Promise<readonly string[]> {
  const { hits } = await askPage(actor, desk, 'person.search', { text: 'kumar' })
  const codes: string[] = []
  for (const { person } of hits.slice(0, count)) {
    const wishes = { details: false, emergency: false, face: false }
    const answer = await askPage(actor, desk, 'card.issue', { personId: person.id, language: 'en', wishes })
    if (answer.kind !== 'issued') throw new Error(`no card was issued: ${answer.kind}`)
    codes.push(answer.code)
  }
  if (codes.length === 0) throw new Error('nobody to issue a card to')
  return codes
}

/** A white card of 1012 × 638 points with its symbol at the right, as a card printer of 300 dpi sets it. */
function cardOf(code: string): Canvas {
  const canvas = createCanvas(1012, 638)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000000'
  for (let line = 0; line < 8; line++) context.fillRect(60, 120 + 55 * line, 380 - 30 * (line % 3), 16)
  const { size, data } = create(code, { errorCorrectionLevel: 'M' }).modules
  const dots = Math.floor(300 / size)
  const [left, top] = [960 - size * dots, 190]
  for (let at = 0; at < size * size; at++) {
    if (data[at]) context.fillRect(left + (at % size) * dots, top + Math.floor(at / size) * dots, dots, dots)
  }
  return canvas
}

interface Asked {
  /** A question that the store process answers without the disk, and the one about a card, which commits. */
  readonly plain: readonly number[]
  readonly scan: readonly number[]
}

/** Where the time goes, leg by leg; nobody has published the like of them, so the peer is the leg itself. */
function legFigures(all: readonly Held[], { plain, scan }: Asked): readonly Figure[] {
  const line = (measure: string, samples: readonly number[]) =>
    [0.5, 0.95].map((share) => {
      const ours = quantile(samples, share)
      return figure(`leg: ${measure}, p${share * 100}`, 'ms', 'itself', { ours, peer: ours })
    })
  const between = (measure: string, of: (held: Held) => number) => line(measure, all.map(of))
  return [
    ...between('page to worker', ({ sent, arrived }) => arrived - sent),
    ...between('frame to brightness', ({ arrived, bright }) => bright - arrived),
    ...between('brightness to text', ({ bright, done }) => done - bright),
    ...between('worker to page', ({ done, read }) => read - done),
    ...between('text to person on the page', ({ read, shown }) => shown - read),
    ...between('person on the page to drawn', ({ shown, drawn }) => drawn - shown),
    ...line('of those, a question to the store and back, no disk, quiet page', plain),
    ...line('of those, the question about a card, with its commit, quiet page', scan),
  ]
}

function figuresOf(all: readonly Held[]): readonly Figure[] {
  const line = (measure: string, aim: number, of: (held: Held) => number) =>
    [0.5, 0.95].map((share) =>
      figure(`${measure}, p${share * 100}`, 'ms', 'the aim for p95', {
        ours: quantile(all.map(of), share),
        peer: aim,
      }),
    )
  return [
    ...line('frame sent to the worker to person on the page', 25, ({ sent, shown }) => shown - sent),
    ...line('… of that, frame to text', 15, ({ sent, read }) => read - sent),
    ...line('card held before the camera to person drawn', 600, ({ held, drawn }) => drawn - held),
  ]
}
