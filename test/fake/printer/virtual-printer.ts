import { createServer, type Socket } from 'node:net'

import { escposDecoder, type PrinterEvent } from './escpos-decoder.ts'
import { paperPicture } from './paper-picture.ts'

/** What can be wrong with the printer; every one can be changed while it runs. */
export type PrinterFaults = {
  readonly paperOut: boolean
  readonly paperLow: boolean
  readonly coverOpen: boolean
  readonly offline: boolean
  /** Answers nothing at all. */
  readonly mute: boolean
  /** Breaks the connection with RST once it has had this many bytes over it; null never. */
  readonly resetAfter: number | null
  /** Ends the connection with FIN once it has had this many bytes; null never. */
  readonly closeAfter: number | null
  readonly bytesPerSecond: number | null
  /** Runs out of paper after burning this many more rows; null never. */
  readonly rowsLeft: number | null
  /** Answers behind a paper wait until it is burnt at this speed; null for a head that takes no time. */
  readonly rowsPerSecond: number | null
}

const healthy: PrinterFaults = {
  paperOut: false,
  paperLow: false,
  coverOpen: false,
  offline: false,
  mute: false,
  resetAfter: null,
  closeAfter: null,
  bytesPerSecond: null,
  rowsLeft: null,
  rowsPerSecond: null,
}

/** One paper that fell out of the slot. `rows` are one byte a dot, 1 is black. */
export type Paper = {
  readonly png: Buffer
  readonly width: number
  readonly height: number
  readonly at: string
  readonly rows: readonly Uint8Array[]
}

export type VirtualPrinterOptions = {
  readonly dots: number
  readonly dpi?: number
  readonly faults?: Partial<PrinterFaults>
  /** ISO time for `Paper.at`. */
  readonly now?: () => string
}

/** A real printer's receive buffer: beyond it, TCP makes the sender wait. */
const bufferSize = 64 * 1024

