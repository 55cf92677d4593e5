import { makeCodec } from './bridge/codec.ts'
import type { DownMessage, IpcMessage } from './bridge/isolated-world.ts'
import type { Schemes } from './scheme.ts'
import { originOf } from './session.ts'
import { refusing } from './unsupported.ts'
import type { WebContents } from './web-contents.ts'

export interface WebFrameMain {
  readonly url: string
  readonly origin: string
  readonly parent: WebFrameMain | null
  readonly top: WebFrameMain | null
  readonly frames: readonly WebFrameMain[]
  isDestroyed(): boolean
}

export interface IpcMainInvokeEvent {
  readonly type: 'frame'
  readonly sender: WebContents
  readonly senderFrame: WebFrameMain | null
}

export type IpcMainEvent = IpcMainInvokeEvent & { readonly reply: (channel: string, ...args: unknown[]) => void }

// Electron types a listener's arguments `any`, which lets an app name what it expects of them.
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any
type Handler = (event: IpcMainInvokeEvent, ...args: Loose[]) => unknown
type Listener = (event: IpcMainEvent, ...args: Loose[]) => void

interface Channels {
  on(channel: string, listener: Listener): Channels
  once(channel: string, listener: Listener): Channels
  off(channel: string, listener: Listener): Channels
  removeListener(channel: string, listener: Listener): Channels
  removeAllListeners(channel?: string): Channels
}

export interface IpcMain extends Channels {
  handle(channel: string, handler: Handler): void
  handleOnce(channel: string, handler: Handler): void
  removeHandler(channel: string): void
}

export interface IpcTable {
  readonly ipcMain: IpcMain
  readonly receive: (sender: WebContents, message: IpcMessage, reply: (message: DownMessage) => void) => void
}

const codec = makeCodec()

function readArguments(text: string): readonly unknown[] {
  const args = codec.decode(text)
  return Array.isArray(args) ? args : []
}

export function createIpc(schemes: Schemes): IpcTable {
  const handlers = new Map<string, Handler>()
  const listeners = channelListeners()
  const handle = (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  const ipcMain: IpcMain = refusing('ipcMain', {
    ...listeners.facade,
    handle,
    handleOnce: (channel, handler) =>
      handle(channel, (event, ...args) => {
        handlers.delete(channel)
        return handler(event, ...(args as unknown[]))
      }),
    removeHandler: (channel) => void handlers.delete(channel),
  })

  const answer = async (
    event: IpcMainInvokeEvent,
    { id, channel, args }: IpcMessage & { readonly kind: 'invoke' },
  ): Promise<DownMessage> => {
    try {
      const handler = handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const value: unknown = await handler(event, ...readArguments(args))
      return { kind: 'reply', id, value: codec.encode(value) }
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      return { kind: 'failed', id, message: `Error invoking remote method '${channel}': ${String(error)}` }
    }
  }
  return {
    ipcMain,
    receive(sender, message, reply) {
      const event = { type: 'frame', sender, senderFrame: frameAt(schemes.fromWeb(message.url)) } as const
      if (message.kind === 'invoke') {
        void answer(event, message).then(reply)
        return
      }
      const full = { ...event, reply: (channel: string, ...args: unknown[]) => sender.send(channel, ...args) }
      listeners.tell(message.channel, full, readArguments(message.args))
    },
  }
}

/** Only the main frame has a preload, so only it can send. */
function frameAt(url: string): WebFrameMain {
  const frame: WebFrameMain = refusing('WebFrameMain', {
    url,
    origin: originOf(url),
    parent: null,
    get top() {
      return frame
    },
    frames: [],
    isDestroyed: () => false,
  })
  return frame
}

function channelListeners() {
  const channels = new Map<string, readonly Listener[]>()
  const add = (channel: string, listener: Listener) =>
    channels.set(channel, [...(channels.get(channel) ?? []), listener])
  const remove = (channel: string, listener: Listener) => {
    const known = channels.get(channel) ?? []
    const at = known.lastIndexOf(listener)
    if (at >= 0) channels.set(channel, known.toSpliced(at, 1))
  }
  const facade: Channels = {
    on(channel, listener) {
      add(channel, listener)
      return this
    },
    once(channel, listener) {
      const once: Listener = (event, ...args) => {
        remove(channel, once)
        listener(event, ...(args as unknown[]))
      }
      add(channel, once)
      return this
    },
    off(channel, listener) {
      remove(channel, listener)
      return this
    },
    removeListener(channel, listener) {
      remove(channel, listener)
      return this
    },
    removeAllListeners(channel) {
      if (channel === undefined) channels.clear()
      else channels.delete(channel)
      return this
    },
  }
  const tell = (channel: string, event: IpcMainEvent, args: readonly unknown[]) => {
    for (const listener of channels.get(channel) ?? []) listener(event, ...args)
  }
  return { facade, tell }
}
