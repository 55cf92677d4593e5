import { StaffPage } from '../ui/staff-page.tsx'
import type { AdminBridge } from './admin-bridge.ts'
import { AdminWork } from './admin-work.tsx'

/** The page where a hospital's directory is kept. */
export const AdminPage = ({ hims }: { readonly hims: AdminBridge }) => (
  <StaffPage hims={hims}>{(given) => <AdminWork hims={hims} {...given} />}</StaffPage>
)
