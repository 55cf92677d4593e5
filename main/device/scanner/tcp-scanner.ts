import { connect } from 'node:net'
import type { Socket } from 'node:net'

import { bareReading } from '../../../domain/scan/bare.ts'
import type { ScannerSeen } from '../../../domain/scan/scanner-seen.ts'
import type { ScannerSetting } from '../../process/message.ts'
import { lines } from './line.ts'
import type { Ears, ScannerDriver } from './port.ts'

const RETRY = 1000

/** A scanner behind a serial server: every line it sends, ended by CR or LF, is one scan (UTF-8). */
export function tcpScanner(
  { id, host, port }: Extract<ScannerSetting, { kind: 'tcp' }>,
  { scanned, changed }: Ears,
): ScannerDriver {
  let state: ScannerSeen['state'] = 'connecting'
  let socket: Socket | null = null
  let retry: NodeJS.Timeout | null = null
  let closed = false

  const become = (next: ScannerSeen['state']) => {
    if (next === state) return
    state = next
    changed()
  }

  function open(): void {
    socket = connect({ host, port })
    const { take } = lines((line) => {
      const reading = bareReading(line)
      if (reading.text !== '') scanned({ device: id, source: 'network', ...reading })
    })
    socket.setKeepAlive(true, 5000)
    socket.on('connect', () => become('ready'))
    socket.on('data', take)
    socket.on('error', () => become('absent'))
    socket.on('close', () => {
      become('absent')
      if (!closed) retry = setTimeout(open, RETRY)
    })
  }
  open()

  return {
    seen: () => [{ device: id, source: 'network', label: `${host}:${port}`, state }],
    close: () => {
      closed = true
      if (retry !== null) clearTimeout(retry)
      socket?.destroy()
    },
  }
}
