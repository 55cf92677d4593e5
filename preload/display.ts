import { display } from '../contract/display.ts'
import { expose } from './expose.ts'

expose(display)
