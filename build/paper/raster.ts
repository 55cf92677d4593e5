import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Canvas } from '@napi-rs/canvas'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

import type { Frame } from '../../renderer/scan/frame.ts'

/** More points than a page of A0 at 300 dpi is drawn with would only fill the memory. */
export const MOST_POINTS = 140_000_000

export interface PdfPage {
  readonly canvas: Canvas
  /** How many pages there are. */
  readonly count: number
}

/** The pages of a PDF as a printer of so many dots to the inch would set them, one at a time. */
export async function* pagesOf(pdf: Uint8Array, dpi: number): AsyncGenerator<PdfPage> {
  const loading = getDocument({
    data: Uint8Array.from(pdf),
    // Fonts are drawn as outlines: this process has no page to load them into.
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await loading.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: Math.min(dpi / 72, Math.sqrt(MOST_POINTS / (width * height))) })
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      // pdf.js draws on anything that behaves as a browser's canvas.
      const parameters = { canvas: null, canvasContext: canvas.getContext('2d'), viewport, background: '#ffffff' }
      await page.render(parameters).promise
      page.cleanup()
      yield { canvas, count: document.numPages }
    }
  } finally {
    await loading.destroy()
  }
}

/** All pages of a short PDF. */
export async function rasterPdf(pdf: Uint8Array, dpi: number): Promise<Canvas[]> {
  const pages: Canvas[] = []
  for await (const { canvas } of pagesOf(pdf, dpi)) pages.push(canvas)
  return pages
}

/** A PNG or JPEG on a canvas of its own size, over white where it is clear. */
export async function loadPicture(bytes: Uint8Array): Promise<Canvas> {
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, image.width, image.height)
  context.drawImage(image, 0, 0)
  return canvas
}

export function pixelsOf(canvas: Canvas): Frame {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return { data: Uint8ClampedArray.from(data), width, height }
}

export const pngOf = (canvas: Canvas): Promise<Uint8Array> => canvas.encode('png')
