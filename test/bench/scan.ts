import { createPublicKey, verify } from 'node:crypto'

import { readCard } from '../../domain/card/card-code.ts'
import { checkCard } from '../../domain/card/check-card.ts'
import { ed25519PublicKey } from '../../main/crypto/ed25519.ts'
import type { Decoder, Effort } from '../../renderer/scan/decode.ts'
import { frameOf } from '../../renderer/scan/frame.ts'
import type { Grey } from '../../renderer/scan/frame.ts'
import { lateAfter, LONGEST_READ } from '../../renderer/scan/late.ts'
import { openReader } from '../../renderer/scan/reader.ts'
import type { Sighting } from '../../renderer/scan/reader.ts'
import { searchPlan } from '../../renderer/scan/search-plan.ts'
import { cardOf, facts, seed, world } from '../unit/domain-card/fixture.ts'
import { harms } from './camera-harm.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { duel, percent, quantile, timeFigures } from './sample.ts'
import { cameraDecoder, peers, wasmBytes, zxingWasm } from './scan-engine.ts'
import type { Engine, Picture } from './scan-engine.ts'
import { presentation } from './scan-frames.ts'
import type { Presentation } from './scan-frames.ts'

/** Not the seeds that the decoder was built with: those were `dev`, `dev2` and `burst`. */
const SEED = 'bench/scan'

interface Counts {
  readonly frames: number
  readonly held: number
  /** Frames in the negative: each harm at each severity twice, with two kinds of symbol. */
  readonly negative: number
  readonly checks: number
}

const counts: Readonly<Record<Size, Counts>> = {
  full: { frames: 312, held: 39, negative: 78, checks: 1000 },
  tiny: { frames: 2, held: 1, negative: 1, checks: 20 },
}
/** Frames that a card is held before the camera: a sixth of a second. */
const HELD = 5
/** Frames in which the camera has to read a card: while it reads one for 50 ms, the next two pass by. */
const SOON = 3
/** The aim for a frame of 720p, whatever it takes, in milliseconds. */
const AIM = 60

/** What was read in one frame, and the milliseconds that it took. */
interface Reading extends Pick<Presentation, 'text' | 'harm' | 'height'> {
  readonly first: string | null
  readonly all: string | null
  /** As the camera reads it, with its time limit: alone, and with the next frames. */
  readonly limited: string | null
  readonly soon: string | null
  readonly others: ReadonlyMap<Engine, string | null>
  readonly firstTime: number
  readonly allTime: number
  readonly limitedTime: number
  readonly peerTime: number
}

export async function scan(size: Size): Promise<readonly Figure[]> {
  const { frames, held, negative, checks } = counts[size]
  const decoder = await cameraDecoder()
  const look = await openReader(wasmBytes())
  const readings: Reading[] = []
  for (let number = 0; number < frames; number++) {
    readings.push(await readFrame(presentation(SEED, number), decoder, (grey) => look(grey, 'one')))
  }
  return [
    ...recallFigures(readings),
    ...lookFigures(readings.filter(({ height }) => size === 'tiny' || height === 720)),
    ...(await heldFigures(decoder, held)),
    ...(await negativeFigures(decoder, negative)),
    ...(await judging(checks)),
  ]
}

async function readFrame(
  { text, harm, height, next }: Presentation,
  decoder: Decoder,
  look: (grey: Grey) => readonly Sighting[],
): Promise<Reading> {
  const grey = await next()
  const picture: Picture = { grey, colours: frameOf(grey) }
  const others = new Map<Engine, string | null>()
  const first = await timed(() => look(grey).find((sighting) => sighting.text !== null)?.text ?? null)
  const peer = await timed(() => zxingWasm.read(picture))
  for (const engine of peers) others.set(engine, engine === zxingWasm ? peer.value : await engine.read(picture))
  decoder.forget()
  const all = await timed(() => decoder.read(grey, 'thorough').text)
  decoder.forget()
  const limited = await timed(() => readInTime(decoder, grey))
  let soon = limited.value
  for (let frame = 1; frame < SOON && soon === null; frame++) soon = readInTime(decoder, await next())
  const times = { firstTime: first.ms, peerTime: peer.ms, allTime: all.ms, limitedTime: limited.ms }
  return { text, harm, height, first: first.value, all: all.value, limited: limited.value, soon, others, ...times }
}