/** An ESC/POS printer on loopback TCP, written from the command reference and from nothing of the product. */
export function virtualPrinter(options: VirtualPrinterOptions) {
  const now = options.now ?? (() => new Date().toISOString())
  const listeners = new Set<(paper: Paper) => void>()
  const pumps = new Map<Socket, (bytes: Uint8Array) => void>()
  const unknown: string[] = []
  let faults: PrinterFaults = { ...healthy, ...options.faults }
  let received = 0
  let speaker: Socket | null = null
  let automatic = 0
  let rowsAtLoad = 0
  let busyUntil = 0

  const decoder = escposDecoder({
    dots: options.dots,
    dpi: options.dpi ?? 203,
    sensor: () => (faults.paperOut ? 0x0c : 0) | (faults.paperLow ? 0x03 : 0),
    emit: (event) => obey(event),
  })

  const say = (socket: Socket | null, bytes: Uint8Array): void => {
    if (!faults.mute && socket !== null && socket.writable) socket.write(bytes)
  }

  const sayAfterBurning = (bytes: Uint8Array): void => {
    const asker = speaker
    const rest = busyUntil - performance.now()
    if (rest <= 0) say(asker, bytes)
    else setTimeout(() => say(asker, bytes), rest)
  }

  const obey = (event: PrinterEvent): void => {
    if (event.kind === 'reply') sayAfterBurning(event.bytes)
    if (event.kind === 'cut' && faults.rowsPerSecond !== null) {
      busyUntil = Math.max(busyUntil, performance.now()) + (1000 * event.rows.length) / faults.rowsPerSecond
    }
    if (event.kind === 'unknown') unknown.push(event.bytes)
    if (event.kind === 'automatic-status') {
      automatic = event.parts
      if (automatic !== 0) say(speaker, automaticStatus(faults))
    }
    if (event.kind === 'cut' && listeners.size > 0) {
      const { rows } = event
      const paper = { png: paperPicture(rows, options.dots), width: options.dots, height: rows.length, at: now(), rows }
      for (const listener of listeners) listener(paper)
    }
  }

  const isBlocked = (): boolean => faults.paperOut || faults.coverOpen || faults.offline

  /** Before each command: whether the paper lasts for it. */
  const ready = (): boolean => {
    if (faults.rowsLeft !== null && decoder.printedRows() - rowsAtLoad >= faults.rowsLeft) {
      faults = { ...faults, paperOut: true, rowsLeft: null }
    }
    return !isBlocked()
  }
  const hear = (socket: Socket, bytes: Uint8Array, realtime: (byte: number) => number | null): void => {
    speaker = socket
    received += bytes.length
    for (const byte of bytes) {
      const part = realtime(byte)
      if (part !== null) say(socket, Uint8Array.from([statusByte(faults, part)]))
    }
    decoder.take(bytes, ready)
  }

  const serve = (socket: Socket): void => {
    const realtime = realtimeFinder()
    let had = 0
    const limit = (): number => Math.min(faults.resetAfter ?? Infinity, faults.closeAfter ?? Infinity)
    const accept = (bytes: Uint8Array): void => {
      const part = bytes.subarray(0, Math.max(0, limit() - had))
      had += part.length
      hear(socket, part, realtime)
      if (had < limit()) return
      if (faults.resetAfter !== null && had >= faults.resetAfter) socket.resetAndDestroy()
      else socket.destroySoon()
    }
    const isFull = (): boolean => isBlocked() && decoder.waiting() > bufferSize
    const pump = pumpOf(socket, { rate: () => faults.bytesPerSecond, isFull, accept })
    pumps.set(socket, pump)
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('close', () => pumps.delete(socket))
    socket.on('data', pump)
  }

  const server = createServer({ allowHalfOpen: true }, serve)
  return {
    /** Resolves to the port; 0 takes a free one. */
    listen: (port = 0): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', () => {
          const address = server.address()
          resolve(typeof address === 'object' && address !== null ? address.port : port)
        })
      }),
    on: (listener: (paper: Paper) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (change: Partial<PrinterFaults>): void => {
      faults = { ...faults, ...change }
      if (change.rowsLeft !== undefined) rowsAtLoad = decoder.printedRows()
      if (automatic !== 0) say(speaker, automaticStatus(faults))
      decoder.take(new Uint8Array(), ready)
      for (const pump of pumps.values()) pump(new Uint8Array())
    },
    faults: (): PrinterFaults => faults,
    /** All bytes that ever arrived. */
    received: (): number => received,
    /** Rows on the strip that still hangs in the printer. */
    hanging: (): number => decoder.printedRows(),
    /** Commands it did not know, in hexadecimal. */
    unknown: (): readonly string[] => unknown,
    powerCycle: (): void => {
      for (const socket of pumps.keys()) socket.resetAndDestroy()
      decoder.powerCycle()
    },
    close: (): Promise<void> =>
      new Promise((resolve) => {
        for (const socket of pumps.keys()) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

export type VirtualPrinter = ReturnType<typeof virtualPrinter>

type Flow = {
  /** Bytes a second, or null for as fast as they come. */
  readonly rate: () => number | null
  readonly isFull: () => boolean
  readonly accept: (bytes: Uint8Array) => void
}

/** Reads a socket no faster than the printer would, a twentieth of a second at a time. */
function pumpOf(socket: Socket, { rate, isFull, accept }: Flow): (bytes: Uint8Array) => void {
  let queue: Uint8Array = new Uint8Array()
  let ticking = false
  let ended = false
  // A goodbye overtakes what is still queued, so it waits its turn.
  socket.on('end', () => {
    ended = true
    if (!ticking) turn()
  })
  const turn = (): void => {
    ticking = false
    if (socket.destroyed || isFull()) return
    if (queue.length === 0) {
      if (ended) socket.end()
      else socket.resume()
      return
    }
    const most = rate()
    const part = queue.subarray(0, most === null ? queue.length : Math.max(1, Math.floor(most / 20)))
    queue = queue.subarray(part.length)
    accept(part)
    if (most === null) turn()
    else {
      ticking = true
      setTimeout(turn, 50)
    }
  }
  return (bytes) => {
    socket.pause()
    queue = queue.length === 0 ? bytes : Buffer.concat([queue, bytes])
    if (!ticking) turn()
  }
}

/** Finds DLE EOT n in a stream, whatever it stands in: printers answer it the moment it arrives, even inside a band. */
function realtimeFinder(): (byte: number) => number | null {
  let before = 0
  let last = 0
  return (byte) => {
    const asked = before === 0x10 && last === 0x04 && byte >= 1 && byte <= 4
    before = last
    last = byte
    return asked ? byte : null
  }
}

/** DLE EOT n: bits 1 and 4 are always set. */
function statusByte(faults: PrinterFaults, part: number): number {
  const down = faults.offline || faults.paperOut || faults.coverOpen
  if (part === 1) return 0x12 | (down ? 0x08 : 0)
  if (part === 2) return 0x12 | (faults.coverOpen ? 0x04 : 0) | (faults.paperOut ? 0x20 : 0)
  if (part === 4) return 0x12 | (faults.paperLow || faults.paperOut ? 0x0c : 0) | (faults.paperOut ? 0x60 : 0)
  return 0x12
}

/** GS a: four bytes, of which the first has bit 4 set and bit 1 clear. */
function automaticStatus(faults: PrinterFaults): Uint8Array {
  const down = faults.offline || faults.paperOut || faults.coverOpen
  const first = 0x10 | (down ? 0x08 : 0) | (faults.coverOpen ? 0x20 : 0)
  return Uint8Array.from([first, 0, (faults.paperLow ? 0x03 : 0) | (faults.paperOut ? 0x0c : 0), 0])
}
