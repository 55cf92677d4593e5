import type { Doctor } from '../../contract/doctor.ts'
import { bridgeOf } from '../ui/bridge.ts'
import { startPage } from '../ui/start-page.tsx'
import '../ui/ui.css'
import './doctor.css'
import { DoctorPage } from './doctor-page.tsx'

startPage(<DoctorPage hims={bridgeOf<Doctor>()} />)
