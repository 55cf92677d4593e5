import { join } from 'node:path'

import type { Reply } from '../contract/channel.ts'
import type { Runtime } from '../contract/shell.ts'
import { unreachable } from '../domain/result.ts'
import { refuse } from './ipc/serve.ts'
import type { Answerer } from './ipc/serve.ts'
import { child } from './process/child.ts'
import type {
  DeviceSetting,
  FromDevice,
  FromStore,
  HandResult,
  HandTask,
  StoreSetting,
  ToDevice,
  ToStore,
} from './process/message.ts'
import { pending } from './process/pending.ts'

export interface TerminalWorld {
  /** Where the built processes lie. */
  readonly modules: string
  readonly store: StoreSetting
  readonly device: DeviceSetting
  readonly runtime: Runtime
  /** Says something to the page, unasked. */
  readonly tell: (name: string, payload: unknown) => void
  readonly report: (fault: unknown, where: string) => void
  /** The key of the records came back from HIMS: to be wrapped and kept. */
  readonly keyRecovered: (key: Uint8Array) => void
}

export interface Terminal {
  readonly answer: Answerer
  readonly close: () => Promise<void>
}

const PATIENCE = 4000

/** What is certain about a task whose hands were lost: a paper that was being sent may or may not have come out. */
const lostTask = (task: HandTask): HandResult => {
  switch (task.kind) {
    case 'prepare':
      return { kind: 'outcome', outcome: { kind: 'not-sent', reason: 'no-printer' } }
    case 'send':
      return { kind: 'outcome', outcome: { kind: 'uncertain' } }
    case 'preview':
      return { kind: 'picture', png: null }
    case 'speak':
      return { kind: 'spoken', spoken: { kind: 'none', cause: 'no-voice' } }
    default:
      return unreachable(task)
  }
}

/** The switchboard of a terminal: the store thinks, the device process has hands, the page asks. */
export function openTerminal(world: TerminalWorld): Terminal {
  const questions = pending<Reply>()
  const tasks = new Map<number, HandTask>()

  const device = child<ToDevice, FromDevice>({
    module: join(world.modules, 'device.js'),
    name: 'hims-device',
    opening: { kind: 'open', setting: world.device },
    heard: fromDevice,
    lost: () => {
      for (const [id, task] of tasks) store.post({ kind: 'did', id, result: lostTask(task) })
      tasks.clear()
    },
    report: world.report,
  })

  const store = child<ToStore, FromStore>({
    module: join(world.modules, 'store.js'),
    name: 'hims-store',
    opening: { kind: 'open', setting: world.store },
    heard: fromStore,
    lost: () => questions.answerAll(refuse('store-closed')),
    report: world.report,
  })

  function fromStore(message: FromStore): void {
    switch (message.kind) {
      case 'answer':
        questions.answer(message.id, message.reply)
        return
      case 'tell':
        world.tell(message.name, message.payload)
        return
      case 'do':
        tasks.set(message.id, message.task)
        device.post({ kind: 'do', id: message.id, task: message.task })
        return
      case 'key':
        world.keyRecovered(message.key)
        return
      case 'state':
      case 'closed':
        return
    }
  }

  function fromDevice(message: FromDevice): void {
    switch (message.kind) {
      case 'did':
        tasks.delete(message.id)
        store.post({ kind: 'did', id: message.id, result: message.result })
        return
      case 'scan':
        store.post({ kind: 'scan', event: message.event })
        return
      case 'scanners':
        store.post({ kind: 'scanners', seen: message.seen })
        return
      case 'health':
        store.post({ kind: 'health', devices: message.devices })
        return
    }
  }

  return {
    answer: (channel, input) =>
      channel === 'terminal.about'
        ? Promise.resolve({ ok: true, value: world.runtime })
        : questions.ask((id) => store.post({ kind: 'ask', id, channel, input })),
    close: async () => {
      await store.stop({ kind: 'close' }, PATIENCE)
      await device.stop({ kind: 'close' }, PATIENCE)
    },
  }
}
