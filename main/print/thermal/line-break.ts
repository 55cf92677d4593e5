/** Whether a text is no wider than the room it has. */
export type Fits = (text: string) => boolean

/** Breaks a text at its spaces; a word that is wider than the line keeps a line to itself. */
export function broken(text: string, fits: Fits): readonly string[] {
  return filled(
    text.split(' ').filter((word) => word !== ''),
    ' ',
    fits,
  )
}

/** Breaks inside words too, at spaces meant to hold before letters: when type must not get any smaller. */
export function brokenAnywhere(text: string, fits: Fits): readonly string[] {
  return broken(text, fits).flatMap((line) =>
    fits(line)
      ? [line]
      : broken(line.replaceAll('\u00a0', ' '), fits).flatMap((part) => (fits(part) ? [part] : letters(part, fits))),
  )
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const letters = (word: string, fits: Fits): readonly string[] =>
  filled(
    [...graphemes.segment(word)].map((each) => each.segment),
    '',
    fits,
  )

function filled(pieces: readonly string[], between: string, fits: Fits): readonly string[] {
  const lines: string[] = []
  let line: string | null = null
  for (const piece of pieces) {
    const longer: string = line === null ? piece : `${line}${between}${piece}`
    if (line === null || fits(longer)) line = longer
    else {
      lines.push(line)
      line = piece
    }
  }
  return line === null ? lines : [...lines, line]
}

/** The same number of lines, but of like length, so that no word is left alone. */
export function evened(text: string, lines: readonly string[], width: number, within: (width: number) => Fits) {
  if (lines.length < 2) return lines
  let best = lines
  let enough = width
  for (let tooLittle = width / 2; enough - tooLittle > width / 32;) {
    const middle = (enough + tooLittle) / 2
    const fits = within(middle)
    const tried = broken(text, fits)
    if (tried.length === lines.length && tried.every(fits)) {
      best = tried
      enough = middle
    } else tooLittle = middle
  }
  return best
}
