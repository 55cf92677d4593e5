const { contextBridge, ipcRenderer } = require('electron')

const failure = (act) => {
  try {
    act()
    return null
  } catch (error) {
    return error.message
  }
}
class Counter {
  value = 1
  next() {
    return this.value + 1
  }
}
const pushed = []
ipcRenderer.on('push', (_event, ...args) => pushed.push(args))

contextBridge.exposeInMainWorld('conform', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  once: (channel) => new Promise((resolve) => ipcRenderer.once(channel, (_event, ...args) => resolve(args))),
  pushed: () => pushed,
  invokeFunction: () => ipcRenderer.invoke('echo', () => 1).catch((error) => error.message),
  add: (left, right) => left + right,
  callBack: (callback) => callback(20) + 1,
  later: async (value) => value,
  rejects: async () => {
    throw new RangeError('refused by the preload')
  },
  throws: () => {
    throw new TypeError('thrown by the preload')
  },
  returnsFunction: () => (value) => value * 2,
  counter: new Counter(),
  value: { nested: [1, { deep: 'yes' }], date: new Date(0) },
  inPreload: () => ({
    require: failure(() => require('fs')),
    sandboxed: process.sandboxed,
    contextIsolated: process.contextIsolated,
    type: process.type,
    argument: process.argv.includes('--conform-argument'),
    pageSecret: typeof window.pageSecret,
    ownName: typeof window.conform,
  }),
  exposeAgain: () => failure(() => contextBridge.exposeInMainWorld('conform', {})),
})
globalThis.preloadSecret = 'must not be seen by the page'