const readInTime = (decoder: Decoder, grey: Grey, effort: Effort = 'thorough'): string | null =>
  decoder.read(
    grey,
    effort,
    lateAfter(LONGEST_READ, () => performance.now()),
  ).text

async function timed<Value>(
  work: () => Value | Promise<Value>,
): Promise<{ readonly value: Value; readonly ms: number }> {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

const recall = (readings: readonly Reading[], textOf: (reading: Reading) => string | null): number =>
  percent(readings.map((reading) => textOf(reading) === reading.text))

const wrong = (readings: readonly Reading[], textOf: (reading: Reading) => string | null): number =>
  readings.filter((reading) => textOf(reading) !== null && textOf(reading) !== reading.text).length

function recallFigures(readings: readonly Reading[]): readonly Figure[] {
  const groups = harms.map((harm) => [harm, readings.filter((reading) => reading.harm === harm)] as const)
  const beside = (engine: Engine) => (reading: Reading) => reading.others.get(engine) ?? null
  return [
    figure('frames read at first look', '%', zxingWasm.name, {
      ours: recall(readings, ({ first }) => first),
      peer: recall(readings, beside(zxingWasm)),
    }),
    figure("frames read under the camera's time limit, alone", '%', zxingWasm.name, {
      ours: recall(readings, ({ limited }) => limited),
      peer: recall(readings, beside(zxingWasm)),
    }),
    figure(`cards read under the camera's time limit, in ${SOON} frames`, '%', `${zxingWasm.name}, the first frame`, {
      ours: recall(readings, ({ soon }) => soon),
      peer: recall(readings, beside(zxingWasm)),
    }),
    figure("cards read wrongly under the camera's time limit", 'cards', `${zxingWasm.name}, the first frame`, {
      ours: wrong(readings, ({ soon }) => soon),
      peer: wrong(readings, beside(zxingWasm)),
    }),
    ...peers.flatMap((engine) => [
      figure(`frames read with every rescue, beside ${engine.name}`, '%', engine.name, {
        ours: recall(readings, ({ all }) => all),
        peer: recall(readings, beside(engine)),
      }),
      figure(`frames read wrongly, beside ${engine.name}`, 'frames', engine.name, {
        ours: wrong(readings, ({ all }) => all),
        peer: wrong(readings, beside(engine)),
      }),
      ...groups.flatMap(([harm, some]) =>
        some.length === 0
          ? []
          : figure(`… ${harm}, beside ${engine.name}`, '%', engine.name, {
              ours: recall(some, ({ all }) => all),
              peer: recall(some, beside(engine)),
            }),
      ),
    ]),
  ]
}

/** How long 720p frames took: the first look beside the peer's own, and all that is done when it saw nothing. */
function lookFigures(readings: readonly Reading[]): readonly Figure[] {
  const times = (some: readonly Reading[], of: (reading: Reading) => number) => ({
    ours: some.map(of),
    peer: some.map(({ peerTime }) => peerTime),
  })
  const missed = readings.filter(({ first }) => first === null)
  const rescued = times(missed, ({ allTime }) => allTime)
  return [
    ...timeFigures(
      'a frame, first look',
      zxingWasm.name,
      times(readings, ({ firstTime }) => firstTime),
    ),
    ...[0.5, 0.95, 1].map((share) =>
      figure(`a frame under the camera's time limit, rescue included, p${share * 100}`, 'ms', 'the aim for p95', {
        ours: quantile(
          readings.map(({ limitedTime }) => limitedTime),
          share,
        ),
        peer: AIM,
      }),
    ),
    ...(missed.length === 0 ? [] : timeFigures('a frame missed at first, every rescue', zxingWasm.name, rescued)),
  ]
}

/** A card held still for some frames: is it read in any of them? */
async function heldFigures(decoder: Decoder, count: number): Promise<readonly Figure[]> {
  const ours: boolean[] = []
  const peer: boolean[] = []
  for (let number = 0; number < count; number++) {
    const { text, next } = presentation(`${SEED}/held`, number)
    decoder.forget()
    let [ourText, peerText]: (string | null)[] = [null, null]
    for (let frame = 0; frame < HELD; frame++) {
      const grey = await next()
      ourText ??= decoder.read(grey, 'thorough').text
      peerText ??= await zxingWasm.read({ grey, colours: frameOf(grey) })
    }
    ours.push(ourText === text)
    peer.push(peerText === text)
  }
  const shares = { ours: percent(ours), peer: percent(peer) }
  return [figure(`cards read in one of ${HELD} frames`, '%', zxingWasm.name, shares)]
}

/** Cards that are light on dark, as a phone shows them at night: in one frame, and as they come before the camera. */
async function negativeFigures(decoder: Decoder, count: number): Promise<readonly Figure[]> {
  const readings: Readonly<Record<'text', string> & Record<'all' | 'soon' | 'peer', string | null>>[] = []
  for (let number = 0; number < count; number++) {
    const { text, next } = presentation(`${SEED}/negative`, number, true)
    const grey = await next()
    decoder.forget()
    const all = decoder.read(grey, 'negative').text
    const soon = await readByPlan(decoder, grey, next)
    readings.push({ text, all, soon, peer: await zxingWasm.read({ grey, colours: frameOf(grey) }) })
  }
  const share = (of: 'all' | 'soon' | 'peer') => percent(readings.map((reading) => reading[of] === reading.text))
  const wrongly = (of: 'all' | 'soon' | 'peer') =>
    readings.filter((reading) => reading[of] !== null && reading[of] !== reading.text).length
  return [
    figure('light on dark: frames read with every rescue', '%', zxingWasm.name, {
      ours: share('all'),
      peer: share('peer'),
    }),
    figure(`light on dark: cards read by the camera's plan, in ${HELD} frames`, '%', `${zxingWasm.name}, the first`, {
      ours: share('soon'),
      peer: share('peer'),
    }),
    figure('light on dark: cards read wrongly', 'cards', zxingWasm.name, {
      ours: wrongly('all') + wrongly('soon'),
      peer: wrongly('peer'),
    }),
  ]
}

/** As the camera reads: at first as if the card were printed. */
async function readByPlan(decoder: Decoder, first: Grey, next: () => Promise<Grey>): Promise<string | null> {
  const plan = searchPlan()
  let text: string | null = null
  decoder.forget()
  for (let frame = 0; frame < HELD && text === null; frame++) {
    text = readInTime(decoder, frame === 0 ? first : await next(), plan.next())
    plan.came(text !== null)
  }
  return text
}

/** From text to answer: Base45, COSE, the signature, dates and status, beside the signature alone. */
async function judging(count: number): Promise<readonly Figure[]> {
  const card = readCard(cardOf())
  if (!card.ok) throw new Error('The card is none')
  const { toBeSigned, signature } = card.value
  const head = Buffer.from('302a300506032b6570032100', 'hex')
  const key = createPublicKey({ key: Buffer.concat([head, ed25519PublicKey(seed)]), format: 'der', type: 'spki' })
  const times = Array.from({ length: count }, (_, at) => cardOf({ statusIndex: facts.statusIndex + (at % 50) }))
  const samples = await duel(times, Math.min(300, count), {
    ours(code) {
      if (checkCard(code, world).kind !== 'valid') throw new Error('A valid card was refused')
    },
    peer: () => verify(null, toBeSigned, key, signature),
  })
  return timeFigures('text to answer', "node:crypto's Ed25519 alone", samples)
}
