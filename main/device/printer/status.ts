import type { DeviceHealth, NotSentReason } from '../../../domain/print/outcome.ts'

/** The answers to DLE EOT 1, 2 and 4. */
export type Status = { readonly printer: number; readonly cause: number; readonly paper: number }

export type Condition = 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'offline'

/** Reads the bits of Epson's DLE EOT; an open cover comes first because paper sensors lie under it. */
export function conditionOf(status: Status): Condition {
  if ((status.cause & 0x04) !== 0) return 'cover-open'
  if ((status.paper & 0x60) !== 0 || (status.cause & 0x20) !== 0) return 'paper-out'
  if ((status.printer & 0x08) !== 0 || (status.cause & 0x40) !== 0) return 'offline'
  return (status.paper & 0x0c) !== 0 ? 'paper-low' : 'ready'
}

/** Why a paper must not be sent in this condition, or null when it may. */
export function obstacle(condition: Condition): NotSentReason | null {
  return condition === 'ready' || condition === 'paper-low' ? null : condition
}

/** GS r 1: both paper-end bits. */
export const sensorSeesEnd = (byte: number): boolean => (byte & 0x0c) !== 0

export type State = DeviceHealth['state']

/** Keeps what was last known of a device and tells listeners of changes. */
export function healthKeeper(device: string, kind: DeviceHealth['kind'], first: State) {
  let health: DeviceHealth = { device, kind, state: first }
  const listeners = new Set<(health: DeviceHealth) => void>()
  return {
    health: (): DeviceHealth => health,
    set: (state: State): void => {
      if (state === health.state) return
      health = { ...health, state }
      for (const listener of listeners) listener(health)
    },
    watch: (listener: (health: DeviceHealth) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
