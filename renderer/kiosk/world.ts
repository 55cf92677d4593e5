import type { Bridge } from '../../contract/channel.ts'
import type { Kiosk } from '../../contract/kiosk.ts'
import type { StartCamera } from '../scan/use-camera.ts'

/** Everything the kiosk's page takes from outside. */
export interface KioskWorld {
  readonly hims: Bridge<Kiosk>
  readonly startCamera: StartCamera
  /** Milliseconds of the machine's clock. */
  readonly now: () => number
}
