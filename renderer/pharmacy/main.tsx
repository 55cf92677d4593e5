import { startPage } from '../ui/start-page.tsx'
import type { Pharmacy } from '../../contract/pharmacy.ts'
import { bridgeOf } from '../ui/bridge.ts'
import '../ui/ui.css'
import './pharmacy.css'
import { PharmacyPage } from './pharmacy-page.tsx'

startPage(<PharmacyPage hims={bridgeOf<Pharmacy>()} />)
