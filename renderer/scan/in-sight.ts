/** How long a card must be out of sight before it counts as shown again, in milliseconds. */
const OUT_OF_SIGHT = 1500

/** Says of a text whether it has just come into view. Of two that lie side by side the camera may read now this, now that. */
export function textsInSight(): (text: string, now: number) => boolean {
  const seen = new Map<string, number>()
  return (text, now) => {
    for (const [other, at] of seen) if (now - at > OUT_OF_SIGHT) seen.delete(other)
    const isNew = !seen.has(text)
    seen.set(text, now)
    return isNew
  }
}
