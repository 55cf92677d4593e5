import { PAGE } from '../page-cipher.ts'

/** One page as the write-ahead log has it: https://sqlite.org/fileformat2.html#the_write_ahead_log. */
export interface Frame {
  readonly number: number
  /** Ends a transaction. */
  readonly commits: boolean
  readonly page: Uint8Array
  /** The checksum that runs through the log up to here still fits. */
  readonly sound: boolean
}

/** Bytes of the log's own header, and of one frame. */
export const HEAD = 32
const FRAME_HEAD = 24
export const FRAME = FRAME_HEAD + PAGE

type Sum = readonly [number, number]

/** SQLite's running checksum over words of 32 bits; `little` as the log's first number says. */
function checksum(bytes: Buffer, [first, second]: Sum, little: boolean): Sum {
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + b) >>> 0
    b = (b + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

/**
 * Follows a log from its header on: what each next frame is, or null behind its end, where the file goes on with what an
 * older round left or with what is only half there. Null for a header that is none.
 */
export function followLog(header: Buffer): ((frame: Buffer) => 'goes-on' | 'commits' | null) | null {
  if (header.length < HEAD) return null
  const little = header.readUInt32BE(0) === 0x377f0682
  let sum = checksum(header.subarray(0, 24), [0, 0], little)
  if (sum[0] !== header.readUInt32BE(24) || sum[1] !== header.readUInt32BE(28)) return null
  const salt = header.subarray(16, 24)
  return (frame) => {
    const head = frame.subarray(0, FRAME_HEAD)
    if (!head.subarray(8, 16).equals(salt)) return null
    const next = checksum(frame.subarray(FRAME_HEAD), checksum(head.subarray(0, 8), sum, little), little)
    if (next[0] !== head.readUInt32BE(16) || next[1] !== head.readUInt32BE(20)) return null
    sum = next
    return head.readUInt32BE(4) === 0 ? 'goes-on' : 'commits'
  }
}

/** Every frame of the log's present round, those behind a break included; older rounds are left out by their salt. */
export function framesOf(wal: Buffer): readonly Frame[] {
  if (wal.length < HEAD + FRAME) return []
  const little = wal.readUInt32BE(0) === 0x377f0682
  const start = checksum(wal.subarray(0, 24), [0, 0], little)
  const headed = start[0] === wal.readUInt32BE(24) && start[1] === wal.readUInt32BE(28)
  const salt = headed ? wal.subarray(16, 24) : saltOf(wal)
  let sum: Sum | null = headed ? start : null
  const frames: Frame[] = []
  for (let at = HEAD; at + FRAME <= wal.length; at += FRAME) {
    const head = wal.subarray(at, at + FRAME_HEAD)
    const page = wal.subarray(at + FRAME_HEAD, at + FRAME)
    const known = head.subarray(8, 16).equals(salt)
    const next: Sum | null =
      sum === null || !known ? null : checksum(page, checksum(head.subarray(0, 8), sum, little), little)
    const sound: boolean = next !== null && next[0] === head.readUInt32BE(16) && next[1] === head.readUInt32BE(20)
    sum = sound ? next : null
    if (!known) continue
    frames.push({ number: head.readUInt32BE(0), commits: head.readUInt32BE(4) !== 0, page, sound })
  }
  return frames
}

/** The name of a round whose header rotted, as its frames have it. */
const saltOf = (wal: Buffer): Buffer => wal.subarray(HEAD + 8, HEAD + 16)

/**
 * True when acknowledged work lies behind a break. Each commit is on the disk before the next begins, so a break with two
 * commits behind it is no power cut: a bit rotted.
 */
export function isBroken(frames: readonly Frame[]): boolean {
  const first = frames.findIndex(({ sound }) => !sound)
  if (first === -1) return false
  return frames.slice(first).filter(({ commits }) => commits).length >= 2
}
