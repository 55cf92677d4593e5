import type { Admin } from '../../contract/admin.ts'
import type { Bridge } from '../../contract/channel.ts'

export type AdminBridge = Bridge<Admin>

/** What one of the page's questions answers. */
export type AdminAnswer<Name extends keyof AdminBridge['ask']> = Awaited<ReturnType<AdminBridge['ask'][Name]>>
