import { create } from 'qrcode'
import type { QRCode } from 'qrcode'

/** One dot of a 300 dpi card printer, in points: modules of whole dots come out with sharp edges. */
export const DOT = 72 / 300
const QUIET_MODULES = 4
const WIDEST = 25 / 25.4
const FEWEST_DOTS = 6

export interface QrPlan {
  readonly modules: readonly (readonly boolean[])[]
  readonly version: number
  readonly level: 'M' | 'Q'
  readonly dotsPerModule: number
  /** Sides in points, without and with the quiet zone of four modules. */
  readonly side: number
  readonly sideWithQuietZone: number
}

/** The symbol that fills 25 mm best: level Q when its modules still have six dots, else M. */
export function planQr(text: string): QrPlan {
  const better = planAt(text, 'Q')
  return better.dotsPerModule >= FEWEST_DOTS ? better : planAt(text, 'M')
}

function planAt(text: string, level: 'M' | 'Q'): QrPlan {
  const { modules, version } = create(text, { errorCorrectionLevel: level })
  const dotsPerModule = Math.max(1, Math.floor((WIDEST * 300) / modules.size))
  const module = dotsPerModule * DOT
  return {
    modules: rowsOf(modules),
    version,
    level,
    dotsPerModule,
    side: modules.size * module,
    sideWithQuietZone: (modules.size + 2 * QUIET_MODULES) * module,
  }
}

const rowsOf = ({ size, data }: QRCode['modules']): boolean[][] =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => data[row * size + column] === 1),
  )

/** Draws a plan around a centre, with its corner on a whole dot; the quiet zone is painted white. */
export function drawQr(
  paper: PDFKit.PDFDocument,
  plan: QrPlan,
  centre: { readonly x: number; readonly y: number },
): void {
  const [left, top] = [snap(centre.x - plan.side / 2), snap(centre.y - plan.side / 2)]
  const quiet = (plan.sideWithQuietZone - plan.side) / 2
  paper.rect(left - quiet, top - quiet, plan.sideWithQuietZone, plan.sideWithQuietZone).fill('#ffffff')
  paper
    .save()
    .translate(left, top)
    .scale(plan.dotsPerModule * DOT)
  plan.modules.forEach((row, y) => {
    for (const { from, length } of darkRuns(row)) paper.rect(from, y, length, 1)
  })
  paper.fill('#000000').restore()
}

const snap = (points: number): number => Math.round(points / DOT) * DOT

function darkRuns(row: readonly boolean[]): { readonly from: number; readonly length: number }[] {
  return row.flatMap((dark, from) => {
    if (!dark || row[from - 1] === true) return []
    const end = row.indexOf(false, from)
    return [{ from, length: (end === -1 ? row.length : end) - from }]
  })
}
