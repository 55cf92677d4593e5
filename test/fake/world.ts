import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { IdentityIssuer } from '../../domain/foreign-code/identity-issuer.ts'
import type { SpeechSetting } from '../../domain/hospital/speech-setting.ts'
import { unreachable } from '../../domain/result.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import type { HandResult, Hands, HandTask } from '../../main/process/message.ts'
import { openTerminal } from '../../main/service/terminal.ts'
import type { Terminal } from '../../main/service/terminal.ts'
import type { TerminalWorld, Timers } from '../../main/service/world.ts'
import type { FhirSetting } from '../../sync/fhir/setting.ts'
import type { Transport } from '../../sync/transport.ts'
import { anyAuthority } from '../../sync/trust.ts'
import { stubRoot } from './card-lists-stub.ts'
import { dayOfTests } from './day-of-tests.ts'

export { dayOfTests }

export const storeKey = Uint8Array.from({ length: 32 }, (_, at) => at * 7)

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'terminal-'))
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })

export const realTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** A clock that stands still until it is moved. */
export function clock(start = '2026-11-22T05:00:00.000Z') {
  let at = Date.parse(start)
  return { now: () => new Date(at), move: (milliseconds: number) => void (at += milliseconds) }
}

/** Timers that run only when time is moved by hand. */
export function handTimers() {
  let at = 0
  let waiting: { readonly due: number; readonly run: () => void }[] = []
  return {
    after(milliseconds: number, run: () => void) {
      const timer = { due: at + milliseconds, run }
      waiting.push(timer)
      return () => void (waiting = waiting.filter((other) => other !== timer))
    },
    move(milliseconds: number) {
      at += milliseconds
      const due = waiting.filter((timer) => timer.due <= at)
      waiting = waiting.filter((timer) => timer.due > at)
      for (const timer of due) timer.run()
    },
  }
}

export const offlineTransport: Transport = async () => ({ kind: 'lost' })

/** Printers that print everything at once. */
export const goodHands: Hands = async (task: HandTask): Promise<HandResult> => {
  switch (task.kind) {
    case 'prepare':
      return { kind: 'prepared', hash: 'ab'.repeat(32) }
    case 'send':
      return { kind: 'outcome', outcome: { kind: 'printed' } }
    case 'preview':
      return { kind: 'picture', png: new Uint8Array([1, 2, 3]) }
    case 'speak':
      return { kind: 'spoken', spoken: { kind: 'spoken', wave: new Uint8Array([1, 2, 3]), seconds: 1 } }
    default:
      return unreachable(task)
  }
}

export interface Told {
  readonly name: string
  readonly payload: unknown
}

export interface FakeTerminal extends Terminal {
  readonly told: readonly Told[]
  /** The value of an answer; an answer that refuses fails the test. */
  want(channel: string, input?: unknown): Promise<unknown>
}

const opened: Terminal[] = []

/** Closes every terminal a test has opened, whether it passed or not. */
export async function closeTerminals(): Promise<void> {
  for (const terminal of opened.splice(0)) await terminal.close()
}

export async function fakeTerminal(
  folder: string,
  role: TerminalRole,
  changes: Partial<Omit<TerminalWorld, 'setting'>> & {
    readonly code?: string | null
    readonly hims?: readonly string[]
    readonly sticks?: readonly string[]
    /** Where copies of the records go. */
    readonly copies?: string | null
    readonly identityIssuers?: readonly IdentityIssuer[]
    readonly key?: Uint8Array | null
    /** The root of the HIMS in memory, unless another is pinned. */
    readonly cardRoots?: readonly string[]
    /** For a FHIR server in the place of HIMS. */
    readonly fhir?: FhirSetting
    /** How a display speaks; none does unless it is said. */
    readonly speech?: SpeechSetting
  } = {},
): Promise<FakeTerminal> {
  const told: Told[] = []
  const {
    hims = ['http://hims.invalid'],
    fhir = null,
    sticks = [],
    copies = null,
    code = null,
    key = storeKey,
    identityIssuers = [],
    cardRoots = [stubRoot],
    speech = null,
    ...rest
  } = changes
  const terminal = await openTerminal({
    setting: {
      folder,
      key,
      role,
      hims,
      fhir,
      trust: anyAuthority,
      code,
      cardRoots,
      identityIssuers,
      sticks,
      backup: { folder: copies, unsent: null },
      language: 'en',
      speech,
    },
    now: dayOfTests,
    random: (bytes) => Uint8Array.from(randomBytes(bytes)),
    hands: goodHands,
    tell: (name, payload) => void told.push({ name, payload }),
    timers: realTimers,
    transport: () => offlineTransport,
    report(fault, where) {
      throw new Error(`Fault in ${where}`, { cause: fault })
    },
    ...rest,
  })
  opened.push(terminal)
  return {
    ...terminal,
    told,
    async want(channel, input = {}) {
      const reply = await terminal.ask(channel, input)
      if (!reply.ok) throw new Error(`${channel} refused: ${reply.refusal} ${reply.paths.join(' ')}`)
      return reply.value
    },
  }
}

/** Waits until something is so, or fails: after so long, in milliseconds, that a busy machine has had its time. */
export async function until(
  check: () => boolean | Promise<boolean>,
  what = 'condition',
  patience = 60_000,
): Promise<void> {
  const end = performance.now() + patience
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
