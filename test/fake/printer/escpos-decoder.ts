import { dotPaper } from './dot-paper.ts'

/** What came of decoding, in order. */
export type PrinterEvent =
  | { readonly kind: 'cut'; readonly rows: readonly Uint8Array[] }
  | { readonly kind: 'reply'; readonly bytes: Uint8Array }
  | { readonly kind: 'automatic-status'; readonly parts: number }
  | { readonly kind: 'drawer' }
  | { readonly kind: 'unknown'; readonly bytes: string }

export type DecoderOptions = {
  readonly dots: number
  readonly dpi: number
  /** The paper sensor as GS r reads it when its turn comes. */
  readonly sensor: () => number
  readonly emit: (event: PrinterEvent) => void
}

/** Null: more bytes are needed. Otherwise how many bytes the command at the head of the buffer took. */
type Step = number | null

/**
 * An ESC/POS interpreter after Epson's command reference, byte for byte as a printer would: a command that is cut in
 * two waits for its rest, whichever connection that comes from.
 */
export function escposDecoder(options: DecoderOptions) {
  const { dots, dpi, emit } = options
  const paper = dotPaper(dots)
  let held: Uint8Array = new Uint8Array()
  // Many models count ESC J in half dots until GS P says otherwise.
  let unitsPerInch = dpi * 2
  let lineSpacing = Math.round(dpi / 6)
  let justification: 0 | 1 | 2 = 0

  const reset = (): void => {
    unitsPerInch = dpi * 2
    lineSpacing = Math.round(dpi / 6)
    justification = 0
  }
  const units = (count: number): number => Math.floor((count * dpi) / unitsPerInch)
  const cut = (): void => emit({ kind: 'cut', rows: paper.tear() })
  const unknown = (bytes: Uint8Array): void => emit({ kind: 'unknown', bytes: Buffer.from(bytes).toString('hex') })

  /** GS v 0 m xL xH yL yH d…: m doubles the width (1), the height (2) or both (3). */
  const raster = (bytes: Uint8Array): Step => {
    const [, , , mode = 0, xL = 0, xH = 0, yL = 0, yH = 0] = bytes
    if (bytes.length < 8) return null
    const stride = xL + xH * 256
    const height = yL + yH * 256
    const total = 8 + stride * height
    if (bytes.length < total) return null
    const across = (mode & 1) === 1 ? 2 : 1
    const down = (mode & 2) === 2 ? 2 : 1
    const width = Math.min(dots, stride * 8 * across)
    const left = justification === 0 ? 0 : justification === 1 ? (dots - width) >> 1 : dots - width
    for (let y = 0; y < height; y += 1) {
      const row = new Uint8Array(dots)
      for (let x = 0; x < width; x += 1) {
        const column = Math.floor(x / across)
        const byte = bytes[8 + y * stride + (column >> 3)] ?? 0
        row[left + x] = (byte >> (7 - (column & 7))) & 1
      }
      for (let again = 0; again < down; again += 1) paper.burn(row)
    }
    return total
  }

  /** ESC n … */
  const escape = (bytes: Uint8Array): Step => {
    const [, code, value = 0] = bytes
    if (code === undefined) return null
    if (code === 0x40) {
      reset()
      return 2
    }
    if (code === 0x32) {
      lineSpacing = Math.round(dpi / 6)
      return 2
    }
    const length = escapeLengths[code]
    if (length === undefined) {
      unknown(bytes.subarray(0, 2))
      return 2
    }
    if (bytes.length < length) return null
    if (code === 0x4a) paper.feed(units(value))
    else if (code === 0x64) paper.feed(value * lineSpacing)
    else if (code === 0x33) lineSpacing = units(value)
    else if (code === 0x61) justification = value % 48 === 1 ? 1 : value % 48 === 2 ? 2 : 0
    else if (code === 0x70) emit({ kind: 'drawer' })
    else unknown(bytes.subarray(0, length))
    return length
  }

  /** GS V m [n]: forms A cut where the paper stands, forms B feed n first. */
  const cutter = (bytes: Uint8Array): Step => {
    const [, , mode, feed] = bytes
    if (mode === undefined) return null
    if (mode === 65 || mode === 66) {
      if (feed === undefined) return null
      paper.feed(units(feed))
      cut()
      return 4
    }
    if (mode === 0 || mode === 1 || mode === 48 || mode === 49) cut()
    else unknown(bytes.subarray(0, 3))
    return 3
  }

  /** GS ( fn pL pH …: says its own length, so that even an unknown one can be passed over. */
  const extended = (bytes: Uint8Array): Step => {
    const [, , name, pL = 0, pH = 0, fn, m] = bytes
    if (bytes.length < 5) return null
    const total = 5 + pL + pH * 256
    if (bytes.length < total) return null
    if (name === 0x48 && fn === 48 && m === 48 && total === 11) {
      emit({ kind: 'reply', bytes: Uint8Array.from([0x37, 0x22, ...bytes.subarray(7, 11), 0]) })
    } else unknown(bytes.subarray(0, Math.min(total, 16)))
    return total
  }

  /** GS n … */
  const group = (bytes: Uint8Array): Step => {
    const [, code, value, more] = bytes
    if (code === undefined) return null
    if (code === 0x56) return cutter(bytes)
    if (code === 0x28) return extended(bytes)
    if (code === 0x0c) {
      cut()
      return 2
    }
    if (value === undefined) return null
    if (code === 0x76 && value === 0x30) return raster(bytes)
    if (code === 0x72) {
      if (value === 1 || value === 49) emit({ kind: 'reply', bytes: Uint8Array.from([options.sensor()]) })
      else unknown(bytes.subarray(0, 3))
      return 3
    }
    if (code === 0x61) {
      emit({ kind: 'automatic-status', parts: value })
      return 3
    }
    if (code === 0x50) {
      if (more === undefined) return null
      unitsPerInch = more === 0 ? dpi * 2 : more
      return 4
    }
    unknown(bytes.subarray(0, 2))
    return 2
  }

  const step = (bytes: Uint8Array): Step => {
    const [code, second] = bytes
    if (code === 0x1b) return escape(bytes)
    if (code === 0x1d) return group(bytes)
    if (code === 0x10) {
      // DLE EOT was already answered when it arrived; here it only leaves the buffer.
      if (second === undefined || (second === 0x04 && bytes.length < 3)) return null
      if (second === 0x04) return 3
      unknown(bytes.subarray(0, 2))
      return 2
    }
    if (code === 0x0a) paper.feed(lineSpacing)
    else if (code !== 0) unknown(bytes.subarray(0, 1))
    return 1
  }

  return {
    /** Takes bytes and obeys all whole commands, as long as `ready` says so before each. */
    take: (bytes: Uint8Array, ready: () => boolean): void => {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
      while (held.length > 0 && ready()) {
        const taken = step(held)
        if (taken === null) break
        held = held.subarray(taken)
      }
    },
    /** Bytes that wait for the printer to be ready or for the rest of their command. */
    waiting: (): number => held.length,
    printedRows: (): number => paper.height(),
    /** Switched off and on: buffer and settings are gone, the paper is not. */
    powerCycle: (): void => {
      held = new Uint8Array()
      reset()
    },
  }
}

/** Whole lengths of the ESC commands with fixed parameters that a printer meets often. */
const escapeLengths: Readonly<Record<number, number>> = {
  0x20: 3,
  0x21: 3,
  0x2d: 3,
  0x33: 3,
  0x45: 3,
  0x47: 3,
  0x4a: 3,
  0x4d: 3,
  0x52: 3,
  0x56: 3,
  0x61: 3,
  0x64: 3,
  0x70: 5,
  0x74: 3,
  0x7b: 3,
}
