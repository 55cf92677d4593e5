import type { RoomState } from '../../contract/room.ts'
import type { TerminalConfig } from '../../main/config.ts'
import { virtualPrinter } from '../../test/fake/printer/virtual-printer.ts'
import type { VirtualPrinter } from '../../test/fake/printer/virtual-printer.ts'
import { virtualScanner } from '../../test/fake/scanner/virtual-scanner.ts'
import { watchPrinted } from './printed-folder.ts'
import type { Tray } from './tray.ts'

type Role = 'desk' | 'pharmacy' | 'kiosk' | 'doctor' | 'display' | 'admin'
type PrinterFaults = { readonly paperOut: boolean; readonly coverOpen: boolean }

interface Attached {
  readonly id: string
  readonly terminal: Role
  readonly kind: 'ticket' | 'label'
  readonly profile: string
  readonly port: number
  readonly printer: VirtualPrinter
  faults: PrinterFaults
}

/** Every device of the demonstration: virtual printers and scanners, and the folders that cards and pages go to. */
export interface Devices {
  readonly printersOf: (role: Role) => TerminalConfig['printers']
  readonly scannersOf: (role: Role) => TerminalConfig['scanners']
  readonly printers: () => RoomState['printers']
  readonly scanners: () => RoomState['scanners']
  readonly setPrinter: (id: string, faults: PrinterFaults) => void
  readonly send: (scanner: string, text: string) => boolean
  readonly close: () => Promise<void>
}

const plan: readonly { readonly terminal: Role; readonly kind: 'ticket' | 'label'; readonly profile: string }[] = [
  { terminal: 'desk', kind: 'ticket', profile: 'epson-80' },
  { terminal: 'kiosk', kind: 'ticket', profile: 'epson-80' },
  { terminal: 'pharmacy', kind: 'ticket', profile: 'epson-80' },
  { terminal: 'pharmacy', kind: 'label', profile: 'escpos-label-50' },
]

interface DeviceWorld {
  /** The folder of the desk's card printer. */
  readonly cards: string
  /** The folder of the desk's page printer. */
  readonly pages: string
  readonly papers: Tray
}

export async function devices({ cards, pages, papers }: DeviceWorld): Promise<Devices> {
  const attached = await Promise.all(plan.map((each) => attach(each, papers)))
  const scanners = await Promise.all(
    (['desk', 'pharmacy', 'kiosk'] as const).map(async (terminal) => ({
      id: `${terminal}-scanner`,
      terminal,
      scanner: await virtualScanner(),
    })),
  )
  const watching = [watchPrinted(cards, papers), watchPrinted(pages, papers)]

  return {
    printersOf: (role) => [
      ...attached
        .filter(({ terminal }) => terminal === role)
        .map(({ kind, profile, port }) => ({ kind, profile, host: '127.0.0.1', port })),
      ...(role === 'desk'
        ? [
            { kind: 'card' as const, folder: cards },
            { kind: 'page' as const, folder: pages },
          ]
        : []),
    ],
    scannersOf: (role) =>
      scanners
        .filter(({ terminal }) => terminal === role)
        .map(({ id, scanner }) => ({ kind: 'tcp' as const, id, host: '127.0.0.1', port: scanner.port })),
    printers: () => attached.map(({ id, terminal, kind, faults }) => ({ id, terminal, kind, ...faults })),
    scanners: () => scanners.map(({ id, terminal, scanner }) => ({ id, terminal, connected: scanner.connected() })),
    setPrinter: (id, faults) => {
      const found = attached.find((each) => each.id === id)
      if (found === undefined) return
      found.faults = faults
      found.printer.set(faults)
    },
    send: (id, text) => scanners.find((each) => each.id === id)?.scanner.send(text) ?? false,
    close: async () => {
      for (const folder of watching) folder.close()
      await Promise.all([
        ...attached.map(({ printer }) => printer.close()),
        ...scanners.map((each) => each.scanner.close()),
      ])
    },
  }
}

async function attach(each: (typeof plan)[number], papers: Tray): Promise<Attached> {
  const printer = virtualPrinter({ dots: each.kind === 'ticket' ? 576 : 400 })
  printer.on(({ png, width, height }) =>
    papers.add({ kind: each.kind === 'ticket' ? 'slip' : 'label', from: each.terminal, png, width, height, pdf: null }),
  )
  const port = await printer.listen()
  return { ...each, id: `${each.terminal}-${each.kind}`, port, printer, faults: { paperOut: false, coverOpen: false } }
}
