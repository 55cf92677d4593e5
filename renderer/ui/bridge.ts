import type { Bridge, Client, Listen, RoleContract } from '../../contract/channel.ts'
import type { shell, shellEvents, staffEvents, staffShell } from '../../contract/shell.ts'

/** The one object that the preload put into this page; it has checked both sides of every channel. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const bridgeOf = <R extends RoleContract>(): Bridge<R> => window.hims as Bridge<R>

/** What every role's page can ask and hear. */
export interface ShellBridge {
  readonly ask: Pick<Client<typeof shell>, keyof typeof shell>
  readonly listen: Listen<typeof shellEvents>
}

/** What the pages of staff can ask and hear. */
export interface StaffBridge {
  readonly ask: Pick<Client<typeof staffShell>, keyof typeof staffShell>
  readonly listen: Listen<typeof staffEvents>
}
