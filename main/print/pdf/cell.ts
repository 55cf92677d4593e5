/** A glyph of the whole font, moved from where its cell begins. Lengths are font units. */
export interface Piece {
  readonly glyph: number
  readonly x: number
  readonly y: number
}

/** What a PDF shows by one code: some letters of a text and all the ink they have between them. */
export interface Cell {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** How far the embedded glyph moves the pen, and how far the text wants it moved. */
  readonly width: number
  readonly advance: number
  /** Equal for cells that one code can show. */
  readonly key: string
}

/** A glyph as HarfBuzz places it. */
export interface Shaped {
  readonly glyph: number
  /** Where in the text its letters begin. */
  readonly cluster: number
  readonly advance: number
  readonly x: number
  readonly y: number
}

interface Group {
  readonly start: number
  readonly pieces: readonly Piece[]
  readonly advance: number
}

/** Pairs are kerned by moving the pen as long as no reader can take the gap for a space. */
const KERN = 0.05

/**
 * Gathers glyphs into cells, from left to right. Nastaliq splits a letter into a stroke and its dots, and Indic letters
 * stack up; a reader of the PDF shall meet each letter once, on the line, in its turn.
 */
export function cellsOf(
  text: string,
  glyphs: readonly Shaped[],
  font: { readonly rightToLeft: boolean; readonly unitsPerEm: number; readonly advanceOf: (glyph: number) => number },
): readonly Cell[] {
  const groups = grouped(glyphs, font.rightToLeft)
  const starts = groups.map(({ start }) => start).toSorted((one, other) => one - other)
  const ends = new Map(starts.map((start, place) => [start, starts[place + 1] ?? text.length]))
  const cells = groups.flatMap((group) => {
    const letters = text.slice(group.start, ends.get(group.start))
    return font.rightToLeft ? letterByLetter(letters, group) : inParts(whole(letters, group, font))
  })
  return font.rightToLeft ? closeToMarks(cells, font.unitsPerEm) : cells
}

/** One group a cluster; what has no width of its own joins the letter it belongs to. */
function grouped(glyphs: readonly Shaped[], rightToLeft: boolean): readonly Group[] {
  const clusters = glyphs
    .map(groupOf)
    .reduce<readonly Group[]>((groups, group) => joinedIf((last) => last.start === group.start, groups, group), [])
  const wide = clusters.reduce<readonly Group[]>(
    (groups, group) => joinedIf((last) => (rightToLeft ? last : group).advance <= 0, groups, group),
    [],
  )
  const last = wide.at(-1)
  return rightToLeft && last !== undefined && last.advance <= 0 ? joinedIf(() => true, wide.slice(0, -1), last) : wide
}

function joinedIf(belong: (last: Group) => boolean, groups: readonly Group[], group: Group): readonly Group[] {
  const last = groups.at(-1)
  return last !== undefined && belong(last) ? [...groups.slice(0, -1), joined(last, group)] : [...groups, group]
}

const groupOf = ({ glyph, cluster, advance, x, y }: Shaped): Group => ({
  start: cluster,
  pieces: [{ glyph, x, y }],
  advance,
})

const joined = (one: Group, other: Group): Group => ({
  start: Math.min(one.start, other.start),
  pieces: [...one.pieces, ...other.pieces.map((piece) => ({ ...piece, x: piece.x + one.advance }))],
  advance: one.advance + other.advance,
})

/** From left to right a code may stand for several letters: readers keep their order. */
function whole(
  letters: string,
  { pieces, advance }: Group,
  font: { readonly unitsPerEm: number; readonly advanceOf: (glyph: number) => number },
): Cell {
  const [only] = pieces
  if (only !== undefined && pieces.length === 1 && only.x === 0 && only.y === 0) {
    const width = font.advanceOf(only.glyph)
    if (Math.abs(advance - width) <= KERN * font.unitsPerEm) return cell(letters, pieces, width, advance)
  }
  return cell(letters, pieces, Math.max(0, advance), advance)
}

/** A letter under hundreds of marks is still written; but readers give up on glyphs of so many parts or letters. */
const MOST_PIECES = 64
const MOST_LETTERS = 16

