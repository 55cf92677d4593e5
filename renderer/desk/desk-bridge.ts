import type { Bridge } from '../../contract/channel.ts'
import type { Desk } from '../../contract/desk.ts'

export type DeskBridge = Bridge<Desk>

/** What one of the desk's questions answers. */
export type DeskAnswer<Name extends keyof DeskBridge['ask']> = Awaited<ReturnType<DeskBridge['ask'][Name]>>

export type DepartmentChoice = DeskAnswer<'department.list'>[number]
