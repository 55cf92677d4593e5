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

/** Dots a second of common models: 200 mm of a roll, 150 mm of labels, 8 dots each. */
const SPEED = { ticket: 1600, label: 1200 } as const

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
  /** Printers take the time that real ones take, and nobody draws what comes out: it would hold up whoever measures. */
  readonly isTimed: boolean
}

export async function devices({ cards, pages, papers, isTimed }: DeviceWorld): Promise<Devices> {
  const attached = await Promise.all(plan.map((each) => attach(each, isTimed ? null : papers)))
  const scanners = await Promise.all(
    (['desk', 'pharmacy', 'kiosk'] as const).map(async (terminal) => ({
      id: `${terminal}-scanner`,
      terminal,
      scanner: await virtualScanner(),
    })),
  )
  const watching = [cards, pages].map((folder) => watchPrinted(folder, isTimed ? null : papers))

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

async function attach(each: (typeof plan)[number], papers: Tray | null): Promise<Attached> {
  const { kind, terminal } = each
  const rowsPerSecond = papers === null ? SPEED[kind] : null
  const printer = virtualPrinter({ dots: kind === 'ticket' ? 576 : 400, faults: { rowsPerSecond } })
  if (papers !== null) {
    printer.on(({ png, width, height }) =>
      papers.add({ kind: kind === 'ticket' ? 'slip' : 'label', from: terminal, png, width, height, pdf: null }),
    )
  }
  const port = await printer.listen()
  return { ...each, id: `${each.terminal}-${each.kind}`, port, printer, faults: { paperOut: false, coverOpen: false } }
}
