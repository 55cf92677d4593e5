import type { Handlers } from '../../contract/channel.ts'
import { room } from '../../contract/room.ts'
import type { Room, RoomState } from '../../contract/room.ts'
import type { Language } from '../../domain/language.ts'
import type { Answerer } from '../../main/ipc/serve.ts'
import { answerWith } from '../../main/ipc/answer-with.ts'
import type { HimsProcess } from './hims-process.ts'
import type { Tray } from './tray.ts'

export interface RoomWorld {
  readonly state: () => RoomState
  readonly scan: (paper: string, scanner: string) => Promise<'sent' | 'unreadable' | 'not-connected'>
  readonly hims: HimsProcess
  readonly papers: Tray
  readonly setPrinter: (printer: string, faults: { readonly paperOut: boolean; readonly coverOpen: boolean }) => void
  readonly speak: (language: Language) => void
}

/** What the room's window may do to the demonstration. */
export function answerRoom(world: RoomWorld): Answerer {
  const handlers: Handlers<Room['channels']> = {
    'room.state': async () => world.state(),
    'room.picture': async ({ paper }) => {
      const found = world.papers.find(paper)
      return found === null ? null : new Uint8Array(found.png)
    },
    'room.scan': async ({ paper, scanner }) => ({ kind: await world.scan(paper, scanner) }),
    'room.hims': async ({ running }) => {
      await (running ? world.hims.start() : world.hims.stop())
      return {}
    },
    'room.printer': async ({ printer, paperOut, coverOpen }) => {
      world.setPrinter(printer, { paperOut, coverOpen })
      return {}
    },
    'room.language': async ({ language }) => {
      world.speak(language)
      return {}
    },
  }
  return (channel, input) => answerWith(room.channels, handlers, channel, input)
}
