/** The letters that count: whoever is still typing has to be found as well, and every letter costs an index row. */
export const SHAPE_LETTERS = 5

/**
 * The beginning of a word, whole and with any one letter left out. Words that one slip parts have a shape in common,
 * so that an index of shapes finds a misspelt word without reading all of them.
 */
export function nearShapes(word: string): readonly string[] {
  const start = word.slice(0, SHAPE_LETTERS)
  if (start.length < 3) return [start]
  return [...new Set([start, ...Array.from(start, (_, at) => start.slice(0, at) + start.slice(at + 1))])]
}
