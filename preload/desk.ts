import { desk } from '../contract/desk.ts'
import { expose } from './expose.ts'

expose(desk)
