/** The same value is the same text, in whatever order its parts were written. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

const known = new Map<string, string>()
const MOST_KNOWN = 20_000

/** The same of a text of JSON; every place has the same texts, and they are looked at again and again. */
export function canonicalText(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  const after = canonical(JSON.parse(text))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, after)
  return after
}
