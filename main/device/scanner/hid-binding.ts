/** What is known of a USB device of the HID class before it is opened. */
export interface HidInfo {
  readonly path: string
  readonly vendor: number
  readonly product: number
  readonly serial: string
  /** Maker and product as the device says them. */
  readonly label: string
  readonly usagePage: number
  readonly usage: number
}

export interface HidEars {
  /** One input report, its number first. */
  readonly report: (report: Uint8Array) => void
  readonly lost: () => void
}

export interface HidHandle {
  /** The report's number is the first byte. */
  readonly sendFeature: (report: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

/** The slice of node-hid that scanners need; tests put a recording in its place. */
export interface HidBinding {
  readonly devices: () => Promise<readonly HidInfo[]>
  readonly open: (path: string, ears: HidEars) => Promise<HidHandle>
}

/** node-hid, loaded at its first use: a terminal without USB never needs it. */
export function nodeHid(): HidBinding {
  const load = () => import('node-hid')
  return {
    async devices() {
      const { devicesAsync } = await load()
      const all = await devicesAsync()
      return all.flatMap(({ path, vendorId, productId, serialNumber, manufacturer, product, usagePage, usage }) =>
        path === undefined
          ? []
          : [
              {
                path,
                vendor: vendorId,
                product: productId,
                serial: serialNumber ?? '',
                label: [manufacturer, product].filter((name) => name !== undefined && name !== '').join(' '),
                usagePage: usagePage ?? 0,
                usage: usage ?? 0,
              },
            ],
      )
    },
    async open(path, ears) {
      const { HIDAsync } = await load()
      const device = await HIDAsync.open(path)
      device.on('data', (report: Uint8Array) => ears.report(report))
      device.on('error', () => ears.lost())
      return {
        sendFeature: async (report) => void (await device.sendFeatureReport([...report])),
        close: () => device.close(),
      }
    },
  }
}
