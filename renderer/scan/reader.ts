import { prepareZXingModule } from 'zxing-wasm/reader'
import type { ZXingReaderModule } from 'zxing-wasm/reader'

import type { Grey } from './frame.ts'
import { halve } from './symbol/halve.ts'
import type { Quad } from './symbol/quad.ts'

declare global {
  /** What zxing-wasm's module has of Emscripten's; the package's types name this one without bringing it. */
  interface EmscriptenModule {
    readonly HEAPU8: Uint8Array
    readonly wasmBinary: ArrayBuffer
    readonly _malloc: (size: number) => number
    readonly _free: (at: number) => void
  }
}

type Options = Parameters<ZXingReaderModule['readBarcodesFromPixmap']>[3]
type Result = NonNullable<ReturnType<ReturnType<ZXingReaderModule['readBarcodesFromPixmap']>['get']>>

/** A symbol in a picture; the text is null when too much of it is wrong. */
export interface Sighting {
  readonly text: string | null
  readonly quad: Quad
  /** Null when even its size is unclear. */
  readonly version: number | null
}

/** `glance` looks for one symbol in half the picture's size alone. */
export type Reader = (picture: Grey, wish: 'one' | 'all' | 'glance') => readonly Sighting[]

// The package's numbers for what its own wrapper takes by name.
const LOCAL_AVERAGE = 0
const IGNORE = 0
const PLAIN = 0
const UNKNOWN = 0

const quick: Options = {
  // Model 2 alone: a scratched symbol has been taken for a Micro QR.
  formats: 'QRCodeModel2',
  tryHarder: true,
  tryDownscale: true,
  tryRotate: false,
  tryInvert: false,
  tryDenoise: false,
  binarizer: LOCAL_AVERAGE,
  isPure: false,
  downscaleFactor: 3,
  downscaleThreshold: 500,
  minLineCount: 2,
  // A second look, for what was seen first may be a part of the card's print.
  maxNumberOfSymbols: 2,
  validateOptionalChecksum: false,
  returnErrors: true,
  eanAddOnSymbol: IGNORE,
  textMode: PLAIN,
  characterSet: UNKNOWN,
  tryCode39ExtendedMode: false,
}
const every: Options = { ...quick, maxNumberOfSymbols: 255 }
/** At half the size a look costs a quarter, and finds most symbols: what it misses is looked at in full. */
const brief: Options = { ...quick, tryDownscale: false, returnErrors: false }

/**
 * Opens zxing-cpp from the bytes of `zxing_reader.wasm`. For one symbol the picture is looked at in half its size first:
 * a card held near enough is as clear there, noise is halved, and the answer comes in half the time.
 */
export async function openReader(wasm: ArrayBuffer): Promise<Reader> {
  const look = await openEye(wasm)
  return (picture, wish) => {
    if (wish === 'all') return look(picture, every)
    const found = look(halve(picture), brief)
    if (wish === 'one' && found.every(({ text }) => text === null)) return look(picture, quick)
    return found.map((each) => ({ ...each, quad: doubled(each.quad) }))
  }
}

const doubled = ([a, b, c, d, e, f, g, h]: Quad): Quad => [2 * a, 2 * b, 2 * c, 2 * d, 2 * e, 2 * f, 2 * g, 2 * h]

/**
 * The package's own function wants colours, which it turns to grey point by point, and a new piece of memory for each
 * picture: this door takes brightness and keeps its memory.
 */
async function openEye(wasm: ArrayBuffer): Promise<(picture: Grey, how: Options) => readonly Sighting[]> {
  const module = await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true })
  const { _malloc: take, _free: give } = module
  let room = { at: 0, size: 0 }
  return ({ data, width, height }, how) => {
    if (data.length > room.size) {
      if (room.size > 0) give(room.at)
      room = { at: take(data.length), size: data.length }
    }
    module.HEAPU8.set(data, room.at)
    const found = module.readBarcodesFromPixmap(room.at, width, height, how)
    const sightings = Array.from({ length: found.size() }, (_, at) => found.get(at)).flatMap((result) =>
      result === undefined ? [] : [sightingOf(result)],
    )
    if ('delete' in found && typeof found.delete === 'function') found.delete()
    return sightings
  }
}

function sightingOf({ isValid, text, format, symbol, position }: Result): Sighting {
  const { topLeft, topRight, bottomRight, bottomLeft } = position
  const version = (symbol.width - 17) / 4
  return {
    text: isValid && /^QRCode(Model2)?$/.test(format) ? text : null,
    quad: [topLeft.x, topLeft.y, topRight.x, topRight.y, bottomRight.x, bottomRight.y, bottomLeft.x, bottomLeft.y],
    version: Number.isInteger(version) && version >= 1 ? version : null,
  }
}
