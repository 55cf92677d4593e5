import '../ui/no-eval.ts'
import './kiosk.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import type { Kiosk } from '../../contract/kiosk.ts'
import { startCamera } from '../scan/camera.ts'
import { bridgeOf } from '../ui/bridge.ts'
import { KioskPage } from './kiosk-page.tsx'

// React Aria would add a <style>, which the page's policy forbids, unless an element of this name is there.
const there = document.createElement('meta')
there.id = 'react-aria-pressable-style'
document.head.append(there)

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
const hims = bridgeOf<Kiosk>()
// A page that was loaded again must not find the last visitor's handle.
void hims.ask['kiosk.leave']({}).catch(() => undefined)
createRoot(root).render(
  <StrictMode>
    <KioskPage world={{ hims, startCamera, now: () => Date.now() }} />
  </StrictMode>,
)
