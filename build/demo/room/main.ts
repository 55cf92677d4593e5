import { join } from 'node:path'

import { app, ipcMain, Menu, protocol, session } from 'electron'

import type { Reply } from '../../../contract/channel.ts'
import { room } from '../../../contract/room.ts'
import { answerPage, tellPage } from '../../../main/ipc/page.ts'
import { refuse } from '../../../main/ipc/serve.ts'
import { guardPages, guardPermissions } from '../../../main/window/guard.ts'
import { openWindow, pageUrl } from '../../../main/window/open-page.ts'
import { pageFiles } from '../../../main/window/page-files.ts'
import { APP } from '../../../main/window/policy.ts'

const dist = join(import.meta.dirname, '..')
const control = process.env['HIMS_ROOM_CONTROL'] ?? ''
const token = process.env['HIMS_ROOM_TOKEN'] ?? ''
const report = (fault: unknown, where: string): void => console.error(`[${where}]`, String(fault))

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
app.on('window-all-closed', () => app.quit())
app
  .whenReady()
  .then(start)
  .catch((fault: unknown) => {
    report(fault, 'room')
    app.exit(1)
  })

/** The demonstration's answer, with its pictures turned back into bytes. */
async function ask(channel: string, input: unknown): Promise<Reply> {
  try {
    const response = await fetch(`${control}/${encodeURIComponent(channel)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return JSON.parse(await response.text(), revived)
  } catch {
    return refuse('internal')
  }
}

function revived(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return value
  return typeof value.base64 === 'string' ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value
}

const GLANCE = 400

async function start(): Promise<void> {
  Menu.setApplicationMenu(null)
  guardPages(app)
  guardPermissions(session.defaultSession, APP)
  protocol.handle('app', pageFiles(join(dist, 'renderer')))
  const [x = 0, y = 0] = (process.env['HIMS_ROOM_PLACE'] ?? '').split(',').map(Number)
  const page = openWindow('room', dist, { kind: 'window', x, y, width: 900, height: 768 })
  answerPage(ipcMain, room, ask, APP, report)
  await page.loadURL(pageUrl('room', null))

  const tell = tellPage(page)
  let last = ''
  setInterval(() => {
    void ask('room.state', {}).then((reply) => {
      const now = JSON.stringify(reply)
      if (reply.ok && now !== last) tell('room', reply.value)
      last = now
    })
  }, GLANCE)
}
