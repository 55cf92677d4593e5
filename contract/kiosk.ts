import { z } from 'zod'

import { Department } from '../domain/hospital/facility.ts'
import { Language } from '../domain/language.ts'
import { NotSentReason } from '../domain/print/outcome.ts'
import { LONGEST_SCAN } from '../domain/scan/scan-event.ts'
import { channel } from './channel.ts'
import { shell, shellEvents } from './shell.ts'

/** A one-time handle for the person whose card was just read; the kiosk's page never learns who that is. */
export const Guest = z.string().regex(/^[0-9a-f]{32}$/)

/** What a kiosk may learn from a scan: nothing about the person. */
export const KioskScan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('welcome'), guest: Guest }),
  /** The card is genuine and the record has not arrived here: the desk helps. */
  z.strictObject({ kind: z.literal('not-here-yet') }),
  z.strictObject({
    kind: z.literal('go-to-desk'),
    /** `other-card`: an ABHA card, Aadhaar or the like, with which a person can be registered. */
    why: z.enum(['expired', 'revoked', 'altered', 'unknown-issuer', 'newer-format', 'other-card']),
  }),
  z.strictObject({ kind: z.literal('not-a-card') }),
])
export type KioskScan = z.infer<typeof KioskScan>

export const KioskToken = z.strictObject({
  label: z.string(),
  department: Department,
  expected: z.strictObject({ from: z.string(), to: z.string(), before: z.int() }).nullable(),
})

export const KioskPaper = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printing') }),
  z.strictObject({ kind: z.literal('printed') }),
  z.strictObject({ kind: z.literal('not-printed'), reason: NotSentReason.or(z.literal('uncertain')) }),
])

const nothing = z.strictObject({})

export const kiosk = {
  role: 'kiosk',
  channels: {
    ...shell,
    'kiosk.scan': channel(
      z.strictObject({ text: z.string().max(LONGEST_SCAN), source: z.enum(['camera', 'wedge']) }),
      KioskScan,
    ),
    'kiosk.departments': channel(nothing, z.array(Department)),
    'kiosk.checkin': channel(
      z.strictObject({ guest: Guest, department: z.string().max(32), language: Language }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('issued'), token: KioskToken }),
        /** The handle ran out: nothing was done. */
        z.strictObject({ kind: z.literal('scan-again') }),
        z.strictObject({ kind: z.literal('go-to-desk'), why: z.enum(['no-number', 'not-saved']) }),
      ]),
    ),
    /** How the last slip of this visit to the kiosk fares. */
    'kiosk.paper': channel(nothing, KioskPaper.nullable()),
    'kiosk.call': channel(nothing, nothing),
    /** Forgets the guest and everything printed for them. */
    'kiosk.leave': channel(nothing, nothing),
  },
  events: {
    ...shellEvents,
    scanned: KioskScan,
    paper: KioskPaper,
  },
} as const
export type Kiosk = typeof kiosk
