import {
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library'

import { blur } from './filter.ts'
import type { Grey } from './frame.ts'

/** Reads a QR symbol without WebAssembly. Noise defeats the hybrid binariser, so a blurred picture has a second try. */
export function decodeSlowly(picture: Grey): string | null {
  const soft = blur(picture, 1)
  return attempt(picture, 'hybrid') ?? attempt(soft, 'hybrid') ?? attempt(soft, 'global')
}

function attempt({ data, width, height }: Grey, how: 'hybrid' | 'global'): string | null {
  const source = new RGBLuminanceSource(data, width, height)
  const binariser = how === 'hybrid' ? new HybridBinarizer(source) : new GlobalHistogramBinarizer(source)
  try {
    return new QRCodeReader()
      .decode(new BinaryBitmap(binariser), new Map([[DecodeHintType.TRY_HARDER, true]]))
      .getText()
  } catch {
    // The library throws whenever it finds no symbol.
    return null
  }
}
