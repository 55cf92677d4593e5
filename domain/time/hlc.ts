import { z } from 'zod'

/**
 * A hybrid logical clock's stamp (Kulkarni et al., 2014): 48 bits of Unix milliseconds, 16 bits that count within one, and
 * the last twelve digits of the terminal's id, all in hexadecimal. Stamps compare as text.
 */
export const Hlc = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{12}$/)
export type Hlc = z.infer<typeof Hlc>

const LATEST = 2 ** 48 - 1
const MOST = 0xffff

interface Parts {
  readonly milliseconds: number
  readonly count: number
}

const partsOf = (stamp: Hlc): Parts => ({
  milliseconds: parseInt(stamp.slice(0, 12), 16),
  count: parseInt(stamp.slice(13, 17), 16),
})

export const hlcMilliseconds = (stamp: Hlc): number => partsOf(stamp).milliseconds

function stampOf({ milliseconds, count }: Parts, node: string): Hlc {
  const carried = count > MOST ? { milliseconds: milliseconds + 1, count: 0 } : { milliseconds, count }
  const time = Math.min(LATEST, Math.max(0, Math.floor(carried.milliseconds)))
  return `${time.toString(16).padStart(12, '0')}-${carried.count.toString(16).padStart(4, '0')}-${node.slice(-12)}`
}

/** The stamp of the next thing that happens here: after `last` whatever the wall clock (Unix milliseconds) did meanwhile. */
export function nextHlc(last: Hlc | null, now: number, node: string): Hlc {
  const before = last === null ? { milliseconds: -1, count: 0 } : partsOf(last)
  return now > before.milliseconds
    ? stampOf({ milliseconds: now, count: 0 }, node)
    : stampOf({ milliseconds: before.milliseconds, count: before.count + 1 }, node)
}

/** How far a stamp may be ahead of HIMS and still count as it is, in milliseconds. */
const FARTHEST_AHEAD = 24 * 3_600_000

/** A stamp as HIMS orders it: one far ahead counts as a day ahead, so that no wrong clock wins for ever. Never refuses. */
export const clampHlc = (stamp: Hlc, serverNow: number): Hlc =>
  hlcMilliseconds(stamp) <= serverNow + FARTHEST_AHEAD
    ? stamp
    : stampOf({ milliseconds: serverNow + FARTHEST_AHEAD, count: 0 }, stamp.slice(18))
