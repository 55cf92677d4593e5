import type { Admin } from '../../contract/admin.ts'
import { bridgeOf } from '../ui/bridge.ts'
import { startPage } from '../ui/start-page.tsx'
import '../ui/ui.css'
import './admin.css'
import { AdminPage } from './admin-page.tsx'

startPage(<AdminPage hims={bridgeOf<Admin>()} />)
