import type { EmbeddableFont } from './font.ts'

/** What pdfkit 0.20 does and its types leave out. */
declare global {
  namespace PDFKit {
    interface PDFPage {
      readonly fonts: Record<string, PDFKitReference>
    }
    namespace Mixins {
      interface PDFFont {
        registerFont(name: string, font: EmbeddableFont): this
      }
    }
  }
}
