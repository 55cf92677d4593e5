import type { Bridge } from '../../contract/channel.ts'
import type { Kiosk } from '../../contract/kiosk.ts'
import type { CameraWatch } from '../scan/camera.ts'

/** Everything the kiosk's page takes from outside. */
export interface KioskWorld {
  readonly hims: Bridge<Kiosk>
  readonly startCamera: (watch: CameraWatch) => { readonly stop: () => void }
  /** Milliseconds of the machine's clock. */
  readonly now: () => number
}
