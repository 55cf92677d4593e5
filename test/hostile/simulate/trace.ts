/** What every exchange of a run came to, boiled down: two runs of one seed must end with the same. */
export interface Trace {
  readonly note: (...parts: readonly (string | number)[]) => void
  readonly digest: () => string
  readonly exchanges: () => number
}

/** FNV-1a, 32 bits; `tell` hears every line, to find where two runs part. */
export function traceTo(tell: (line: string) => void = () => {}): Trace {
  let sum = 0x811c9dc5
  let count = 0
  return {
    note(...parts) {
      const line = parts.join(' ')
      count++
      for (let at = 0; at < line.length; at++) sum = Math.imul(sum ^ line.charCodeAt(at), 0x01000193)
      tell(line)
    },
    digest: () => `${(sum >>> 0).toString(16)}-${count}`,
    exchanges: () => count,
  }
}
