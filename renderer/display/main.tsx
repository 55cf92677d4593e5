import type { Display } from '../../contract/display.ts'
import { bridgeOf } from '../ui/bridge.ts'
import { startPage } from '../ui/start-page.tsx'
import '../ui/style/font.css'
import '../ui/style/tokens.css'
import '../ui/style/base.css'
import './display.css'
import { DisplayPage } from './display-page.tsx'

startPage(<DisplayPage hims={bridgeOf<Display>()} />)
