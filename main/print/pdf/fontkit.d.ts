/** The part of fontkit, which pdfkit embeds fonts with, that shaping by HarfBuzz replaces. */
declare module 'fontkit' {
  import type { EmbeddableFont } from './font.ts'

  export function create(bytes: Uint8Array): EmbeddableFont
}
