/** Keeps the answers last asked for, so many at most. */
export function remember<Value>(most: number, make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const held = known.get(key)
    if (held !== undefined) {
      known.delete(key)
      known.set(key, held)
      return held
    }
    const value = make(key)
    known.set(key, value)
    if (known.size > most) {
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    }
    return value
  }
}
