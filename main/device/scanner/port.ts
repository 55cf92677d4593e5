import type { DeviceHealth } from '../../../domain/print/outcome.ts'
import type { ScanEvent } from '../../../domain/scan/scan-event.ts'
import type { ScannerSeen } from '../../../domain/scan/scanner-seen.ts'

/** What a driver of scanners tells, whatever cable they hang from. */
export interface Ears {
  readonly scanned: (event: ScanEvent) => void
  /** A scanner came, went or changed. */
  readonly changed: () => void
}

/** One scanner, or all of one kind. */
export interface ScannerDriver {
  readonly seen: () => readonly ScannerSeen[]
  readonly close: () => void
}

/** Who asks how a terminal's devices are wants to know whether a scanner can be used. */
export const healthOf = ({ device, state }: ScannerSeen): DeviceHealth => ({
  device,
  kind: 'scanner',
  state: state === 'refused' ? 'absent' : state,
})
