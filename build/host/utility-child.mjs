// Loaded before a utility process's own module: gives it Electron's `process.parentPort`.
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && !specifier.startsWith('electron/')) return next(specifier, context)
    throw new Error(
      `HostUnsupportedError: the development host cannot do '${specifier}' in a utility process; run on Electron`,
    )
  },
})

const port = new EventEmitter()
const waiting = []

process.parentPort = Object.assign(port, {
  postMessage(message, transfer) {
    if (transfer?.length)
      throw new Error('HostUnsupportedError: the development host cannot transfer ports; run on Electron')
    process.send?.({ message })
  },
  start() {},
})
// Messages sent before the module listens are kept for it, as a real port keeps them until it is started.
process.on('message', ({ message }) => {
  const event = { data: message, ports: [] }
  if (port.listenerCount('message') > 0) port.emit('message', event)
  else waiting.push(event)
})
port.on('newListener', (name) => {
  if (name === 'message') queueMicrotask(() => waiting.splice(0).forEach((event) => port.emit('message', event)))
})
// The host has gone, however it went.
process.on('disconnect', () => process.exit(0))
