import { pharmacy } from '../contract/pharmacy.ts'
import { expose } from './expose.ts'

expose(pharmacy)
