import { z } from 'zod'

import { LONGEST_SCAN, ScanSource } from '../domain/scan/scan-event.ts'
import { channel } from './channel.ts'

/** What people call a scanner at this desk. */
export const ScannerName = z.string().trim().min(1).max(40)

/** A scanner of this terminal: one that its drivers see, or one that was given a name before. */
export const DeskScanner = z.strictObject({
  device: z.string().max(64),
  source: ScanSource.exclude(['camera']),
  /** What it says it is, or where it is reached; empty when it says nothing. */
  label: z.string(),
  name: ScannerName.nullable(),
  /** `unknown`: it types like a keyboard, so nobody can know whether it is there before it is used. */
  state: z.enum(['connecting', 'ready', 'refused', 'absent', 'unknown']),
})
export type DeskScanner = z.infer<typeof DeskScanner>

const letter = z.strictObject({ letter: z.string(), came: z.string() })

/** What a scan on the scanner page came to. */
export const ScannerHeard = z.strictObject({
  scanner: DeskScanner,
  verdict: z.discriminatedUnion('kind', [
    /** It sent the code that the page shows: it is the one in the hand. */
    z.strictObject({ kind: z.literal('in-hand') }),
    /** A code of this page, but not the one it shows now. */
    z.strictObject({ kind: z.literal('old-code') }),
    z.strictObject({ kind: z.literal('right') }),
    z.strictObject({ kind: z.literal('small-letters') }),
    z.strictObject({
      kind: z.literal('other-layout'),
      country: z.enum(['france', 'belgium', 'germany', 'switzerland', 'spain-italy', 'japan']).nullable(),
      wrong: z.array(letter),
    }),
    z.strictObject({ kind: z.literal('cut'), came: z.int(), wanted: z.int() }),
    /** Letters that no code holds: the serial line's speed is not the scanner's. */
    z.strictObject({ kind: z.literal('garbled') }),
    /** Any other code: it was read and is not used. */
    z.strictObject({ kind: z.literal('other'), length: z.int() }),
  ]),
})
export type ScannerHeard = z.infer<typeof ScannerHeard>

const nothing = z.strictObject({})

/** Asked by the page that sets scanners up. */
export const scannerChannels = {
  /** Asked again and again while the page is open: meanwhile scans are judged there and used for nothing else. */
  'scanner.watch': channel(nothing, z.array(DeskScanner)),
  /** A new code to draw; the one before is void. */
  'scanner.pair': channel(nothing, z.strictObject({ code: z.string() })),
  'scanner.name': channel(
    z.strictObject({ device: z.string().max(64), name: ScannerName }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved') }),
      z.strictObject({ kind: z.literal('not-saved') }),
    ]),
  ),
  'scanner.forget': channel(
    z.strictObject({ device: z.string().max(64) }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved') }),
      z.strictObject({ kind: z.literal('not-saved') }),
    ]),
  ),
  /** What a scanner that types sent to the page. */
  'scanner.typed': channel(z.strictObject({ text: z.string().max(LONGEST_SCAN) }), ScannerHeard),
} as const

/** Told while the page watches. */
export const scannerEvents = { scanner: ScannerHeard } as const
