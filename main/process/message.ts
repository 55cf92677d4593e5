import type { Reply } from '../../contract/channel.ts'
import type { StoreState } from '../../contract/shell.ts'
import type { z } from 'zod'

import type { JobId } from '../../domain/id.ts'
import type { SpeakTask, Spoken } from '../../domain/hospital/speech.ts'
import type { SpeechSetting } from '../../domain/hospital/speech-setting.ts'
import type { Language } from '../../domain/language.ts'
import type { PrintDocument } from '../../domain/print/document.ts'
import type { DeviceHealth, PrintOutcome } from '../../domain/print/outcome.ts'
import type { ScanEvent } from '../../domain/scan/scan-event.ts'
import type { ScannerSeen } from '../../domain/scan/scanner-seen.ts'
import type { IdentityIssuer } from '../../domain/foreign-code/identity-issuer.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import type { FhirSetting } from '../../sync/fhir/setting.ts'
import type { Trust } from '../../sync/trust.ts'

/** What the store process needs to open; sent once, as its first message. */
export interface StoreSetting {
  readonly folder: string
  /** 32 bytes; null when no keystore and no credential gave one. */
  readonly key: Uint8Array | null
  /** The key that is to follow, while a rotation is under way. */
  readonly nextKey?: Uint8Array | null
  /** A copy that an administrator puts in the place of the records at this start. */
  readonly restore?: string | null
  /** Where copies go; null for none. */
  readonly backup?: { readonly folder: string | null; readonly unsent: string | null }
  readonly role: TerminalRole
  /** Where HIMS is: the hospital's own server before HIMS itself. */
  readonly hims: readonly string[]
  /** Where that is a FHIR server in the place of HIMS. */
  readonly fhir?: FhirSetting | null
  readonly trust: Trust
  /** Where USB sticks appear, as patterns; the usual places of this system unless it is said. */
  readonly sticks?: readonly string[] | undefined
  /** The one-time code of the enrolment, until it has been used. */
  readonly code: string | null
  /** The roots of the keys behind cards, as pinned in `terminal.json`. */
  readonly cardRoots: readonly string[]
  readonly identityIssuers: readonly IdentityIssuer[]
  /** What is spoken while the data, and the language set in it, cannot be read. */
  readonly language: Language
  /** How a display says the numbers that are called; null for one that is silent. */
  readonly speech?: SpeechSetting | null
}

export type ToStore =
  | { readonly kind: 'open'; readonly setting: StoreSetting }
  | { readonly kind: 'ask'; readonly id: number; readonly channel: string; readonly input: unknown }
  | { readonly kind: 'did'; readonly id: number; readonly result: HandResult }
  | { readonly kind: 'scan'; readonly event: ScanEvent }
  | { readonly kind: 'health'; readonly devices: readonly DeviceHealth[] }
  | { readonly kind: 'scanners'; readonly seen: readonly ScannerSeen[] }
  | { readonly kind: 'close' }

export type FromStore =
  | { readonly kind: 'answer'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'tell'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'do'; readonly id: number; readonly task: HandTask }
  | { readonly kind: 'state'; readonly state: z.infer<typeof StoreState> }
  | { readonly kind: 'closed' }
  /** The key that a supervisor's code brought back, or that a rotation brought in. */
  | { readonly kind: 'key'; readonly key: Uint8Array }

/** What the store asks the device process to do with its hands. */
export type HandTask =
  | { readonly kind: 'prepare'; readonly job: JobId; readonly document: PrintDocument }
  | { readonly kind: 'send'; readonly job: JobId; readonly attempt: number }
  | { readonly kind: 'preview'; readonly document: PrintDocument }
  | { readonly kind: 'speak'; readonly task: SpeakTask }

export type HandResult =
  /** `hash` is the SHA-256 of what will be printed, in lower-case hexadecimal. */
  | { readonly kind: 'prepared'; readonly hash: string }
  | { readonly kind: 'outcome'; readonly outcome: PrintOutcome }
  | { readonly kind: 'picture'; readonly png: Uint8Array | null }
  | { readonly kind: 'spoken'; readonly spoken: Spoken }

/** The device process as the store sees it. */
export type Hands = (task: HandTask) => Promise<HandResult>

export interface DeviceSetting {
  readonly fonts: string
  readonly printers: readonly PrinterSetting[]
  readonly scanners: readonly ScannerSetting[]
  /** The program that speaks; null where nothing is spoken. */
  readonly synthesizer: string | null
}

export type PrinterSetting =
  | { readonly kind: 'ticket' | 'label'; readonly profile: string; readonly host: string; readonly port: number }
  | { readonly kind: 'card' | 'page'; readonly folder: string }

/** A scanner that an administrator names; those in HID-POS mode are found by themselves. */
export type ScannerSetting =
  /** Reached over TCP, as a serial server offers one: each line it sends is a scan. */
  | { readonly kind: 'tcp'; readonly id: string; readonly host: string; readonly port: number }
  /** `path` is null for the first serial port of a known maker. */
  | { readonly kind: 'serial'; readonly id: string; readonly path: string | null; readonly baud: number }

export type ToDevice =
  | { readonly kind: 'open'; readonly setting: DeviceSetting }
  | { readonly kind: 'do'; readonly id: number; readonly task: HandTask }
  | { readonly kind: 'close' }

export type FromDevice =
  | { readonly kind: 'did'; readonly id: number; readonly result: HandResult }
  | { readonly kind: 'scan'; readonly event: ScanEvent }
  | { readonly kind: 'health'; readonly devices: readonly DeviceHealth[] }
  | { readonly kind: 'scanners'; readonly seen: readonly ScannerSeen[] }
