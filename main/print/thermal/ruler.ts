import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'

/** What decides the shape of a text beside its size. */
export type Face = {
  /** A CSS list of font families. */
  readonly families: string
  readonly direction: 'ltr' | 'rtl'
  /** Room between letters, in parts of the type size. */
  readonly spacing?: number
}

/** How far ink reaches from the start of the baseline to each side, in parts of the type size. */
export type Ink = { readonly left: number; readonly right: number; readonly above: number; readonly below: number }

/** Measures texts in parts of the type size, so that one measurement serves every size that is tried. */
export type Ruler = {
  readonly advance: (text: string, face: Face) => number
  readonly ink: (text: string, face: Face) => Ink
}

/**
 * The canvas is always told `ltr`, and right-to-left text brings its direction along as an isolate: told `rtl`,
 * versions of the library before 1.1 lay a text out in a box 100,000 dots wide and measure it from the far side.
 */
export function drawText(context: SKRSContext2D, text: string, face: Face, place: Place): void {
  setType(context, face, place.size)
  context.fillText(directed(text, face), place.x, place.y)
  context.letterSpacing = '0px'
}

type Place = { readonly x: number; readonly y: number; readonly size: number }

const directed = (text: string, face: Face): string => (face.direction === 'rtl' ? `\u2067${text}\u2069` : text)

function setType(context: SKRSContext2D, face: Face, size: number): void {
  context.font = `${size}px ${face.families}`
  context.direction = 'ltr'
  context.textAlign = 'left'
  context.letterSpacing = `${(face.spacing ?? 0) * size}px`
}

/** Type size that texts are measured at, in dots. */
const sample = 32
const above = 3 * sample
const beside = 2 * sample
const height = 5 * sample

export function ruler(): Ruler {
  let scratch = createCanvas(1024, height).getContext('2d')

  function advance(text: string, face: Face): number {
    setType(scratch, face, sample)
    return scratch.measureText(directed(text, face)).width / sample
  }

  /** Reads the ink off the dots: the library's own box holds the first font of a line only. */
  function ink(text: string, face: Face): Ink {
    const width = Math.ceil(advance(text, face) * sample) + 2 * beside
    if (width > scratch.canvas.width) scratch = createCanvas(width, height).getContext('2d')
    scratch.clearRect(0, 0, width, height)
    drawText(scratch, text, face, { x: beside, y: above, size: sample })
    const box = inkBox(new Uint32Array(scratch.getImageData(0, 0, width, height).data.buffer), width)
    if (box === null) return { left: 0, right: 0, above: 0, below: 0 }
    return {
      left: (beside - box.left) / sample,
      right: (box.right - beside) / sample,
      above: (above - box.top) / sample,
      below: (box.bottom - above) / sample,
    }
  }
  return { advance: remembered(advance), ink: remembered(ink) }
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** The box around everything that is not clear; right and bottom are the first clear column and row. */
function inkBox(pixels: Uint32Array, width: number): Box | null {
  let left = width
  let right = 0
  let top = height
  let bottom = 0
  for (let y = 0; y < height; y += 1) {
    const start = y * width
    let first = 0
    while (first < width && pixels[start + first] === 0) first += 1
    if (first === width) continue
    let last = width - 1
    while (pixels[start + last] === 0) last -= 1
    left = Math.min(left, first)
    right = Math.max(right, last + 1)
    top = Math.min(top, y)
    bottom = y + 1
  }
  return bottom === 0 ? null : { left, right, top, bottom }
}

function remembered<Value>(measure: (text: string, face: Face) => Value): (text: string, face: Face) => Value {
  const known = new Map<string, Value>()
  return (text, face) => {
    const key = `${face.families}|${face.direction}|${face.spacing ?? 0}|${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const value = measure(text, face)
    known.set(key, value)
    return value
  }
}
