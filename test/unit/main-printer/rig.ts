import type { TestContext } from 'node:test'

import { printerProfiles, type PrinterProfile } from '../../../main/device/printer/profile.ts'
import { tcpPrinter, type Patience } from '../../../main/device/printer/tcp-printer.ts'
import type { TicketPrinter } from '../../../main/device/printer/port.ts'
import { bytesPerRow, type Raster } from '../../../main/print/thermal/raster.ts'
import { virtualPrinter, type PrinterFaults, type VirtualPrinter } from '../../fake/printer/virtual-printer.ts'

/** Short enough for a test of a mute printer, long enough for a machine that does much else. */
export const quick: Patience = { connect: 1000, status: 600, stall: 1200, confirm: 1200, poll: 0 }

export function profile(name: string): PrinterProfile {
  const found = printerProfiles.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`No profile ${name}`)
  return found
}

export type Rig = { readonly fake: VirtualPrinter; readonly printer: TicketPrinter }

/** A virtual printer and a driver connected to it, until the test ends. */
export async function rig(
  test: TestContext,
  faults: Partial<PrinterFaults> = {},
  model = profile('epson-80'),
  patience: Patience = quick,
): Promise<Rig> {
  const fake = virtualPrinter({ dots: model.dots, faults })
  const port = await fake.listen()
  const address = { host: '127.0.0.1', port }
  const printer = tcpPrinter({ device: 'slip-1', kind: 'ticket', address, profile: model, patience })
  test.after(async () => {
    await printer.close()
    await fake.close()
  })
  return { fake, printer }
}

/** A repeatable picture: stretches of noise, ink and white. */
export function randomRaster(seed: number, width: number, height: number): Raster {
  const stride = bytesPerRow(width)
  const rows = new Uint8Array(stride * height)
  let state = seed * 2654435761 + 1
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let row = 0; row < height;) {
    const stretch = 1 + next(40)
    const ink = next(3)
    for (let end = Math.min(height, row + stretch); row < end; row += 1) {
      const inked = 1 + next(stride)
      for (let column = 0; column < inked; column += 1)
        rows[row * stride + column] = ink === 0 ? 0 : ink === 1 ? next(256) : 255
      const spare = stride * 8 - width
      const last = row * stride + stride - 1
      rows[last] = ((rows[last] ?? 0) >> spare) << spare
    }
  }
  return { width, height, rows }
}

/** How many dots differ between what was drawn and what lies in the tray; white below the drawing is feed. */
export function differences(raster: Raster, paper: readonly Uint8Array[], top = 0): number {
  const stride = bytesPerRow(raster.width)
  let different = Math.max(0, raster.height + top - paper.length) * raster.width
  for (const [y, row] of paper.entries()) {
    for (const [x, dot] of row.entries()) {
      const inside = y >= top && y < top + raster.height && x < raster.width
      const byte = inside ? (raster.rows[(y - top) * stride + (x >> 3)] ?? 0) : 0
      if (((byte >> (7 - (x & 7))) & 1) !== dot) different += 1
    }
  }
  return different
}
