import { create } from 'qrcode'
import type { QRCode, QRCodeSegment } from 'qrcode'

/** One dot of a 300 dpi card printer, in points: modules of whole dots come out with sharp edges. */
export const DOT = 72 / 300
const QUIET_MODULES = 4
const FEWEST_DOTS = 5

export type QrLevel = 'M' | 'Q'

/** Sides in millimetres. */
export interface QrRoom {
  /** Filled as well as whole dots allow. */
  readonly side: number
  /** May be used when a long text would have modules of less than five dots. */
  readonly atMost: number
  readonly level: QrLevel
}

/** On the face of a CR80 card; docs/decision/007-card-print.md says why Q. */
export const cardRoom: QrRoom = { side: 25, atMost: 29.3, level: 'Q' }

export interface QrPlan {
  readonly modules: QRCode['modules']
  readonly version: number
  readonly level: QrLevel
  readonly dotsPerModule: number
  /** Sides in points, without and with the quiet zone of four modules. */
  readonly side: number
  readonly sideWithQuietZone: number
}

/** The symbol of a text with modules of as many whole dots as its room has; a long one gives up correction for them. */
export function planQr(text: string, room: QrRoom = cardRoom): QrPlan {
  const plan = planAt(text, room)
  return plan.dotsPerModule >= FEWEST_DOTS || room.level === 'M' ? plan : planAt(text, { ...room, level: 'M' })
}

function planAt(text: string, { side, atMost, level }: QrRoom): QrPlan {
  const { modules, version } = symbolOf(text, level)
  const wished = dotsIn(side, modules.size)
  const dotsPerModule = Math.max(
    1,
    wished >= FEWEST_DOTS ? wished : Math.min(FEWEST_DOTS, dotsIn(atMost, modules.size)),
  )
  const module = dotsPerModule * DOT
  return {
    modules,
    version,
    level,
    dotsPerModule,
    side: modules.size * module,
    sideWithQuietZone: (modules.size + 2 * QUIET_MODULES) * module,
  }
}

const dotsIn = (millimetres: number, modules: number): number => Math.floor(((millimetres / 25.4) * 300) / modules)

/** The letters of a card's text (ISO/IEC 18004 §7.4.4), which a QR symbol packs two to eleven bits. */
const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/

/**
 * A signed card's text is noise, whose mask makes no difference, and trying all eight takes most of the time; what people
 * write is not, and is given the best.
 */
function symbolOf(text: string, level: QrLevel): QRCode {
  if (!alphanumeric.test(text)) return create(text, { errorCorrectionLevel: level })
  const segments: QRCodeSegment[] = [{ data: text, mode: 'alphanumeric' }]
  return text.length < SHORT
    ? create(segments, { errorCorrectionLevel: level })
    : create(segments, { errorCorrectionLevel: level, maskPattern: 2 })
}

const SHORT = 80

/** Draws a plan around a centre, with its corner on a whole dot; the quiet zone is painted white. */
export function drawQr(
  paper: PDFKit.PDFDocument,
  plan: QrPlan,
  centre: { readonly x: number; readonly y: number },
): void {
  const [left, top] = [snap(centre.x - plan.side / 2), snap(centre.y - plan.side / 2)]
  const module = plan.dotsPerModule * DOT
  const whole = plan.modules.size + 2 * QUIET_MODULES
  const move = `q ${short(module)} 0 0 ${short(module)} ${short(left)} ${short(top)} cm`
  const quiet = `1 g ${-QUIET_MODULES} ${-QUIET_MODULES} ${whole} ${whole} re f 0 g`
  paper.addContent(Buffer.from(`${move}\n${quiet}\n${darkBlocks(plan.modules)}f Q\n`, 'latin1'))
}

const snap = (points: number): number => Math.round(points / DOT) * DOT
const short = (points: number): string => String(Number(points.toFixed(4)))

/**
 * Rectangles that cover each dark module once: at each corner the longer of the runs across and down. Those of one shape
 * stand together, which packs a sixth smaller.
 */
function darkBlocks({ size, data }: QRCode['modules']): string {
  const left = Uint8Array.from(data)
  const run = (from: number, step: number, most: number): number => {
    let length = 1
    while (length < most && left[from + length * step] === 1) length++
    return length
  }
  const [across, down]: [string[], string[]] = [[], []]
  for (let at = 0; at < left.length; at++) {
    if (left[at] !== 1) continue
    const x = at % size
    const y = (at - x) / size
    const [width, height] = [run(at, 1, size - x), run(at, size, size - y)]
    if (height > width) {
      for (let each = 0; each < height; each++) left[at + each * size] = 0
      down[height] = `${down[height] ?? ''}${x} ${y} 1 ${height} re\n`
    } else {
      left.fill(0, at, at + width)
      across[width] = `${across[width] ?? ''}${x} ${y} ${width} 1 re\n`
    }
  }
  return across.join('') + down.join('')
}
