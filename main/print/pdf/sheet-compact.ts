/* oxlint-disable no-underscore-dangle -- these names are of pdfkit */
import { constants, deflateSync } from 'node:zlib'

const MOST_IN_STREAM = 400

/** What pdfkit keeps to itself and this page replaces: it writes every small object plainly, a line a word. */
interface Insides {
  _write: (data: string | Uint8Array) => void
  _refEnd: (ref: { readonly id: number }) => void
  _finalize: () => void
  _offset: number
  _ended: boolean
  readonly _id: Uint8Array
  readonly _root: PDFKit.PDFKitReference
  readonly _info: PDFKit.PDFKitReference
  readonly push: (data: Uint8Array | null) => boolean
  readonly ref: (data: object) => PDFKit.PDFKitReference
}

/** Where an object is: at an offset of the file, or in a stream of objects (PDF 1.5, ISO 32000-1 §7.5.7). */
type Where = { readonly offset: number } | { readonly stream: number; readonly at: number }

/** Packs a paper's small objects into compressed streams: a card has dozens, and each would take a hundred bytes. */
export function compact(paper: PDFKit.PDFDocument): void {
  const inside = insides(paper)
  const places = new Map<number, Where>()
  let packed: { readonly id: number; readonly body: string }[] = []
  let parts: (string | Uint8Array)[] = []

  const emit = (data: string | Uint8Array): void => {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
    inside.push(bytes)
    inside._offset += bytes.length
  }
  const pack = (): void => {
    if (packed.length === 0) return
    const objects = packed
    packed = []
    const { head, body } = joined(objects)
    const stream = inside.ref({ Type: 'ObjStm', N: objects.length, First: head.length })
    objects.forEach(({ id }, at) => places.set(id, { stream: idOf(stream), at }))
    stream.end(Buffer.from(head + body, 'latin1'))
  }
  const take = (id: number): void => {
    const [head = '', dictionary = ''] = parts
    if (parts.length > 3) {
      places.set(id, { offset: inside._offset })
      const stream = squeezed(String(dictionary), parts.slice(3, -2))
      emit(`${String(head)}\n${stream.dictionary}\nstream\n`)
      emit(stream.bytes)
      emit('\nendstream\nendobj\n')
    } else {
      packed.push({ id, body: String(dictionary).replaceAll('\n', ' ') })
    }
    parts = []
    if (packed.length >= MOST_IN_STREAM) pack()
  }
  const refEnd = inside._refEnd.bind(paper)
  inside._write = (data) => void parts.push(data)
  inside._refEnd = (ref) => {
    take(ref.id)
    refEnd(ref)
  }
  inside._finalize = () => {
    inside._ended = false
    pack()
    parts = []
    emit(crossReferences(inside, places))
    inside.push(null)
  }
}

/** A page's content is some five kilobytes, mostly numbers: a window of eight, and little trust in short repeats. */
const page = { level: 4, windowBits: 13, memLevel: 6, strategy: constants.Z_FILTERED } as const
const LARGEST_PAGE = 32 * 1024
const NOT_WORTH_IT = 120

/** A stream as it is written: compressed, unless it is so already, very short, or metadata that all may read. */
function squeezed(dictionary: string, parts: readonly (string | Uint8Array)[]) {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const asIs = /\/(Filter|Metadata)\b/.test(dictionary) || bytes.length < NOT_WORTH_IT
  const small = asIs ? bytes : deflateSync(bytes, bytes.length > LARGEST_PAGE ? {} : page)
  const length = `/Length ${small.length}${asIs ? '' : ' /Filter /FlateDecode'}`
  return { bytes: small, dictionary: dictionary.replace(/\/Length \d+/, length).replaceAll('\n', ' ') }
}

function joined(objects: readonly { readonly id: number; readonly body: string }[]) {
  let offset = 0
  const pairs = objects.map(({ id, body }) => {
    const pair = `${id} ${offset}`
    offset += body.length + 1
    return pair
  })
  return { head: `${pairs.join(' ')}\n`, body: objects.map(({ body }) => `${body}\n`).join('') }
}

const ROW = 7

/** The cross-reference stream (§7.5.8), each row less the one above it (PNG's filter 2), as neighbours are alike. */
function crossReferences(inside: Insides, places: ReadonlyMap<number, Where>): Uint8Array {
  const self = Math.max(0, ...places.keys()) + 1
  const start = inside._offset
  const rows = Buffer.alloc((self + 1) * ROW)
  for (const [id, where] of [...places, [self, { offset: start }] as const]) {
    const plain = 'offset' in where
    rows.writeUInt8(plain ? 1 : 2, id * ROW)
    rows.writeUInt32BE(plain ? where.offset : where.stream, id * ROW + 1)
    rows.writeUInt16BE(plain ? 0 : where.at, id * ROW + 5)
  }
  const filtered = Buffer.alloc((self + 1) * (ROW + 1))
  for (let row = 0; row <= self; row++) {
    filtered.writeUInt8(2, row * (ROW + 1))
    for (let at = 0; at < ROW; at++) {
      const above = row === 0 ? 0 : (rows[(row - 1) * ROW + at] ?? 0)
      filtered.writeUInt8(((rows[row * ROW + at] ?? 0) - above) & 0xff, row * (ROW + 1) + 1 + at)
    }
  }
  const stream = deflateSync(filtered)
  const id = `<${Buffer.from(inside._id).toString('hex')}>`
  const dictionary =
    `<</Type/XRef/Size ${self + 1}/W[1 4 2]/Root ${String(inside._root)}/Info ${String(inside._info)}/ID[${id}${id}]` +
    `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ROW}>>/Length ${stream.length}>>`
  const head = Buffer.from(`${self} 0 obj\n${dictionary}\nstream\n`)
  return Buffer.concat([head, stream, Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`)])
}

const idOf = (ref: PDFKit.PDFKitReference): number => Number.parseInt(String(ref), 10)

function insides(paper: PDFKit.PDFDocument): Insides {
  const found: unknown = paper
  if (!isInsides(found)) throw new Error('This pdfkit writes its objects in another way')
  return found
}

const isInsides = (value: unknown): value is Insides =>
  typeof value === 'object' &&
  value !== null &&
  ['_write', '_refEnd', '_finalize', '_offset', '_ended', '_id', '_root'].every((name) => name in value)
