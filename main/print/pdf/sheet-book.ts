import type { Language } from '../../../domain/language.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import { sheetOn } from './card-sheet.ts'
import type { Sheet, TextOf } from './card-sheet.ts'
import type { FontFiles } from './font.ts'
import { mm, newPaper, penOn, tagOf } from './pen.ts'
import type { Pen } from './pen.ts'
import { compact } from './sheet-compact.ts'

export interface CardDeps {
  readonly fonts: FontFiles
  readonly text: TextOf
}

export interface BookPlan {
  /** Millimetres. */
  readonly size: readonly [width: number, height: number]
  readonly language: Language
  readonly title: MessageId
  /** `YYYY-MM-DD`: the same papers give the same bytes. */
  readonly day: string
}

/** A PDF of equal pages; what they have in common is drawn once. */
export interface Book {
  readonly pen: Pen
  readonly addPage: () => void
  /** A page that looks the same whenever its key is: it is drawn each time, for what readers are told, and kept once. */
  readonly addSamePage: (key: string, draw: () => void) => void
  /** Starts a part of the page, read as one; a place in whole dots moves it and everything drawn on it. */
  readonly sheet: (language: Language, title: MessageId, at?: Spot) => Sheet
  /** Draws at the first call with this key; every later one shows the same again. */
  readonly stamp: (key: string, draw: () => void) => void
  readonly end: () => void
}

/** Points from the upper left corner of the page. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** How far colour may run over the edge of what is drawn once, in millimetres. */
const BLEED = 3

/** Bytes come out of `book.pen.paper`, as of any stream. */
export function openBook({ size, language, title, day }: BookPlan, deps: CardDeps): Book {
  const [width, height] = size
  const paper = newPaper({
    size: [mm(width), mm(height)],
    margin: 0,
    tagged: true,
    displayTitle: true,
    autoFirstPage: false,
    // Streams are compressed where they are packed.
    compress: false,
    pdfVersion: '1.7',
    lang: tagOf[language],
    // A file's name for itself never says whose card it is.
    info: { Title: deps.text('en', title), CreationDate: new Date(`${day}T00:00:00Z`) },
  })
  compact(paper)
  const shared = shareResources(paper)
  const pen = penOn(paper, deps.fonts)
  // One element over all parts, as readers expect of a tagged file (ISO 14289-1, 7.1).
  const root = paper.struct('Document', { lang: tagOf[language] })
  paper.addStructure(root)
  const stamps = new Map<string, string>()
  const contents = new Map<string, unknown>()
  const box = [-mm(BLEED), -mm(BLEED), mm(width + BLEED), mm(height + BLEED)]

  let stamping = false
  const stamp: Book['stamp'] = (key, draw) => {
    if (stamping) return draw()
    stamping = true
    const known = stamps.get(key) ?? shared.addForm(draw, box)
    stamping = false
    stamps.set(key, known)
    paper.addContent(`/${known} Do`)
  }
  return {
    pen,
    stamp,
    addPage: () => void paper.addPage(),
    addSamePage(key, draw) {
      paper.addPage()
      const known = contents.get(key)
      if (known === undefined) contents.set(key, contentOf(paper.page))
      else shareContent(paper.page, known)
      draw()
    },
    sheet: (spoken, name, at = { x: 0, y: 0 }) =>
      sheetOn({ pen, root, stamp, at }, { ...deps, language: spoken, title: name }),
    end() {
      paper.flushPages()
      shared.end()
      paper.end()
    },
  }
}

const contentOf = (page: PDFKit.PDFPage): unknown => Reflect.get(page.dictionary.data, 'Contents')

/** The page shows another's content; its own is let go. */
function shareContent(page: PDFKit.PDFPage, content: unknown): void {
  Reflect.set(page.dictionary.data, 'Contents', content)
  Reflect.set(page, 'write', () => {})
  const own: unknown = Reflect.get(page, 'content')
  if (typeof own === 'object' && own !== null) Object.assign(own, { buffer: [], data: {} })
}

interface Shared {
  /** Draws on a form (ISO 32000-1 §8.10) instead of the page and gives its name. */
  readonly addForm: (draw: () => void, box: readonly number[]) => string
  readonly end: () => void
}

/** All pages name the same fonts and forms, so they share one dictionary instead of carrying one each. */
function shareResources(paper: PDFKit.PDFDocument): Shared {
  const [Font, XObject]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  const pages = paper.ref({ Font, XObject })
  const forms = paper.ref({ Font })
  const endPages = pages.end.bind(pages)
  const newRef = paper.ref.bind(paper)
  // Each page asks for resources of its own, and ends them with itself.
  Reflect.set(pages, 'end', () => {})
  Reflect.set(paper, 'ref', (data: object) => (data !== undefined && 'ProcSet' in data ? pages : newRef(data)))
  return {
    addForm(draw, box) {
      const name = `F${Object.keys(XObject).length}x`
      const content = newRef({ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: forms })
      const page = paper.page
      const changed = { content: { value: content }, resources: { value: { data: { Font } } }, markings: { value: [] } }
      Reflect.set(paper, 'page', Object.create(page, changed))
      draw()
      content.end(null)
      Reflect.set(paper, 'page', page)
      XObject[name] = content
      return name
    },
    end() {
      endPages(null)
      forms.end(null)
    },
  }
}
