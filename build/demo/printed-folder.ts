import { mkdirSync, readFileSync, watch } from 'node:fs'
import { basename, join } from 'node:path'

import type { Paper } from '../../contract/room.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import { pngOf, rasterPdf } from '../paper/raster.ts'
import { pdfTitle } from './pdf-title.ts'
import type { Tray } from './tray.ts'

const DPI = 300
/** Wider than a CR80 card with its bleed, narrower than A5 across; in inches. */
const CARD_AT_MOST = 5

/** Cards and pages of the desk come as PDF files; the front of each joins the other papers, if any, as a picture. */
export function watchPrinted(folder: string, papers: Tray | null): { readonly close: () => void } {
  mkdirSync(folder, { recursive: true })
  if (papers === null) return { close: () => {} }
  const seen = new Set<string>()
  const take = async (pdf: string): Promise<void> => {
    const bytes = readFileSync(pdf)
    const [front] = await rasterPdf(bytes, DPI)
    if (front === undefined) return
    const { width, height } = front
    const kind = kindOf(await pdfTitle(bytes), width)
    papers.add({ kind, from: 'desk', png: await pngOf(front), width, height, pdf })
  }
  const watcher = watch(folder, (_event, name) => {
    if (name === null || !name.endsWith('.pdf') || seen.has(name)) return
    seen.add(name)
    take(join(folder, basename(name))).catch((fault: unknown) => console.error('[printed]', String(fault)))
  })
  return { close: () => watcher.close() }
}

/** Every PDF is titled in English with what it is; a card and a large one have the same title. */
function kindOf(title: string | null, width: number): Paper['kind'] {
  const text = textIn('en')
  if (title === text('card.sticker.title')) return 'stickers'
  if (title === text('card.letter.title')) return 'letter'
  return width > CARD_AT_MOST * DPI ? 'large' : 'card'
}
