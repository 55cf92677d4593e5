/** Where in a JSON text each value begins, by its path. */
export interface JsonLines {
  /** The line of a value, or of the nearest value around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
  /** Names that stand twice in one object: JSON would take the last without a word. */
  readonly twice: readonly { readonly name: string; readonly line: number }[]
}

const keyOf = (path: readonly PropertyKey[]): string => path.map(String).join('\n')

/** Reads a text that `JSON.parse` has taken. */
export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>()
  const twice: { name: string; line: number }[] = []
  let at = 0
  let line = 1

  const space = () => {
    for (; at < text.length && ' \t\r\n'.includes(text.charAt(at)); at++) if (text.charAt(at) === '\n') line++
  }
  const string = (): string => {
    const start = at
    for (at++; at < text.length && text.charAt(at) !== '"'; at++) if (text.charAt(at) === '\\') at++
    at++
    return String(JSON.parse(text.slice(start, at)))
  }
  /** One after another up to the closing bracket. */
  const members = (close: string, member: (index: number) => void) => {
    at++
    space()
    for (let index = 0; at < text.length && text.charAt(at) !== close; index++) {
      member(index)
      space()
      if (text.charAt(at) === ',') at++
      space()
    }
    at++
  }
  const value = (path: readonly PropertyKey[]) => {
    space()
    if (!lines.has(keyOf(path))) lines.set(keyOf(path), line)
    const start = text.charAt(at)
    if (start === '"') string()
    else if (start === '[') members(']', (index) => value([...path, index]))
    else if (start === '{') object(path)
    else while (at < text.length && !',]} \t\r\n'.includes(text.charAt(at))) at++
  }
  const object = (path: readonly PropertyKey[]) => {
    const names = new Set<string>()
    members('}', () => {
      const name = string()
      if (names.has(name)) twice.push({ name, line })
      names.add(name)
      lines.set(keyOf([...path, name]), line)
      space()
      at++
      value([...path, name])
    })
  }
  value([])
  return { twice, lineOf: (path) => lineAround(lines, path) }
}

function lineAround(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(keyOf(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}
