import { unreachable } from '../../../domain/result.ts'
import type { ScannerSetting } from '../../process/message.ts'
import { nodeHid } from './hid-binding.ts'
import { hidScanners } from './hid-scanner.ts'
import type { Ears, ScannerDriver } from './port.ts'
import { nodeSerial } from './serial-binding.ts'
import { serialScanner } from './serial-scanner.ts'
import { tcpScanner } from './tcp-scanner.ts'

const report = (fault: unknown, where: string): void =>
  console.error(`[${where}]`, fault instanceof Error ? fault.message : fault)

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds)
  return () => clearInterval(timer)
}

const named = (setting: ScannerSetting, ears: Ears): ScannerDriver => {
  switch (setting.kind) {
    case 'tcp':
      return tcpScanner(setting, ears)
    case 'serial':
      return serialScanner(setting, { binding: nodeSerial(), after, report }, ears)
    default:
      return unreachable(setting)
  }
}

/** All scanners of a terminal: those that were named, and those in HID-POS mode that are found. */
export function scannersAt(settings: readonly ScannerSetting[], ears: Ears): ScannerDriver {
  const hid = hidScanners({ binding: nodeHid(), every, now: () => performance.now(), report }, ears)
  const all = [...settings.map((setting) => named(setting, ears)), hid]
  return {
    seen: () => all.flatMap((driver) => driver.seen()),
    close: () => {
      for (const driver of all) driver.close()
    },
  }
}
