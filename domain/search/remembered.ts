const MOST = 20_000

/** The same answer for the same text, worked out once: a few hundred words are most of a city's names. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= MOST) known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}
