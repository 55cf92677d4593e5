import { scanGrayBuffer } from '@undecaf/zbar-wasm'

import { randomFrom } from '../../build/demo/seed/random.ts'
import { cameraDecoder } from '../../build/paper/read-code.ts'
import { CardId } from '../../domain/id.ts'
import { cardRoom, planQr } from '../../main/print/pdf/qr.ts'
import type { QrLevel } from '../../main/print/pdf/qr.ts'
import type { Grey } from '../../renderer/scan/frame.ts'
import { cardOf } from '../unit/domain-card/fixture.ts'
import { harms, photographed, printed, worn } from './card-wear.ts'
import type { Harm, View } from './card-wear.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { percent } from './sample.ts'

const peerName = 'the same cards at level M'
const levels: readonly QrLevel[] = ['M', 'Q']
const engines = ['zxing-wasm', 'zbar'] as const
type Engine = (typeof engines)[number]

interface Case {
  readonly card: number
  readonly harm: Harm
  readonly strength: number
  readonly view: View
}

/** Whether each engine read a card at each level: what was done to both is the same to the last dot. */
interface Pair extends Case {
  readonly read: Readonly<Record<Engine, Readonly<Record<QrLevel, boolean>>>>
}

const grid = { scale: [2.8, 3.6, 5, 8], strength: [0, 1, 2, 3, 4] } as const
const CARDS: Readonly<Record<Size, number>> = { full: 6, tiny: 1 }

function casesOf(size: Size): readonly Case[] {
  const random = randomFrom('bench/card-level')
  return Array.from({ length: CARDS[size] }).flatMap((_, card) =>
    harms.flatMap((harm) =>
      grid.strength.flatMap((strength) =>
        grid.scale.map((scale) => {
          const turn = (random.next() - 0.5) * 16
          const view = { scale, turn, blur: scale > 4 && random.chance(0.5) ? 1 : 0, noise: random.between(2, 12) }
          return { card, harm, strength, view }
        }),
      ),
    ),
  )
}

/** Prints, wears and photographs the same cards at Q and at M, each as large as whole dots let it be in 25 mm. */
export async function cardLevel(size: Size): Promise<readonly Figure[]> {
  const pairs: Pair[] = []
  const cases = size === 'full' ? casesOf(size) : casesOf(size).slice(0, 2)
  for (const [at, each] of cases.entries()) pairs.push(await tryBoth(each, at))
  return [
    ...engines.map((engine) => share(`cards read by ${engine}`, pairs, [engine])),
    ...grid.scale.map((scale) => {
      const name = `read at ${scale} points a millimetre, either engine`
      return share(name, withView(pairs, scale), engines)
    }),
    ...harms.map((harm) =>
      share(
        `read under ${harm}, either engine`,
        pairs.filter((pair) => pair.harm === harm),
        engines,
      ),
    ),
    ...grid.strength.map((strength) => {
      const name = `read at strength ${strength} of 4, either engine`
      return share(
        name,
        pairs.filter((pair) => pair.strength === strength),
        engines,
      )
    }),
    share(
      'read of 151 letters, either engine',
      pairs.filter(({ card }) => isPlain(card)),
      engines,
    ),
    share(
      'read of 280 letters, either engine',
      pairs.filter(({ card }) => !isPlain(card)),
      engines,
    ),
    ...engines.map((engine) =>
      alone(
        engine,
        pairs.filter(({ view }) => view.scale > grid.scale[0]),
      ),
    ),
    figure('pairs', 'pairs', peerName, { ours: pairs.length, peer: pairs.length }),
  ]
}

const withView = (pairs: readonly Pair[], scale: number) => pairs.filter(({ view }) => view.scale === scale)

function share(name: string, pairs: readonly Pair[], by: readonly Engine[]): Figure {
  const good = (level: QrLevel) => percent(pairs.map(({ read }) => by.some((engine) => read[engine][level])))
  return figure(name, '%', peerName, { ours: good('Q'), peer: good('M') })
}

/** What a sign test takes: the pairs that only one level was read in. */
function alone(engine: Engine, pairs: readonly Pair[]): Figure {
  const only = (level: QrLevel, other: QrLevel) =>
    pairs.filter(({ read }) => read[engine][level] && !read[engine][other]).length
  return figure(`read by ${engine} at this level only, without the farthest`, 'pairs', peerName, {
    ours: only('Q', 'M'),
    peer: only('M', 'Q'),
  })
}

async function tryBoth(each: Case, at: number): Promise<Pair> {
  const text = textOf(each.card)
  const read = { 'zxing-wasm': { M: false, Q: false }, zbar: { M: false, Q: false } }
  for (const level of levels) {
    // The same seed for both: a scratch at Q is the scratch at M.
    const plan = planQr(text, { ...cardRoom, level })
    if (plan.level !== level) throw new Error('This text is too long to be compared')
    const card = worn(printed(plan), each.harm, each.strength, randomFrom(`harm ${at}`))
    const picture = photographed(card, each.view, randomFrom(`noise ${at}`))
    read['zxing-wasm'][level] = (await byZxing(picture)) === text
    read.zbar[level] = (await byZbar(picture)) === text
  }
  return { ...each, read }
}

/** Two of three are cards without personal data; the third is as long as one with a name. */
function textOf(card: number): string {
  if (isPlain(card)) return cardOf({ cardId: CardId.parse((0xc0ffee_00 + card).toString(16).padStart(16, '0')) })
  const random = randomFrom(`core ${card}`)
  return `DLH1:${Array.from({ length: 275 }, () => letters.charAt(random.between(0, 44))).join('')}`
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const isPlain = (card: number): boolean => card % 3 < 2

async function byZxing(picture: Grey): Promise<string | null> {
  const decoder = await cameraDecoder()
  return decoder.read(picture, 'thorough').text
}

async function byZbar({ data, width, height }: Grey): Promise<string | null> {
  const [symbol] = await scanGrayBuffer(Uint8Array.from(data).buffer, width, height)
  return symbol?.decode('utf-8') ?? null
}
