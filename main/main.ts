import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { app, ipcMain, Menu, powerSaveBlocker, protocol, safeStorage, session } from 'electron'

import type { RoleContract } from '../contract/channel.ts'
import { admin } from '../contract/admin.ts'
import { desk } from '../contract/desk.ts'
import { display } from '../contract/display.ts'
import { doctor } from '../contract/doctor.ts'
import { kiosk } from '../contract/kiosk.ts'
import { pharmacy } from '../contract/pharmacy.ts'
import type { TerminalRole } from '../domain/wire/sync.ts'
import type { TerminalConfig } from './config.ts'
import { readConfig } from './config.ts'
import { answerPage, tellPage } from './ipc/page.ts'
import type { Answerer } from './ipc/serve.ts'
import { beginRotation, databaseKey, keepKey, nextDatabaseKey } from './key/database-key.ts'
import type { Keystore } from './key/database-key.ts'
import { lastLanguage, rememberLanguage } from './last-language.ts'
import { hostLimits, runtimeOf } from './runtime.ts'
import { openTerminal } from './terminal.ts'
import { developmentServer } from './window/development.ts'
import { guardPages, guardPermissions } from './window/guard.ts'
import { openWindow, pageUrl } from './window/open-page.ts'
import { pageFiles } from './window/page-files.ts'
import { APP } from './window/policy.ts'

const contracts: Readonly<Record<TerminalRole, RoleContract>> = { desk, pharmacy, kiosk, doctor, display, admin }

const here = import.meta.dirname
const dist = join(here, '..')
const report = (fault: unknown, where: string): void => {
  console.error(`[${where}]`, fault instanceof Error ? fault.message : fault)
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
app.on('window-all-closed', () => app.quit())

const folder = app.getPath('userData')
mkdirSync(folder, { recursive: true, mode: 0o700 })
const argument = app.commandLine.getSwitchValue('config')
const config = readConfig(argument === '' ? join(folder, 'terminal.json') : argument)

if (!config.ok) {
  console.error(config.problem)
  app.exit(2)
} else if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  // Never a top-level await on ready: Electron evaluates this module before it becomes ready.
  const opening = app.whenReady().then(() => start(config.value))
  opening.catch((fault: unknown) => {
    report(fault, 'start')
    app.exit(1)
  })
}

async function start({
  role,
  hims,
  fhir,
  pins,
  authority,
  code,
  cardRoots,
  printers,
  scanners,
  window: place,
  identityIssuers,
  backup,
  sticks,
  speech,
}: TerminalConfig): Promise<void> {
  const limits = hostLimits(process.env)
  const server = developmentServer(app.isPackaged, process.env)
  const origin = server?.origin ?? APP
  Menu.setApplicationMenu(null)
  guardPages(app)
  guardPermissions(session.defaultSession, origin)
  protocol.handle('app', pageFiles(join(dist, 'renderer')))
  if ((role === 'kiosk' || role === 'display') && !limits.includes('power-save-blocker'))
    powerSaveBlocker.start('prevent-display-sleep')

  const keys = {
    folder,
    keystore: await keystore(),
    credential: credential(),
    random: (bytes: number) => randomBytes(bytes),
  }
  const key = await databaseKey(keys)
  // `--rotate-key` is an administrator's; the store ends what was begun, now or at a later start.
  if (app.commandLine.hasSwitch('rotate-key') && key !== null) await beginRotation(keys)
  const nextKey = await nextDatabaseKey(keys)
  const restore = app.commandLine.getSwitchValue('restore') || null
  const trust = { pins, ca: authority === null ? null : readFileSync(authority, 'utf8') }
  const page = openWindow(role, dist, place)
  const terminal = openTerminal({
    modules: here,
    store: {
      folder,
      key,
      nextKey,
      restore,
      backup,
      role,
      hims,
      fhir,
      trust,
      code,
      cardRoots,
      identityIssuers,
      ...(sticks === null ? {} : { sticks }),
      language: lastLanguage(folder),
      speech,
    },
    device: {
      fonts: onDisk(join(dist, 'font')),
      printers,
      scanners,
      synthesizer: role === 'display' ? (speech?.program ?? null) : null,
    },
    runtime: runtimeOf(process.versions, app.getVersion(), limits),
    tell: tellPage(page),
    report,
    keyRecovered: (recovered) => {
      keepKey(recovered, keys).catch((fault: unknown) => report(fault, 'key'))
    },
  })
  const answer: Answerer = async (channel, input) => {
    const reply = await terminal.answer(channel, input)
    if (channel === 'terminal.language' && reply.ok) rememberLanguage(folder, languageIn(input))
    return reply
  }
  answerPage(ipcMain, contracts[role], answer, origin, report)

  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    void terminal.close().finally(() => app.quit())
  })
  await page.loadURL(pageUrl(role, server))
}

/** Fonts are read by libraries that do not see into an asar archive; the packed app keeps them beside it. */
const onDisk = (path: string): string => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')

const languageIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'language' in input ? input.language : null

/** The operating system's keystore; Linux without one offers a fixed password, which is no keystore at all. */
async function keystore(): Promise<Keystore | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    wrap: (text) => safeStorage.encryptStringAsync(text),
    unwrap: async (wrapped) => (await safeStorage.decryptStringAsync(Buffer.from(wrapped))).result,
  }
}

/** What systemd's `LoadCredentialEncrypted=hims-terminal` puts before this process, sealed by the machine's TPM. */
function credential(): Uint8Array | null {
  const from = process.env['CREDENTIALS_DIRECTORY']
  const path = from === undefined ? '' : join(from, 'hims-terminal')
  return path !== '' && existsSync(path) ? readFileSync(path) : null
}
