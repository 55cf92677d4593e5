import { StaffPage } from '../ui/staff-page.tsx'
import type { DoctorBridge } from './doctor-bridge.ts'
import { DoctorWork } from './doctor-work.tsx'

/** The page of a doctor's room. */
export const DoctorPage = ({ hims }: { readonly hims: DoctorBridge }) => (
  <StaffPage hims={hims}>{(given) => <DoctorWork hims={hims} {...given} />}</StaffPage>
)
