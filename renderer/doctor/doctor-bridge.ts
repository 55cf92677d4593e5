import type { Bridge } from '../../contract/channel.ts'
import type { Doctor } from '../../contract/doctor.ts'

export type DoctorBridge = Bridge<Doctor>

/** What one of the room's questions answers. */
export type DoctorAnswer<Name extends keyof DoctorBridge['ask']> = Awaited<ReturnType<DoctorBridge['ask'][Name]>>
