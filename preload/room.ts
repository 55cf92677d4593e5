import { room } from '../contract/room.ts'
import { expose } from './expose.ts'

expose(room)
