/** How a body may be packed, the best first: `zstd-d1` is zstd with dictionary 1 (dictionary-1.ts). */
export const encodings = ['zstd-d1', 'zstd', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

export const CBOR = 'application/cbor'

/** The names in an `Accept` or `Accept-Encoding` header that are not refused with `q=0`. */
export const namesIn = (header: string): readonly string[] =>
  header.split(',').flatMap((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    return name === '' || parameters.some((part) => /^q=0(?:\.0*)?$/.test(part)) ? [] : [name]
  })

/** The best packing that a client takes; `identity` needs no word of its own. */
export function bestEncoding(header: string): Encoding {
  const names = new Set(namesIn(header))
  return encodings.find((encoding) => names.has(encoding)) ?? 'identity'
}

/** The packing that a `Content-Encoding` header names; null for one that is not ours. */
export const encodingNamed = (header: string): Encoding | null =>
  header === '' ? 'identity' : (encodings.find((encoding) => encoding === header) ?? null)
