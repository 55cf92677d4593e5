import { startPage } from '../ui/start-page.tsx'
import type { Room } from '../../contract/room.ts'
import { bridgeOf } from '../ui/bridge.ts'
import '../ui/ui.css'
import './room.css'
import { RoomPage } from './room-page.tsx'

startPage(<RoomPage hims={bridgeOf<Room>()} />)
