/** What a printer says back, in the order it came. */
export type Reply =
  | { readonly kind: 'status'; readonly byte: number }
  | { readonly kind: 'process'; readonly mark: string }
  | { readonly kind: 'sensor'; readonly byte: number }

/**
 * Tells replies apart by the fixed bits that Epson gives them, however TCP cuts them up: DLE EOT `0xx1xx10`,
 * automatic status four bytes from `0xx1xx00`, process id `37 22 … 00`, GS r `0xx0xxxx`. XON and XOFF are noise.
 */
export function replyReader(): (bytes: Uint8Array) => readonly Reply[] {
  let held: readonly number[] = []
  return (bytes) => {
    const replies: Reply[] = []
    let rest = [...held, ...bytes]
    for (;;) {
      const taken = takeReply(rest)
      if (taken === null) break
      if (taken.reply !== null) replies.push(taken.reply)
      rest = rest.slice(taken.length)
    }
    held = rest
    return replies
  }
}

type Taken = { readonly length: number; readonly reply: Reply | null }

/** Null when more bytes are needed. */
function takeReply(bytes: readonly number[]): Taken | null {
  const [first] = bytes
  if (first === undefined) return null
  if (first === 0x37) {
    if (bytes.length < 7) return null
    if (bytes[1] !== 0x22) return { length: 1, reply: null }
    return { length: 7, reply: { kind: 'process', mark: String.fromCharCode(...bytes.slice(2, 6)) } }
  }
  if ((first & 0x93) === 0x12) return { length: 1, reply: { kind: 'status', byte: first } }
  if ((first & 0x93) === 0x10) return bytes.length < 4 ? null : { length: 4, reply: null }
  if ((first & 0x90) === 0) return { length: 1, reply: { kind: 'sensor', byte: first } }
  return { length: 1, reply: null }
}
