/** Remembers each terminal's nonces for as long as their signatures could be accepted. */
export interface NonceMemory {
  /** False when the terminal used this nonce before. Times are Unix seconds. */
  readonly use: (keyId: string, nonce: string, until: number, now: number) => boolean
}

/** Forgetting is done now and then, not at every request. */
const SWEEP_SECONDS = 60

export function nonceMemory(): NonceMemory {
  const used = new Map<string, number>()
  let sweepAt = 0
  return {
    use: (keyId, nonce, until, now) => {
      if (now >= sweepAt) {
        for (const [name, end] of used) if (end < now) used.delete(name)
        sweepAt = now + SWEEP_SECONDS
      }
      const name = `${keyId} ${nonce}`
      if (used.has(name)) return false
      used.set(name, until)
      return true
    },
  }
}
