import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library'

import { randomFrom } from '../../build/demo/seed/random.ts'
import { pixelsOf, rasterPdf } from '../../build/paper/raster.ts'
import { readCard } from '../../domain/card/card-code.ts'
import { checkCard } from '../../domain/card/check-card.ts'
import { ed25519PublicKey } from '../../main/crypto/ed25519.ts'
import { drawCard } from '../../main/print/pdf/draw-card.ts'
import { openDecoder } from '../../renderer/scan/decode.ts'
import type { Decoder } from '../../renderer/scan/decode.ts'
import { greyOf } from '../../renderer/scan/frame.ts'
import type { Frame } from '../../renderer/scan/frame.ts'
import { cardOf, facts, seed, world } from '../unit/domain-card/fixture.ts'
import { fonts, paper, text } from '../unit/main-pdf/fixture.ts'
import { photographer } from './card-frame.ts'
import type { Shot } from './card-frame.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { duel, percent, timeFigures } from './sample.ts'

const peerName = '@zxing/library alone'

const grid = { share: [0.5, 0.36], tilt: [0, 15, 30], blur: [0, 0.8, 1.2, 1.6], noise: [1, 3, 6, 12, 20] } as const

const shotsOf = (size: Size): readonly Shot[] => {
  const all = grid.share.flatMap((share) =>
    grid.tilt.flatMap((tilt) => grid.blur.flatMap((blur) => grid.noise.map((noise) => ({ share, tilt, blur, noise })))),
  )
  return size === 'full' ? all : [0, 119].flatMap((at) => all[at] ?? [])
}

/** What was read in one frame by a first look, by every rescue when that failed, and by the peer. */
interface Reading {
  readonly shot: Shot
  readonly frame: Frame
  first: string | null
  rescued: string | null
  peer: string | null
}

export async function scan(size: Size): Promise<readonly Figure[]> {
  const decoder = await wasmDecoder()
  const [front] = await rasterPdf(await drawCard(paper, { fonts, text }), 300)
  if (front === undefined) throw new Error('The card has no front')
  const photograph = photographer(greyOf(pixelsOf(front)), randomFrom('bench/scan'))
  const shots = shotsOf(size)
  const readings = shots.map((shot): Reading => ({
    shot,
    frame: photograph(shot),
    first: null,
    rescued: null,
    peer: null,
  }))
  const looks = await duel(readings, 3, {
    ours: async (reading) => void (reading.first = (await decoder.read(reading.frame, 'quick')).text),
    peer: (reading) => void (reading.peer = readPlainly(reading.frame)),
  })
  const missed = readings.filter(({ first }) => first === null)
  const rescues = await duel(missed, 0, {
    ours: async (reading) => void (reading.rescued = (await decoder.read(reading.frame, 'thorough')).text),
    peer: ({ frame }) => readPlainly(frame),
  })
  return [
    ...recallFigures(readings),
    ...timeFigures('a frame, first look', peerName, looks),
    ...(missed.length === 0 ? [] : timeFigures('a frame missed at first, every rescue', peerName, rescues)),
    ...(await judging(size)),
  ]
}

async function wasmDecoder(): Promise<Decoder> {
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const decoder = await openDecoder(Uint8Array.from(readFileSync(path)).buffer)
  if (decoder.engine !== 'zxing-wasm') throw new Error('The decoder of the camera did not open')
  return decoder
}

/** As the library's own examples read a QR symbol. */
function readPlainly(frame: Frame): string | null {
  const { data, width, height } = greyOf(frame)
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(data, width, height)))
  try {
    return new QRCodeReader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText()
  } catch {
    // The library throws whenever it finds no symbol.
    return null
  }
}

function recallFigures(readings: readonly Reading[]): readonly Figure[] {
  const read = (measure: string, some: readonly Reading[], ours: (reading: Reading) => string | null) =>
    figure(measure, '%', peerName, {
      ours: percent(some.map((reading) => ours(reading) === paper.code)),
      peer: percent(some.map(({ peer }) => peer === paper.code)),
    })
  const first = (reading: Reading) => reading.first
  const levels = (part: 'blur' | 'noise' | 'tilt') =>
    grid[part].flatMap((level) => {
      const some = readings.filter(({ shot }) => shot[part] === level)
      return some.length === 0 ? [] : [read(`… ${part} ${level}`, some, first)]
    })
  const wrong = (texts: readonly (string | null)[]) =>
    texts.filter((each) => each !== null && each !== paper.code).length
  return [
    read('frames read at first look', readings, first),
    ...levels('blur'),
    ...levels('noise'),
    ...levels('tilt'),
    read('frames read with every rescue', readings, (reading) => reading.first ?? reading.rescued),
    figure('frames read wrongly', 'frames', peerName, {
      ours: wrong(readings.map((reading) => reading.first ?? reading.rescued)),
      peer: wrong(readings.map(({ peer }) => peer)),
    }),
  ]
}

/** From text to answer: Base45, COSE, the signature, dates and status, beside the signature alone. */
async function judging(size: Size): Promise<readonly Figure[]> {
  const card = readCard(cardOf())
  if (!card.ok) throw new Error('The card is none')
  const { toBeSigned, signature } = card.value
  const head = Buffer.from('302a300506032b6570032100', 'hex')
  const key = createPublicKey({ key: Buffer.concat([head, ed25519PublicKey(seed)]), format: 'der', type: 'spki' })
  const times = Array.from({ length: size === 'full' ? 1000 : 20 }, (_, at) =>
    cardOf({ statusIndex: facts.statusIndex + (at % 50) }),
  )
  const samples = await duel(times, Math.min(300, times.length), {
    ours(code) {
      if (checkCard(code, world).kind !== 'valid') throw new Error('A valid card was refused')
    },
    peer: () => verify(null, toBeSigned, key, signature),
  })
  return timeFigures('text to answer', "node:crypto's Ed25519 alone", samples)
}
