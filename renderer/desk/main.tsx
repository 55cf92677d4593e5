import { startPage } from '../ui/start-page.tsx'
import { bridgeOf } from '../ui/bridge.ts'
import '../ui/ui.css'
import './desk.css'
import './card/cards.css'
import './day/day.css'
import './merge/merge.css'
import './new-person/code.css'
import './visit/visit.css'
import './scheme/scheme.css'
import { DeskPage } from './desk-page.tsx'
import type { Desk } from '../../contract/desk.ts'

startPage(<DeskPage hims={bridgeOf<Desk>()} />)
