import { statSync } from 'node:fs'

/** A serial port that the operating system lists. */
export interface SerialInfo {
  readonly path: string
  /** USB vendor in hexadecimal, lower case; empty for a port that hangs from no USB. */
  readonly vendor: string
  readonly label: string
}

export interface SerialEars {
  readonly data: (chunk: Uint8Array) => void
  readonly lost: () => void
}

/** The slice of serialport that scanners need. */
export interface SerialBinding {
  /** Rejects where the system cannot list its ports, as Linux cannot without udevadm. */
  readonly list: () => Promise<readonly SerialInfo[]>
  /** What stands at a path now: another answer than before means that the plug was pulled. */
  readonly plugAt: (path: string) => string
  /** Rejects while the port is missing or in use. */
  readonly open: (path: string, baud: number, ears: SerialEars) => Promise<{ readonly close: () => void }>
}

interface Stream {
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'close' | 'error', listener: () => void): unknown
  open(done: (fault: Error | null) => void): void
  close(): void
}

interface Listed {
  readonly path: string
  readonly vendorId?: string | undefined
  readonly manufacturer?: string | undefined
}

/** What `serialport` and its mock both export. */
export interface SerialLibrary {
  list(): Promise<readonly Listed[]>
  new (options: { readonly path: string; readonly baudRate: number; readonly autoOpen: false }): Stream
}

/** serialport, loaded at its first use. */
export const nodeSerial = (): SerialBinding => serialOver(async () => (await import('serialport')).SerialPort, inodeAt)

/** Windows names its ports outside the file system and tells their loss reliably. */
function inodeAt(path: string): string {
  if (!path.startsWith('/')) return path
  return String(statSync(path, { throwIfNoEntry: false })?.ino)
}

export const serialOver = (
  load: () => Promise<SerialLibrary>,
  plugAt: (path: string) => string = (path) => path,
): SerialBinding => ({
  plugAt,
  async list() {
    const library = await load()
    const ports = await library.list()
    return ports.map(({ path, vendorId = '', manufacturer = '' }) => ({
      path,
      vendor: vendorId.toLowerCase(),
      label: manufacturer,
    }))
  },
  async open(path, baud, { data, lost }) {
    const Library = await load()
    const port = new Library({ path, baudRate: baud, autoOpen: false })
    port.on('data', data)
    port.on('close', lost)
    port.on('error', lost)
    await new Promise<void>((resolve, reject) => {
      port.open((fault) => (fault === null || fault === undefined ? resolve() : reject(fault)))
    })
    return { close: () => port.close() }
  },
})
