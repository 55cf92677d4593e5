import { admin } from '../contract/admin.ts'
import { expose } from './expose.ts'

expose(admin)