function inParts(one: Cell): readonly Cell[] {
  const letters = Array.from(one.text)
  const parts = Math.ceil(Math.max(one.pieces.length / MOST_PIECES, letters.length / MOST_LETTERS))
  if (parts <= 1) return [one]
  const share = Math.ceil(letters.length / parts)
  return Array.from({ length: parts }, (_, at) => {
    const text = letters.slice(at * share, (at + 1) * share).join('')
    const pieces = one.pieces.slice(at * MOST_PIECES, (at + 1) * MOST_PIECES)
    return at === 0 ? cell(text, pieces, one.width, one.advance) : cell(text, pieces.map(movedBy(-one.advance)), 0, 0)
  })
}

/**
 * From right to left readers turn codes around but not the letters of one code, so each letter gets a code. They take
 * marks to have no width, and what a mark would have for a gap between words.
 */
function letterByLetter(letters: string, { pieces, advance }: Group): readonly Cell[] {
  const each = Array.from(letters).toReversed()
  const wide = each.filter((letter) => !mark.test(letter)).length
  const width = Math.max(0, advance)
  const perLetter = pieces.length > MOST_PIECES ? Math.ceil(pieces.length / each.length) : MOST_PIECES
  let before = 0
  let given = 0
  return each.map((letter, place) => {
    const own = pieces.slice(place * perLetter, (place + 1) * perLetter).map(movedBy(-given))
    before += mark.test(letter) ? 0 : 1
    const end = place === each.length - 1 ? width : Math.floor((width * before) / Math.max(1, wide))
    const share = end - given
    given = end
    return cell(letter, own, share, place === each.length - 1 ? share + advance - width : share)
  })
}

/** More than a gap between letters (0.03 for poppler) and less than one between words (0.102 for pdf.js), in ems. */
const NARROW = 0.07

/**
 * After a mark that ends a word pdf.js finds the gap a second time. So such a space is narrow, and the letter under the
 * mark takes up the rest.
 */
function closeToMarks(cells: readonly Cell[], unitsPerEm: number): readonly Cell[] {
  const close = [...cells]
  for (let at = 0; at + 2 < close.length; at++) {
    const space = close[at]
    const first = close[at + 1]
    if (space?.text !== ' ' || first === undefined || !mark.test(first.text)) continue
    let under = at + 2
    while (under + 1 < close.length && mark.test(close[under]?.text ?? '')) under++
    const letter = close[under]
    const rest = space.advance - Math.round(NARROW * unitsPerEm)
    if (letter === undefined || rest <= 0) continue
    close[at] = cell(' ', space.pieces, space.advance - rest, space.advance - rest)
    for (let over = at + 1; over <= under; over++) {
      const { text, pieces, width, advance } = close[over] ?? letter
      const more = over === under ? rest : 0
      close[over] = cell(text, pieces.map(movedBy(rest)), width + more, advance + more)
    }
  }
  return close
}

/** More are no name but an attack. */
const MOST_MARKS = 8

/**
 * Marks over the last letter of a text from right to left would come first on their line, where pdf.js takes them for
 * the end of the line before; so they are shown last, by themselves, and leave their ink to the letter.
 */
export function withoutLastMarks(cells: readonly Cell[]): {
  readonly cells: readonly Cell[]
  readonly marks: readonly Cell[]
} {
  const at = cells.findIndex(({ text }) => !mark.test(text))
  const letter = cells[at]
  const marks = cells.slice(0, Math.max(0, at))
  if (letter === undefined || marks.length === 0 || marks.length > MOST_MARKS) return { cells, marks: [] }
  const ink = marks.flatMap(({ pieces }) => pieces)
  return {
    cells: [cell(letter.text, [...ink, ...letter.pieces], letter.width, letter.advance), ...cells.slice(at + 1)],
    marks: marks.map(({ text }) => cell(text, [], 0, 0)),
  }
}

const movedBy =
  (by: number) =>
  (piece: Piece): Piece => ({ ...piece, x: piece.x + by })

const mark = /^\p{Mn}/u

const cell = (text: string, pieces: readonly Piece[], width: number, advance: number): Cell => ({
  text,
  pieces,
  width,
  advance,
  key: `${width};${pieces.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(';')};${text}`,
})
