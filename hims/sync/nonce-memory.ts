/**
 * Remembers each terminal's nonces for as long as their signatures could be accepted. A restart forgets them, and need
 * not keep them: a push said again is answered as before and applied no more, a lease repeats its answer, and every other
 * call only reads.
 */
export interface NonceMemory {
  /** False when the terminal used this nonce before. Times are Unix seconds. */
  readonly use: (keyId: string, nonce: string, until: number, now: number) => boolean
}

/** Nonces that end together are forgotten together, so that forgetting never takes long. */
const TOGETHER = 60

export function nonceMemory(): NonceMemory {
  const used = new Map<number, Set<string>>()
  return {
    use: (keyId, nonce, until, now) => {
      for (const end of used.keys()) if (end < now) used.delete(end)
      const name = `${keyId} ${nonce}`
      for (const names of used.values()) if (names.has(name)) return false
      const end = Math.ceil(until / TOGETHER) * TOGETHER
      const names = used.get(end) ?? new Set<string>()
      used.set(end, names)
      names.add(name)
      return true
    },
  }
}
