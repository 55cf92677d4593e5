import { openFont } from './font.ts'
import type { FontFiles } from './font.ts'
import { mm } from './pen.ts'

/**
 * About the height of the font in millimetres: a hairline for the eye, words under a magnifier on a card printed at 600 dpi, and a
 * broken line on a copy.
 */
const SIZE = 0.52
/** Font units of one step of an outline: four micrometres are finer than any press, and a third of the bytes. */
const STEP = 8

/**
 * A row of tiny words over and over, as outlines: drawn as text, whoever copies the card's text would get them too.
 * Millimetres, from the left edge and at the baseline.
 */
export function drawMicrotext(
  paper: PDFKit.PDFDocument,
  words: string,
  fonts: FontFiles,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const font = openFont(fonts['Latn-600'])
  const { cells, advance } = font.shape(`${words} `, 'Latn', false)
  const times = Math.round((width * font.unitsPerEm) / (advance * SIZE))
  // A little larger or smaller, so that whole words fill the row.
  const pitch = width / times
  const scale = (pitch / advance) * STEP
  let pen = 0
  let outlines = ''
  for (const cell of cells) {
    for (const { glyph, x: right, y: up } of cell.pieces) {
      const outline = outlineOf(font.path(glyph))
      if (outline !== '') outlines += `q 1 0 0 1 ${steps(pen + right)} ${steps(up)} cm\n${outline}f Q\n`
    }
    pen += cell.advance
  }
  for (let each = 0; each < times; each++) {
    const place = [scale, 0, 0, -scale, x + each * pitch, y].map((value) => short(mm(value))).join(' ')
    paper.addContent(`q ${place} cm\n${outlines}Q`)
  }
}

/** An SVG path of moves, lines, and curves of one or two handles, in PDF's words (ISO 32000-1 §8.5.2). */
function outlineOf(path: string): string {
  let [x, y] = [0, 0]
  let out = ''
  for (const [, verb = '', numbers = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const at = numbers
      .split(/[ ,]/)
      .filter((each) => each !== '')
      .map(Number)
    const [hx = 0, hy = 0, ex = 0, ey = 0] = at
    // A curve of one handle is the curve of two that stand two thirds of the way to it (§8.5.2.2 knows only the latter).
    const points =
      verb === 'Q'
        ? [x + (2 * (hx - x)) / 3, y + (2 * (hy - y)) / 3, ex + (2 * (hx - ex)) / 3, ey + (2 * (hy - ey)) / 3, ex, ey]
        : at
    out += `${points.map(steps).join(' ')}${verb === 'Z' ? '' : ' '}${operators[verb] ?? ''}\n`
    const [lastX = x, lastY = y] = points.slice(-2)
    x = lastX
    y = lastY
  }
  return out
}

const operators: Readonly<Record<string, string>> = { M: 'm', L: 'l', Q: 'c', C: 'c', Z: 'h' }

const steps = (units: number): number => Math.round(units / STEP)

const short = (value: number): string => String(Math.round(value * 1e6) / 1e6)
