import type { Protocol } from './cdp.ts'

/** Electron's PrintToPDFOptions; lengths are inches, as in Chromium. */
export interface PrintToPdfOptions {
  readonly landscape?: boolean
  readonly displayHeaderFooter?: boolean
  readonly printBackground?: boolean
  readonly scale?: number
  readonly pageSize?: keyof typeof PAGE_SIZES | { readonly width: number; readonly height: number }
  readonly margins?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  readonly pageRanges?: string
  readonly headerTemplate?: string
  readonly footerTemplate?: string
  readonly preferCSSPageSize?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

const PAGE_SIZES = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
} as const

export function pdfParameters(options: PrintToPdfOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins = {}, ...same } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? PAGE_SIZES[pageSize] : [pageSize.width, pageSize.height]
  const { top, bottom, left, right } = margins
  return {
    ...same,
    paperWidth,
    paperHeight,
    ...(top !== undefined && { marginTop: top }),
    ...(bottom !== undefined && { marginBottom: bottom }),
    ...(left !== undefined && { marginLeft: left }),
    ...(right !== undefined && { marginRight: right }),
  }
}
