import { StaffPage } from '../ui/staff-page.tsx'
import type { PharmacyBridge } from './pharmacy-bridge.ts'
import { PharmacyWork } from './pharmacy-work.tsx'

/** The pharmacy's page. */
export const PharmacyPage = ({ hims }: { readonly hims: PharmacyBridge }) => (
  <StaffPage hims={hims}>{(given) => <PharmacyWork hims={hims} {...given} />}</StaffPage>
)
