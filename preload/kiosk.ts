import { kiosk } from '../contract/kiosk.ts'
import { expose } from './expose.ts'

expose(kiosk)
