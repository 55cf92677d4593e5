// A window, a utility process and a report of its end: what a host must bring up and take down again.
import { app, BrowserWindow, protocol, utilityProcess } from 'electron'
import { join } from 'node:path'

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => console.log(`event ${name}`))

async function start() {
  const instance = app.commandLine.getSwitchValue('instance')
  protocol.handle(
    'app',
    () => new Response(`<title>T</title><p>instance ${instance}</p>`, { headers: { 'content-type': 'text/html' } }),
  )
  const child = utilityProcess.fork(join(import.meta.dirname, 'child.mjs'))
  await new Promise((done) => child.once('message', done))
  const window = new BrowserWindow({ width: 777, height: 555, webPreferences: { sandbox: true } })
  await window.loadURL(app.commandLine.getSwitchValue('page') || 'app://terminal/index.html')
  console.log(`up ${child.pid}`)
}

void app.whenReady().then(start)
