import { StaffPage } from '../ui/staff-page.tsx'
import type { DeskBridge } from './desk-bridge.ts'
import { DeskWork } from './desk-work.tsx'

/** The registration desk's page. */
export const DeskPage = ({ hims }: { readonly hims: DeskBridge }) => (
  <StaffPage hims={hims}>{(given) => <DeskWork hims={hims} {...given} />}</StaffPage>
)
