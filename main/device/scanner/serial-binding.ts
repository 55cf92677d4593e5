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
export const nodeSerial = (): SerialBinding => serialOver(async () => (await import('serialport')).SerialPort)

export const serialOver = (load: () => Promise<SerialLibrary>): SerialBinding => ({
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
