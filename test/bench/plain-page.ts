import PDFDocument from 'pdfkit' // oxlint-disable-line import/no-named-as-default
import { create } from 'qrcode'

import type { FontFiles } from '../../main/print/pdf/font.ts'

const MM = 72 / 25.4

export interface PlainPaper {
  readonly width: number
  readonly height: number
  readonly texts: readonly string[]
  /** Text of the QR symbol. */
  readonly code: string
}

/** The plain approach: a PDF page that pdfkit writes with the same texts, one a line, and the same QR symbol. */
export async function plainPage({ width, height, texts, code }: PlainPaper, fonts: FontFiles): Promise<Uint8Array> {
  const page = new PDFDocument({ size: [width * MM, height * MM], margin: 2 * MM })
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array>((resolve, reject) => {
    page.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    page.on('end', () => resolve(Buffer.concat(chunks)))
    page.on('error', reject)
  })
  page.fontSize(6)
  for (const text of texts) page.font(fontFor(text, fonts)).text(text, { lineBreak: false }).moveDown(0.1)
  drawCode(page, code)
  page.end()
  return written
}

/** The texts that pdfkit can write: its own shaping throws on some words in Nastaliq. */
export function writable(texts: readonly string[], fonts: FontFiles): readonly string[] {
  const page = new PDFDocument()
  return texts.filter((text) => {
    try {
      return page.font(fontFor(text, fonts)).widthOfString(text) >= 0
    } catch {
      return false
    }
  })
}

function fontFor(text: string, fonts: FontFiles): string {
  if (/\p{Script=Arabic}/u.test(text)) return fonts['Arab-400']
  if (/\p{Script=Devanagari}/u.test(text)) return fonts['Deva-400']
  return fonts[/\p{Script=Gurmukhi}/u.test(text) ? 'Guru-400' : 'Latn-400']
}

function drawCode(page: PDFKit.PDFDocument, code: string): void {
  const { size, data } = create(code, { errorCorrectionLevel: 'M' }).modules
  const module = (20 * MM) / size
  for (let at = 0; at < size * size; at++) {
    if (data[at]) page.rect((at % size) * module, Math.floor(at / size) * module, module, module)
  }
  page.fill('black')
}
