import { create } from 'qrcode'

import type { DeviceHealth } from '../../domain/print/outcome.ts'
import type { ScanEvent } from '../../domain/scan/scan-event.ts'
import { textNamed } from '../../domain/text/catalogue.ts'
import { bench } from '../device/bench.ts'
import { folderPrinter, writeDurably } from '../device/printer/folder-printer.ts'
import type { PagePrinter, TicketPrinter } from '../device/printer/port.ts'
import { profileNamed } from '../device/printer/profile.ts'
import { tcpPrinter, usualPatience } from '../device/printer/tcp-printer.ts'
import { healthOf } from '../device/scanner/port.ts'
import { scannersAt } from '../device/scanner/scanners-at.ts'
import { LONGEST_SENTENCE, synthesizer } from '../device/speech/synthesizer.ts'
import type { Synthesize } from '../device/speech/synthesizer.ts'
import { voiceQueue } from '../device/speech/voice-queue.ts'
import { notoFiles } from '../print/pdf/noto.ts'
import { registerFonts } from '../print/thermal/fonts.ts'
import type { DeviceSetting, FromDevice, Hands, PrinterSetting, ToDevice } from './message.ts'
import { papersAhead } from './papers-ahead.ts'

interface Opened {
  readonly hands: Hands
  readonly close: () => Promise<void>
}

type Tell = (message: FromDevice) => void

const ticketPrinter = (printers: readonly PrinterSetting[], kind: 'ticket' | 'label'): TicketPrinter | null => {
  const setting = printers.find((each) => each.kind === kind)
  if (setting === undefined || 'folder' in setting) return null
  const profile = profileNamed(setting.profile)
  if (profile === null) throw new Error(`No printer profile is called ${setting.profile}`)
  const address = { host: setting.host, port: setting.port }
  return tcpPrinter({ device: `${kind}-printer`, kind, address, profile, patience: usualPatience })
}

const pagePrinter = (printers: readonly PrinterSetting[], kind: 'card' | 'page'): PagePrinter | null => {
  const setting = printers.find((each) => each.kind === kind)
  return setting !== undefined && 'folder' in setting
    ? folderPrinter({ device: `${kind}-printer`, kind, folder: setting.folder, write: writeDurably })
    : null
}

/** Makes something at its first use: fonts take longer to load than a window does to open. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

const voiceOf = (program: string | null): Synthesize =>
  program === null
    ? async () => ({ kind: 'none', cause: 'no-voice' })
    : voiceQueue(synthesizer({ program, patience: LONGEST_SENTENCE, after }))

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

function open({ fonts, printers, scanners, synthesizer: program }: DeviceSetting, tell: Tell): Opened {
  const ticket = ticketPrinter(printers, 'ticket')
  const label = ticketPrinter(printers, 'label')
  const card = pagePrinter(printers, 'card')
  const page = pagePrinter(printers, 'page')
  const scanned = (event: ScanEvent) => tell({ kind: 'scan', event })
  const heard = scannersAt(scanners, { scanned, changed: () => tellHealth() })
  const present = [ticket, label, card, page].filter((printer) => printer !== null)

  function tellHealth(): void {
    const seen = heard.seen()
    const devices: readonly DeviceHealth[] = [...present.map((device) => device.health()), ...seen.map(healthOf)]
    tell({ kind: 'scanners', seen })
    tell({ kind: 'health', devices })
  }
  for (const printer of present) printer.watch(() => tellHealth())
  tellHealth()

  const ticketDeps = once(() => ({
    fonts: registerFonts(fonts),
    text: textNamed,
    qr: (code: string) => create(code, { errorCorrectionLevel: 'M' }).modules,
  }))
  const cardDeps = once(() => ({ fonts: notoFiles(fonts), text: textNamed }))
  papersAhead({
    ticketDeps,
    cardDeps,
    ticket: ticket?.dots ?? null,
    label: label?.dots ?? null,
    card: card !== null,
    after,
    report: (fault) => console.error('[device]', fault),
  })

  return {
    hands: bench({
      ticketDeps,
      cardDeps,
      ticket,
      label,
      card,
      page,
      speak: voiceOf(program),
    }),
    close: async () => {
      heard.close()
      await Promise.all(present.map((printer) => printer.close()))
    },
  }
}

const port = process.parentPort
const tell: Tell = (message) => port.postMessage(message)
let opened: Opened | null = null

port.on('message', ({ data }: { data: ToDevice }) => {
  switch (data.kind) {
    case 'open':
      opened = open(data.setting, tell)
      return
    case 'do': {
      const { id, task } = data
      void opened?.hands(task).then(
        (result) => tell({ kind: 'did', id, result }),
        (fault: unknown) => {
          console.error('[device]', fault)
          // Drawing failed before anything was sent; sending never throws, it answers.
          tell({ kind: 'did', id, result: { kind: 'outcome', outcome: { kind: 'not-sent', reason: 'no-printer' } } })
        },
      )
      return
    }
    case 'close':
      void (opened?.close() ?? Promise.resolve()).finally(() => process.exit(0))
      return
  }
})
