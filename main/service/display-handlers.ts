import type { Handlers } from '../../contract/channel.ts'
import type { display } from '../../contract/display.ts'
import type { Counter } from './counter.ts'
import { waitingRoom } from './display-desk.ts'
import type { DisplayVoice } from './display-voice.ts'
import { shellHandlers } from './shell-handlers.ts'

export const displayHandlers = (
  counter: Counter,
  voice: DisplayVoice,
): Omit<Handlers<typeof display.channels>, 'terminal.about' | 'terminal.recover'> => ({
  ...shellHandlers(counter),
  'display.now': async () => waitingRoom(counter.bench),
  'display.voice': async () => voice.state(),
  'display.sound': async ({ id, language }) => voice.sound(id, language),
  async 'display.said'({ id, how }) {
    voice.said(id, how)
    return {}
  },
})
