import { LONGEST_SCAN } from '../../../domain/scan/scan-event.ts'

export interface Lines {
  readonly take: (chunk: Uint8Array) => void
  /** Nothing came for a moment: a scanner that ends no line has said all. One that ends its lines says the rest later. */
  readonly silence: () => void
  /** Nothing came for long: the rest of a line is lost, and belongs to no other. True when there was one. */
  readonly forget: () => boolean
}

const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a

/** Cuts a byte stream into lines, ended by CR, LF or both; a line longer than any code is thrown away whole. */
export function lines(heard: (text: string) => void): Lines {
  let open: number[] = []
  let tooLong = false
  let endsLines = false
  const clear = () => {
    open = []
    tooLong = false
  }
  const end = () => {
    const line = tooLong ? '' : new TextDecoder().decode(Uint8Array.from(open))
    clear()
    if (line !== '') heard(line)
  }
  return {
    take: (chunk) => {
      for (const byte of chunk) {
        if (byte === CARRIAGE_RETURN || byte === LINE_FEED) {
          endsLines = true
          end()
        } else if (open.length < LONGEST_SCAN) open.push(byte)
        else tooLong = true
      }
    },
    silence: () => {
      if (!endsLines) end()
    },
    forget: () => {
      const some = tooLong || open.length > 0
      clear()
      // Its line end may have stood within a code: what ends no line must be heard again.
      if (some) endsLines = false
      return some
    },
  }
}
