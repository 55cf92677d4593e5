import { unreachable } from '../../../domain/result.ts'
import type {
  MedicineLabel,
  OwedSlip,
  SchemeList,
  ShiftReport,
  StaffBadge,
  StockSlip,
  TokenSlip,
  Wristband,
} from '../../../domain/print/document.ts'
import { print, type Block } from './block.ts'
import { medicineLabel } from './medicine-label.ts'
import { owedSlip } from './owed-slip.ts'
import type { Raster } from './raster.ts'
import { schemeList } from './scheme-list.ts'
import { shiftReport } from './shift-report.ts'
import { staffBadge } from './staff-badge.ts'
import { stockSlip } from './stock-slip.ts'
import { sheetFor, type TicketDeps } from './sheet.ts'
import { tokenSlip } from './token-slip.ts'
import { wristband } from './wristband.ts'

export type Ticket =
  | TokenSlip
  | OwedSlip
  | SchemeList
  | ShiftReport
  | StaffBadge
  | StockSlip
  | Wristband
  | MedicineLabel

/** White that stays around the ink, in millimetres: heads are never mounted quite straight. */
const margin = 1

/** Draws a paper on a printer whose head is `dots` wide. */
export function drawTicket(document: Ticket, deps: TicketDeps, dots: number): Raster {
  const mm = dots / designWidth(document.kind, dots)
  const edge = Math.round(margin * mm)
  const sheet = sheetFor(document.language, deps, mm, document.kind === 'medicine-label')
  const width = dots - 2 * edge
  const page = (block: Block): Raster => print(block, { width: dots, height: block.height + 2 * edge, margin: edge })
  switch (document.kind) {
    case 'token-slip':
      return page(tokenSlip(sheet, document, width))
    case 'owed-slip':
      return page(owedSlip(sheet, document, width))
    case 'stock-slip':
      return page(stockSlip(sheet, document, width))
    case 'shift-report':
      return page(shiftReport(sheet, document, width))
    case 'scheme-list':
      return page(schemeList(sheet, document, width))
    case 'staff-badge':
      return page(staffBadge(sheet, document, width))
    case 'wristband':
      return page(wristband(sheet, document, width))
    case 'medicine-label': {
      const height = Math.round(38 * mm)
      const block = medicineLabel(sheet, document, width, height - 2 * edge)
      return print(block, { width: dots, height, margin: edge })
    }
    default:
      return unreachable(document)
  }
}

/** Millimetres across the head: labels are 50; a head under 512 dots is for 58 mm paper, a wider one for 80 mm. */
function designWidth(kind: Ticket['kind'], dots: number): number {
  if (kind === 'medicine-label') return 50
  return dots < 512 ? 48 : 72
}
