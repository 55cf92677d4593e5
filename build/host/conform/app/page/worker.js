import { part } from './part.js'

const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)
const { instance } = await WebAssembly.instantiate(empty)
const text = await (await fetch('./text.txt')).text()
const socket = await new Promise((resolve) => {
  const opened = new WebSocket('ws://127.0.0.1:9/')
  opened.addEventListener('open', () => resolve('open'))
  opened.addEventListener('error', () => resolve('refused'))
})
postMessage([part, text.trim(), instance instanceof WebAssembly.Instance, socket])
