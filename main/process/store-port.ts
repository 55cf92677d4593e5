import { unreachable } from '../../domain/result.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import { refuse } from '../ipc/serve.ts'
import { openTerminal } from '../service/terminal.ts'
import type { Terminal } from '../service/terminal.ts'
import type { TerminalWorld } from '../service/world.ts'
import type { FromStore, Hands, HandResult, StoreSetting, ToStore } from './message.ts'

/** What the store needs of Electron's `process.parentPort`. */
export interface StorePort {
  postMessage(message: FromStore): void
  on(event: 'message', listener: (event: { readonly data: ToStore }) => void): unknown
}

export type ProcessWorld = Omit<TerminalWorld, 'setting' | 'hands' | 'tell' | 'keyRecovered'> & {
  readonly exit: () => void
  /** The records are open, or will not be. */
  readonly opened?: (role: TerminalRole) => void
}

/** Turns the messages of the main process into questions to one terminal, and its words into messages. */
export function serveStore(port: StorePort, world: ProcessWorld): void {
  const send = (message: FromStore) => port.postMessage(message)
  const hands = handsOver(send)
  let terminal: Promise<Terminal> | null = null

  const open = async (setting: StoreSetting): Promise<Terminal> => {
    send({ kind: 'state', state: { kind: 'opening' } })
    const tell = (name: string, payload: unknown) => send({ kind: 'tell', name, payload })
    const keyRecovered = (key: Uint8Array) => send({ kind: 'key', key })
    const opened = await openTerminal({ ...world, setting, hands: hands.ask, tell, keyRecovered })
    send({ kind: 'state', state: opened.state() })
    world.opened?.(setting.role)
    return opened
  }
  const hear = async (message: ToStore): Promise<void> => {
    switch (message.kind) {
      case 'open':
        terminal ??= open(message.setting)
        return void (await terminal)
      case 'ask': {
        const { id, channel, input } = message
        const reply = terminal === null ? refuse('store-closed') : await (await terminal).ask(channel, input)
        return send({ kind: 'answer', id, reply })
      }
      case 'did':
        return hands.did(message.id, message.result)
      case 'scan':
        return (await terminal)?.scanned(message.event)
      case 'scanners':
        return (await terminal)?.scanners(message.seen)
      case 'health':
        return (await terminal)?.health(message.devices)
      case 'close':
        await (await terminal)?.close()
        send({ kind: 'closed' })
        return world.exit()
      default:
        return unreachable(message)
    }
  }
  port.on('message', ({ data }) => {
    hear(data).catch((fault: unknown) => {
      world.report(fault, data.kind)
      // Whoever asked must not wait for ever for an answer that a bug has eaten.
      if (data.kind === 'ask') send({ kind: 'answer', id: data.id, reply: refuse('internal') })
    })
  })
}

/** The device process behind numbered messages. */
function handsOver(send: (message: FromStore) => void): {
  readonly ask: Hands
  readonly did: (id: number, result: HandResult) => void
} {
  const waiting = new Map<number, (result: HandResult) => void>()
  let last = 0
  return {
    ask: (task) =>
      new Promise((resolve) => {
        last++
        waiting.set(last, resolve)
        send({ kind: 'do', id: last, task })
      }),
    did(id, result) {
      waiting.get(id)?.(result)
      waiting.delete(id)
    },
  }
}
