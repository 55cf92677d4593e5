import { doctor } from '../contract/doctor.ts'
import { expose } from './expose.ts'

expose(doctor)
