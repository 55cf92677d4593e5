import { bareReading } from '../../../domain/scan/bare.ts'
import type { ScannerSeen } from '../../../domain/scan/scanner-seen.ts'
import type { ScannerSetting } from '../../process/message.ts'
import { lines } from './line.ts'
import type { Ears, ScannerDriver } from './port.ts'
import type { SerialBinding } from './serial-binding.ts'

/** USB vendors whose serial ports are scanners: Honeywell, Youjie, Zebra, Datalogic, Newland, Opticon, Code, Unitech. */
const vendors = new Set(['0c2e', '23d0', '05e0', '05f9', '1eab', '065a', '0fba', '11fa'])

const RETRY = 1500
/** A scanner that ends no line is done when it has been quiet this long, in milliseconds. */
const SILENCE = 120
/** The rest of a line that has not come after this is lost, in milliseconds. */
const FORGET = 1500

/** How systems say that a port is there and not for us, or that another program has it. */
const REFUSED = /permission|denied|EACCES|EPERM|lock|busy/i

export interface SerialWorld {
  readonly binding: SerialBinding
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly report: (fault: unknown, where: string) => void
}

/** A scanner at a serial port, by its path or, where that is null, the first port of a known maker of scanners. */
export function serialScanner(
  { id, path: given, baud }: Extract<ScannerSetting, { kind: 'serial' }>,
  { binding, after, report }: SerialWorld,
  { scanned, changed }: Ears,
): ScannerDriver {
  let state: ScannerSeen['state'] = 'connecting'
  let label = given ?? ''
  let handle: { readonly close: () => void } | null = null
  let closed = false
  let said = ''
  let stopWaiting = () => {}

  const become = (next: ScannerSeen['state']) => {
    if (next === state) return
    state = next
    changed()
  }
  const complain = (fault: unknown) => {
    const now = String(fault)
    if (now !== said) report(fault, id)
    said = now
  }

  async function find(): Promise<string | null> {
    if (given !== null) return given
    const ports = await binding.list()
    const port = ports.find(({ vendor }) => vendors.has(vendor))
    if (port === undefined) return null
    label = [port.label, port.path].filter((part) => part !== '').join(' ')
    return port.path
  }

  function again(next: 'absent' | 'refused'): void {
    handle = null
    if (closed) return
    become(next)
    stopWaiting = after(RETRY, () => void open())
  }

  /** A line that hangs up at the wrong moment reads as endless nothing and is never told to be closed. */
  function watch(path: string, plug: string, pulled: () => void): void {
    stopWaiting = after(RETRY, () => {
      if (binding.plugAt(path) === plug) watch(path, plug, pulled)
      else pulled()
    })
  }

  async function open(): Promise<void> {
    let live = true
    let stopSilence = () => {}
    const { take, silence, forget } = lines((line) => {
      const reading = bareReading(line)
      if (reading.text !== '') scanned({ device: id, source: 'serial', ...reading })
    })
    const lost = (next: 'absent' | 'refused' = 'absent') => {
      if (!live) return
      live = false
      stopSilence()
      stopWaiting()
      again(next)
    }
    const quiet = () => {
      silence()
      stopSilence = after(FORGET, () => {
        if (forget()) report('broken-off', id)
      })
    }
    try {
      const path = await find()
      if (closed) return
      if (path === null) return lost()
      const opened = await binding.open(path, baud, {
        lost: () => lost(),
        data: (chunk) => {
          if (!live) return
          stopSilence()
          take(chunk)
          // In two halves: after a stall of this process, bytes that already wait are read before the silence counts.
          stopSilence = after(SILENCE / 2, () => {
            stopSilence = after(SILENCE / 2, quiet)
          })
        },
      })
      if (closed || !live) return opened.close()
      handle = opened
      said = ''
      become('ready')
      watch(path, binding.plugAt(path), () => {
        if (live) opened.close()
        lost()
      })
    } catch (fault) {
      complain(fault)
      lost(REFUSED.test(String(fault)) ? 'refused' : 'absent')
    }
  }
  void open()

  return {
    seen: () => [{ device: id, source: 'serial', label, state }],
    close: () => {
      closed = true
      stopWaiting()
      handle?.close()
    },
  }
}
