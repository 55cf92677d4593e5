import { mkdirSync, readFileSync, watch } from 'node:fs'
import { basename, join } from 'node:path'

import type { RoomState } from '../../contract/room.ts'
import type { TerminalConfig } from '../../main/config.ts'
import { virtualPrinter } from '../../test/fake/printer/virtual-printer.ts'
import type { VirtualPrinter } from '../../test/fake/printer/virtual-printer.ts'
import { virtualScanner } from '../../test/fake/scanner/virtual-scanner.ts'
import { pngOf, rasterPdf } from '../paper/raster.ts'
import type { Tray } from './tray.ts'

type Role = 'desk' | 'pharmacy' | 'kiosk'
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

/** Every device of the demonstration: virtual printers, virtual scanners, and the folder that cards are printed to. */
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

export async function devices({ cards, papers }: { readonly cards: string; readonly papers: Tray }): Promise<Devices> {
  const attached = await Promise.all(plan.map((each) => attach(each, papers)))
  const scanners = await Promise.all(
    (['desk', 'pharmacy', 'kiosk'] as const).map(async (terminal) => ({
      id: `${terminal}-scanner`,
      terminal,
      scanner: await virtualScanner(),
    })),
  )
  const watching = watchCards(cards, papers)

  return {
    printersOf: (role) => [
      ...attached
        .filter(({ terminal }) => terminal === role)
        .map(({ kind, profile, port }) => ({ kind, profile, host: '127.0.0.1', port })),
      ...(role === 'desk' ? [{ kind: 'card' as const, folder: cards }] : []),
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
      watching.close()
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

const CARD_DPI = 300

/** Cards come as PDF files; each one's front joins the other papers as a picture. */
function watchCards(folder: string, papers: Tray): { readonly close: () => void } {
  mkdirSync(folder, { recursive: true })
  const seen = new Set<string>()
  const take = async (pdf: string): Promise<void> => {
    const [front] = await rasterPdf(readFileSync(pdf), CARD_DPI)
    if (front === undefined) return
    const { width, height } = front
    papers.add({ kind: 'card', from: 'desk', png: await pngOf(front), width, height, pdf })
  }
  const watcher = watch(folder, (_event, name) => {
    if (name === null || !name.endsWith('.pdf') || seen.has(name)) return
    seen.add(name)
    take(join(folder, basename(name))).catch((fault: unknown) => console.error('[cards]', String(fault)))
  })
  return { close: () => watcher.close() }
}
