import { bareReading } from '../../../domain/scan/bare.ts'
import type { ScannerSeen } from '../../../domain/scan/scanner-seen.ts'
import { doubting } from './doubt.ts'
import type { HidBinding, HidHandle, HidInfo } from './hid-binding.ts'
import { hearReport, quietHid } from './hid-report.ts'
import type { HidState } from './hid-report.ts'
import type { Ears, ScannerDriver } from './port.ts'

const SCANNER_PAGE = 0x8c
const SCANNER = 0x02

/** Honeywell and Metrologic, and Youjie: these send nothing before they are told to. */
const toldToSend = new Set([0x0c2e, 0x23d0])
const SEND = Uint8Array.of(254, 1)

/** How often the bus is looked at, in milliseconds: node-hid tells neither of coming nor of going. */
const LOOK = 1500
/** A device has to be missing so many times before it is called absent: lists flicker. */
const MISSES = 3
/** One that is there and opens no more often than never is kept from us; after so many times that is said. */
const REFUSALS = 3

interface Attached {
  readonly info: HidInfo
  readonly device: string
  state: ScannerSeen['state']
  handle: HidHandle | null
  misses: number
  /** How often in a row it was there and could not be opened. */
  readonly refusals: number
  /** False after the device was lost or closed: late reports of an old handle count for nothing. */
  live: boolean
}

export interface HidWorld {
  readonly binding: HidBinding
  readonly every: (milliseconds: number, run: () => void) => () => void
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  readonly report: (fault: unknown, where: string) => void
}

/** Every scanner in HID-POS mode, found and lost by itself. */
export function hidScanners({ binding, every, now, report }: HidWorld, { scanned, changed }: Ears): ScannerDriver {
  const attached = new Map<string, Attached>()
  let looking = false
  let closed = false
  const complained = new Set<string>()

  const become = (each: Attached, state: Attached['state']): void => {
    if (each.state === state) return
    each.state = state
    changed()
  }

  const lose = (each: Attached): void => {
    if (!each.live) return
    each.live = false
    const { handle } = each
    each.handle = null
    handle?.close().catch(() => undefined)
  }

  async function open(each: Attached): Promise<void> {
    const session = { ...ears(each.device), live: true }
    each.live = true
    try {
      const handle = await binding.open(each.info.path, {
        report: (bytes) => {
          if (session.live && each.live && each.state === 'ready') session.hear(bytes)
        },
        lost: () => {
          if (!session.live) return
          session.live = false
          lose(each)
          become(each, 'connecting')
        },
      })
      if (closed || !each.live) return void handle.close().catch(() => undefined)
      each.handle = handle
      if (toldToSend.has(each.info.vendor)) await handle.sendFeature(SEND)
      complained.delete(each.device)
      become(each, 'ready')
    } catch (fault) {
      lose(each)
      become(each, each.refusals + 1 < REFUSALS ? 'connecting' : 'refused')
      complain(fault, each.device)
    }
  }

  function ears(device: string): { readonly hear: (bytes: Uint8Array) => void } {
    let state: HidState = quietHid
    const judge = doubting(now)
    return {
      hear(bytes) {
        const heard = hearReport(state, bytes, now())
        state = heard.state
        if (heard.fault !== null) report(heard.fault, device)
        const { scan } = heard
        if (scan === null) return
        const { text, symbology } = bareReading(scan.text)
        const verdict = judge({ text, behind: scan.behind })
        if (verdict !== 'sure') return report(verdict, device)
        scanned({ device, source: 'hid', text, symbology: scan.symbology ?? symbology })
      },
    }
  }

  const complain = (fault: unknown, where: string): void => {
    // The same trouble at every look would fill the log.
    if (!complained.has(where)) report(fault, where)
    complained.add(where)
  }

  async function look(): Promise<void> {
    const found = (await binding.devices()).filter((info) => info.usagePage === SCANNER_PAGE && info.usage === SCANNER)
    const names = namesOf(found, attached.values())
    for (const info of found) {
      const device = names.get(info.path) ?? ''
      const known = attached.get(device)
      if (known?.info.path === info.path && known.live) known.misses = 0
      else {
        if (known !== undefined) lose(known)
        // One that cannot be opened is tried again and again, and shown as before until it can.
        const again = known?.info.path === info.path && known.state !== 'ready' && known.state !== 'absent'
        const state = again ? known.state : 'connecting'
        const refusals = again ? known.refusals + 1 : 0
        const fresh: Attached = { info, device, state, handle: null, misses: 0, refusals, live: false }
        attached.set(device, fresh)
        if (known?.state !== state) changed()
        await open(fresh)
      }
    }
    const paths = new Set(found.map(({ path }) => path))
    for (const each of attached.values()) {
      if (paths.has(each.info.path)) continue
      each.misses += 1
      if (each.misses < MISSES) continue
      lose(each)
      become(each, 'absent')
    }
  }

  function tick(): void {
    if (looking || closed) return
    looking = true
    look()
      .catch((fault: unknown) => complain(fault, 'hid'))
      .finally(() => {
        looking = false
      })
  }
  const stop = every(LOOK, tick)
  tick()

  return {
    seen: () =>
      [...attached.values()].map(({ device, info, state }) => ({ device, source: 'hid', label: info.label, state })),
    close() {
      closed = true
      stop()
      for (const each of attached.values()) lose(each)
    },
  }
}

/** A name that stays the same after a restart and in another socket, as far as the device tells itself from its like. */
function namesOf(found: readonly HidInfo[], known: Iterable<Attached>): ReadonlyMap<string, string> {
  const paths = new Set(found.map(({ path }) => path))
  const here = [...known].filter(({ info }) => paths.has(info.path))
  const names = new Map(here.map(({ info, device }) => [info.path, device]))
  const taken = new Set(names.values())
  for (const info of found.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const base = nameOf(info)
    if (names.get(info.path)?.startsWith(base) === true) continue
    let name = base
    for (let copy = 2; taken.has(name); copy += 1) name = `${base}.${copy}`
    taken.add(name)
    names.set(info.path, name)
  }
  return names
}

function nameOf({ vendor, product, serial }: HidInfo): string {
  const kind = `hid-${hex(vendor)}-${hex(product)}`
  const own = serial.replace(/[^0-9A-Za-z]/g, '').slice(0, 32)
  return own === '' ? kind : `${kind}-${own}`
}

const hex = (number: number): string => number.toString(16).padStart(4, '0')
