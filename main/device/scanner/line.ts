import { LONGEST_SCAN } from '../../../domain/scan/scan-event.ts'

export interface Lines {
  readonly take: (chunk: Uint8Array) => void
  /** Nothing came for a while: a scanner that ends no line has said all. */
  readonly silence: () => void
}

const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a

/** Cuts a byte stream into lines, ended by CR, LF or both; a line longer than any code is thrown away whole. */
export function lines(heard: (text: string) => void): Lines {
  let open: number[] = []
  let tooLong = false
  const end = () => {
    if (!tooLong && open.length > 0) heard(new TextDecoder().decode(Uint8Array.from(open)))
    open = []
    tooLong = false
  }
  return {
    take: (chunk) => {
      for (const byte of chunk) {
        if (byte === CARRIAGE_RETURN || byte === LINE_FEED) end()
        else if (open.length < LONGEST_SCAN) open.push(byte)
        else tooLong = true
      }
    },
    silence: end,
  }
}

/** A line as a reading: scanners may send the AIM identifier of the code before it. */
export function readingOf(line: string): { readonly text: string; readonly symbology: string | null } {
  const symbology = /^\][A-Za-z][0-9A-Za-z]/.exec(line)?.[0] ?? null
  return { text: symbology === null ? line : line.slice(symbology.length), symbology }
}
