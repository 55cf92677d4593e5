import type { Kiosk } from '../../contract/kiosk.ts'
import { startCamera } from '../scan/camera.ts'
import { bridgeOf } from '../ui/bridge.ts'
import { startPage } from '../ui/start-page.tsx'
import './kiosk.css'
import { KioskPage } from './kiosk-page.tsx'

const hims = bridgeOf<Kiosk>()
// A page that was loaded again must not find the last visitor's handle.
void hims.ask['kiosk.leave']({}).catch(() => undefined)
startPage(<KioskPage world={{ hims, startCamera, now: () => Date.now() }} />)
