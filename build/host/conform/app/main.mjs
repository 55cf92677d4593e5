// An ordinary Electron app whose work is to check, case by case, what Electron's documentation promises.
import {
  app,
  BrowserWindow,
  ipcMain,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
} from 'electron'
import { join, resolve } from 'node:path'

import { failureOf, record, runCases, within } from './case.mjs'
import { serve } from './serve.mjs'

const here = import.meta.dirname
const order = []
const opened = []
const navigations = []
const consoleMessages = []
const pageDone = Promise.withResolvers()
const navigated = Promise.withResolvers()
let contentsCreated = 0
let keepOpen = false

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
app.enableSandbox()
app.commandLine.appendSwitch('conform-switch', 'value')
const readyDuringEntry = app.isReady()
const earlyWindow = await failureOf(() => new BrowserWindow({ show: false }))

const same = (left, right) => {
  const text = (value) => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}n` : item))
  return text(left) === text(right)
}

app.on('web-contents-created', (_event, contents) => {
  contentsCreated++
  contents.on('console-message', ({ level, message }) => consoleMessages.push([level, message]))
  contents.on('will-navigate', (event) => {
    navigations.push(event.url)
    event.preventDefault()
    navigated.resolve(event.url)
  })
  contents.setWindowOpenHandler(({ url }) => {
    opened.push(url)
    return { action: 'deny' }
  })
})

function answerPage() {
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('fails', () => {
    throw new RangeError('out of range')
  })
  ipcMain.handle('removed', () => 'still here')
  ipcMain.removeHandler('removed')
  ipcMain.handle('frame', ({ sender, senderFrame }) => ({
    url: senderFrame.url,
    origin: senderFrame.origin,
    parent: senderFrame.parent,
    isSender: BrowserWindow.fromWebContents(sender) !== null,
  }))
  ipcMain.on('question', (event, ...args) => event.reply('answer', ...args, 'answered'))
  ipcMain.handle('wait-opened', async (_event, count) => {
    for (let tries = 0; tries < 100 && opened.length < count; tries++) await new Promise((done) => setTimeout(done, 20))
    return opened
  })
  ipcMain.handle('wait-navigation', () => navigated.promise)
  ipcMain.handle('push-please', ({ sender }) => sender.send('push', 'pushed', { at: 1 }))
  ipcMain.handle('ready', () => {})
  ipcMain.handle('case', (_event, name, actual, expected) =>
    record(
      name,
      same(actual, expected),
      same(actual, expected) ? '' : `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`,
    ),
  )
  ipcMain.handle('case-failed', (_event, name, reason) => record(name, false, reason))
  ipcMain.handle('page-done', () => pageDone.resolve())
}

function fork(options = {}) {
  const child = utilityProcess.fork(join(here, 'utility.mjs'), ['argument'], {
    serviceName: 'conform',
    stdio: 'pipe',
    env: { ...process.env, CONFORM: 'environment' },
    ...options,
  })
  const text = Promise.withResolvers()
  child.stdout.on('data', (chunk) => text.resolve(String(chunk).trim()))
  return { child, text: text.promise, exit: new Promise((done) => child.once('exit', done)) }
}

const beforeLoad = {
  'app has the name and version of its package': async () => [
    [app.getName(), app.getVersion()],
    ['conform', '1.2.3'],
  ],
  'app is not packaged': async () => [app.isPackaged, false],
  'app path is the folder of its package': async () => [resolve(app.getAppPath()), here],
  'user data is where the command line says': async () => [
    app.getPath('userData'),
    resolve(app.commandLine.getSwitchValue('user-data-dir')),
  ],
  'setPath is honoured': async () => {
    app.setPath('logs', app.getPath('userData'))
    return [app.getPath('logs'), app.getPath('userData')]
  },
  'switches can be added': async () => [
    [app.commandLine.hasSwitch('conform-switch'), app.commandLine.getSwitchValue('conform-switch')],
    [true, 'value'],
  ],
  'app is ready only after its module': async () => [
    [readyDuringEntry, app.isReady()],
    [false, true],
  ],
  'windows wait for ready': async () => [earlyWindow !== null, true],
  'schemes must be registered before ready': async () => [
    (await failureOf(() => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }]))) !== null,
    true,
  ],
  'sandbox must be enabled before ready': async () => [(await failureOf(() => app.enableSandbox())) !== null, true],
  'a channel has one handler': async () => [
    await failureOf(() => ipcMain.handle('echo', () => {})),
    "Attempted to register a second handler for 'echo'",
  ],
  'a scheme has one handler': async () => [
    [protocol.isProtocolHandled('app'), (await failureOf(() => protocol.handle('app', serve))) !== null],
    [true, true],
  ],
  'the first instance has the lock': async () => [app.requestSingleInstanceLock(), true],
  'safeStorage returns what it was given': async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return ['no key store here', 'no key store here']
    const sealed = await safeStorage.encryptStringAsync('गुप्त')
    const { result } = await safeStorage.decryptStringAsync(sealed)
    return [
      [sealed.includes(Buffer.from('गुप्त')), result],
      [false, 'गुप्त'],
    ]
  },
  'the primary screen has a size': async () => {
    const { size, bounds, scaleFactor } = screen.getPrimaryDisplay()
    return [size.width > 0 && size.height > 0 && bounds.width === size.width && scaleFactor > 0, true]
  },
  'power save blockers are counted': async () => {
    const id = powerSaveBlocker.start('prevent-display-sleep')
    const started = powerSaveBlocker.isStarted(id)
    powerSaveBlocker.stop(id)
    return [
      [started, powerSaveBlocker.isStarted(id)],
      [true, false],
    ]
  },
  'utility process carries structured clones': async () => {
    const { child, exit } = fork()
    const answer = new Promise((done) => child.once('message', done))
    child.postMessage({ bytes: Uint8Array.of(1, 2), date: new Date(0), map: new Map([[1, 2]]), big: 5n })
    const { data, kinds } = await answer
    child.postMessage('leave')
    await exit
    return [
      [kinds, data.bytes instanceof Uint8Array, data.big],
      [[true, true, true, 'bigint'], true, 5n],
    ]
  },
  'utility process has its arguments, environment and output': async () => {
    const { child, text, exit } = fork()
    const line = await text
    child.kill()
    await exit
    return [line, 'hello from the child argument environment']
  },
  'utility process tells its start, its pid and its exit code': async () => {
    const { child, exit } = fork()
    await new Promise((done) => child.once('spawn', done))
    const pid = typeof child.pid
    child.postMessage('leave')
    return [
      [pid, await exit, child.pid],
      ['number', 7, undefined],
    ]
  },
}

const afterLoad = (window, events) => ({
  'a load finishes before loadURL resolves': async () => [
    events.includes('did-finish-load') && events.at(-1) === 'resolved',
    true,
  ],
  'ready-to-show is told': async () => [events.includes('ready-to-show'), true],
  'web contents are told of once a window': async () => [contentsCreated, 1],
  'windows can be found': async () => [
    [
      BrowserWindow.getAllWindows().length,
      BrowserWindow.fromWebContents(window.webContents) === window,
      window.isDestroyed(),
    ],
    [1, true, false],
  ],
  'contents know their address': async () => [window.webContents.getURL(), 'app://terminal/desk/index.html'],
  'a page title becomes the window title': async () => [window.getTitle(), 'Conform'],
  'a denied navigation leaves the page': async () => [
    [navigations, window.webContents.getURL()],
    [['https://example.com/away'], 'app://terminal/desk/index.html'],
  ],
  'console messages are told': async () => [
    consoleMessages.some(([level, text]) => level === 'warning' && text === 'page is done'),
    true,
  ],
  'uncaught errors of a page are told': async () => [
    consoleMessages.some(([level, text]) => level === 'error' && text.includes('thrown by the page')),
    true,
  ],
  'executeJavaScript gives the value': async () => [
    await window.webContents.executeJavaScript('Promise.resolve({ date: new Date(0), list: [1, undefined] })'),
    { date: new Date(0), list: [1, undefined] },
  ],
  'executeJavaScript rejects': async () => [
    (await failureOf(() => window.webContents.executeJavaScript('Promise.reject(new Error("no"))'))) !== null,
    true,
  ],
  'printToPDF gives a PDF': async () => {
    const pdf = await window.webContents.printToPDF({ pageSize: 'A5', printBackground: true })
    return [pdf.subarray(0, 5).toString(), '%PDF-']
  },
  'capturePage gives a picture': async () => {
    const picture = await window.webContents.capturePage()
    const { width, height } = picture.getSize()
    return [!picture.isEmpty() && picture.toPNG().length > 100 && width > 0 && height > 0, true]
  },
  'zoom makes CSS pixels larger': async () => {
    const width = () => window.webContents.executeJavaScript('innerWidth')
    const before = await width()
    window.webContents.setZoomFactor(2)
    for (let tries = 0; tries < 100 && (await width()) === before; tries++)
      await new Promise((done) => setTimeout(done, 20))
    const after = await width()
    window.webContents.setZoomFactor(1)
    return [
      [Math.abs(before / after - 2) < 0.02, window.webContents.getZoomFactor()],
      [true, 1],
    ]
  },
  'bounds are those given': async () => {
    const { width, height } = window.getBounds()
    return [
      [width, height],
      [640, 480],
    ]
  },
  'a handler that fails makes loadURL reject': async () => [
    (await failureOf(() => window.loadURL('app://terminal/desk/broken.html'))) !== null,
    true,
  ],
  'a window may refuse to close': async () => {
    keepOpen = true
    window.close()
    await new Promise((done) => setTimeout(done, 100))
    keepOpen = false
    return [window.isDestroyed(), false]
  },
})

function watchQuit(window) {
  for (const name of ['before-quit', 'window-all-closed', 'will-quit']) app.on(name, () => order.push(name))
  window.on('close', (event) => (keepOpen ? event.preventDefault() : order.push('close')))
  window.on('closed', () => order.push('closed'))
  app.on('quit', () => {
    const documented = ['before-quit', 'close', 'closed', 'will-quit', 'quit']
    record('quit events come in their order', same([...order, 'quit'], documented), [...order, 'quit'].join(' '))
  })
}

async function start() {
  answerPage()
  protocol.handle('app', serve)
  const onlyCamera = (permission, types) =>
    permission === 'media' && types.length > 0 && types.every((type) => type === 'video')
  session.defaultSession.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(onlyCamera(permission, details.mediaTypes ?? [])),
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission, _origin, details) =>
    onlyCamera(permission, [details.mediaType]),
  )
  await runCases(beforeLoad)

  const window = new BrowserWindow({
    width: 640,
    height: 480,
    webPreferences: {
      preload: join(here, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      additionalArguments: ['--conform-argument'],
    },
  })
  watchQuit(window)
  const events = []
  window.once('ready-to-show', () => events.push('ready-to-show'))
  window.webContents.once('did-finish-load', () => events.push('did-finish-load'))
  await window.loadURL('app://terminal/desk/index.html')
  events.push('resolved')
  await within(pageDone.promise, 60_000).catch((error) => record('the page runs all its cases', false, String(error)))
  await runCases(afterLoad(window, events))
  app.quit()
}

void app.whenReady().then(start)
