import type { BrowserWindow, IpcMain } from 'electron'

import type { RoleContract } from '../../contract/channel.ts'
import { ASK, TELL } from '../../contract/wire.ts'
import type { Origin } from '../window/policy.ts'
import { isOurs } from '../window/policy.ts'
import type { Answerer } from './serve.ts'
import { serve } from './serve.ts'

/** What is asked of the frame a message came from; Electron's `WebFrameMain` has more. */
interface Frame {
  readonly url: string
  readonly parent: object | null
}

/** Only the top frame of a page of ours may ask. */
export const isTrustedFrame = (frame: Frame | null, origin: Origin): boolean =>
  frame !== null && frame.parent === null && isOurs(frame.url, origin)

/** Ties one role's contract to Electron's IPC: one name, every message checked. */
export function answerPage(
  ipc: IpcMain,
  contract: RoleContract,
  answer: Answerer,
  origin: Origin,
  report: (fault: unknown, channel: string) => void,
): void {
  const served = serve(contract.channels, answer, report)
  ipc.handle(ASK, (event, name: unknown, payload: unknown) =>
    served({ trusted: isTrustedFrame(event.senderFrame, origin) }, name, payload),
  )
}

/** Tells the page something unasked; a page that is gone hears nothing. */
export const tellPage =
  (page: BrowserWindow) =>
  (name: string, payload: unknown): void => {
    if (!page.isDestroyed()) page.webContents.send(TELL, name, payload)
  }
