import type { CardPaper, PdfDocument } from '../../../domain/print/document.ts'
import { card } from './card-art.ts'
import { drawBack } from './card-back.ts'
import { drawFront } from './card-front.ts'
import { sheetOn } from './card-sheet.ts'
import type { TextOf } from './card-sheet.ts'
import type { FontFiles } from './font.ts'
import { mm, newPaper, penOn, tagOf } from './pen.ts'

export interface CardDeps {
  readonly fonts: FontFiles
  readonly text: TextOf
}

/** The PDF of any paper that is drawn as PDF. */
export const drawPaper = (document: PdfDocument, deps: CardDeps): Promise<Uint8Array> =>
  document.kind === 'card' ? drawCard(document, deps) : Promise.reject(new Error(`No ${document.kind} yet`))

/** The PDF of a card: front and back, each exactly CR80 (ISO/IEC 7810 ID-1, 85.60 × 53.98 mm). */
export function drawCard(document: CardPaper, deps: CardDeps): Promise<Uint8Array> {
  const paper = newPaper({
    size: [mm(card.width), mm(card.height)],
    margin: 0,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    lang: tagOf[document.language],
    // A file's name for itself never says whose card it is; and the same card gives the same bytes.
    info: { Title: deps.text('en', 'card.title'), CreationDate: new Date(`${document.issued}T00:00:00Z`) },
  })
  const bytes = collect(paper)
  const pen = penOn(paper, deps.fonts)
  const sheet = { ...deps, language: document.language, title: 'card.title' } as const
  drawFront(sheetOn(pen, sheet), document)
  paper.addPage()
  drawBack(sheetOn(pen, sheet))
  paper.end()
  return bytes
}

function collect(paper: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    paper.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    paper.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    paper.on('error', reject)
  })
}
