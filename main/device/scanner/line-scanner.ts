import { connect } from 'node:net'
import type { Socket } from 'node:net'

import type { DeviceHealth } from '../../../domain/print/outcome.ts'
import type { ScanEvent } from '../../../domain/scan/scan-event.ts'
import type { ScannerSetting } from '../../process/message.ts'

export interface LineScanner {
  readonly health: () => DeviceHealth
  readonly close: () => void
}

interface Ears {
  readonly scanned: (event: ScanEvent) => void
  readonly changed: () => void
}

const LONGEST_LINE = 4096
const RETRY = 1000

/** A scanner behind a serial server: every line it sends, ended by CR or LF, is one scan (UTF-8). */
export function lineScanner({ id, host, port }: ScannerSetting, { scanned, changed }: Ears): LineScanner {
  let state: DeviceHealth['state'] = 'connecting'
  let socket: Socket | null = null
  let retry: NodeJS.Timeout | null = null
  let closed = false

  const become = (next: DeviceHealth['state']) => {
    if (next === state) return
    state = next
    changed()
  }

  function open(): void {
    socket = connect({ host, port })
    const hear = lines((text) => scanned({ device: id, source: 'network', text }))
    socket.setKeepAlive(true, 5000)
    socket.on('connect', () => become('ready'))
    socket.on('data', hear)
    socket.on('error', () => become('absent'))
    socket.on('close', () => {
      become('absent')
      if (!closed) retry = setTimeout(open, RETRY)
    })
  }
  open()

  return {
    health: () => ({ device: id, kind: 'scanner', state }),
    close: () => {
      closed = true
      if (retry !== null) clearTimeout(retry)
      socket?.destroy()
    },
  }
}

/** Cuts a byte stream into lines; a line longer than any card is thrown away whole. */
export function lines(heard: (text: string) => void): (chunk: Uint8Array) => void {
  let open: number[] = []
  let tooLong = false
  const end = () => {
    if (!tooLong && open.length > 0) heard(new TextDecoder().decode(Uint8Array.from(open)))
    open = []
    tooLong = false
  }
  return (chunk) => {
    for (const byte of chunk) {
      if (byte === 0x0d || byte === 0x0a) end()
      else if (open.length < LONGEST_LINE) open.push(byte)
      else tooLong = true
    }
  }
}
