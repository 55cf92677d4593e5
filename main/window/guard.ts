import type { App, Session } from 'electron'

import type { Origin } from './policy.ts'
import { mayUse } from './policy.ts'

/** Every page of this app, whatever it becomes: it stays where it is, opens nothing, and may only see. */
export function guardPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      // A page may load itself again; it may go nowhere else.
      if (event.url !== contents.getURL()) event.preventDefault()
    })
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

export function guardPermissions(session: Session, origin: Origin): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(mayUse(permission, wanted, details.requestingUrl, origin))
  })
  session.setPermissionCheckHandler((_contents, permission, requesting, details) => {
    const wanted = details.mediaType === undefined ? [] : [details.mediaType]
    return mayUse(permission, wanted, requesting, origin)
  })
}
