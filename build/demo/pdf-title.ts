import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The title that a PDF gives itself. */
export async function pdfTitle(pdf: Uint8Array): Promise<string | null> {
  const loading = getDocument({ data: Uint8Array.from(pdf) })
  try {
    const { info } = await (await loading.promise).getMetadata()
    const title: unknown = Reflect.get(info, 'Title')
    return typeof title === 'string' ? title : null
  } finally {
    await loading.destroy()
  }
}
