import type { HidBinding, HidEars, HidInfo } from '../../../main/device/scanner/hid-binding.ts'

export interface FakeHid extends HidBinding {
  readonly plug: (info: HidInfo) => void
  readonly unplug: (path: string) => void
  /** A listing that shows nothing, though nothing was unplugged. */
  readonly flicker: (times: number) => void
  readonly send: (path: string, ...reports: readonly Uint8Array[]) => void
  readonly refuse: (path: string, refused: boolean) => void
  readonly features: readonly { readonly path: string; readonly report: readonly number[] }[]
  readonly opened: () => number
}

export const voyagerInfo: HidInfo = {
  path: '/dev/hidraw3',
  vendor: 0x0c2e,
  product: 0x0b61,
  serial: '19134B1234',
  label: 'Honeywell Voyager 1470g',
  usagePage: 0x8c,
  usage: 2,
}
export const zebraInfo: HidInfo = {
  ...voyagerInfo,
  path: '/dev/hidraw5',
  vendor: 0x05e0,
  product: 0x1300,
  serial: '',
  label: 'Zebra DS2208',
}

/** A bus whose devices come, go and send as a test says. */
export function fakeHid(): FakeHid {
  const plugged = new Map<string, HidInfo>()
  const ears = new Map<string, HidEars>()
  const refused = new Set<string>()
  const features: { path: string; report: readonly number[] }[] = []
  let blind = 0
  let opened = 0
  return {
    features,
    opened: () => opened,
    devices: async () => {
      if (blind > 0) {
        blind -= 1
        return []
      }
      return [...plugged.values()]
    },
    async open(path, heard) {
      if (!plugged.has(path) || refused.has(path)) throw new Error(`cannot open device with path ${path}`)
      opened += 1
      ears.set(path, heard)
      return {
        sendFeature: async (report) => void features.push({ path, report: [...report] }),
        close: async () => void ears.delete(path),
      }
    },
    plug: (info) => plugged.set(info.path, info),
    unplug(path) {
      plugged.delete(path)
      ears.get(path)?.lost()
      ears.delete(path)
    },
    flicker(times) {
      blind = times
    },
    send(path, ...reports) {
      for (const report of reports) ears.get(path)?.report(report)
    },
    refuse: (path, on) => void (on ? refused.add(path) : refused.delete(path)),
  }
}

/** The reports a scanner in HID-POS mode sends for a text, their number first; `shift` is the vendor's extra byte. */
export function reportsOf(text: string, { symbology = ']Q1', shift = 0, end = '' } = {}): readonly Uint8Array[] {
  const bytes = Buffer.from(text + end, 'utf8')
  const parts = Math.max(1, Math.ceil(bytes.length / 56))
  return Array.from({ length: parts }, (_, part) => {
    const data = bytes.subarray(part * 56, part * 56 + 56)
    const report = new Uint8Array(64)
    report[0] = 2
    report[1] = data.length
    report.set(Buffer.from(symbology, 'latin1'), 2 + shift)
    report.set(data, 5 + shift)
    report[63] = part < parts - 1 ? 1 : 0
    return report
  })
}
