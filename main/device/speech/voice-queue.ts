import type { SpeakTask, Spoken } from '../../../domain/hospital/speech.ts'
import type { Synthesize } from './synthesizer.ts'

interface Waiting {
  readonly task: SpeakTask
  readonly answer: (spoken: Spoken) => void
}

/** More than this many sentences never wait: what is older than that is not worth saying. */
export const MOST_WAITING = 8

/** One synthesizer at a time; emergencies first, and when too many wait, the oldest that is none goes unsaid. */
export function voiceQueue(synthesize: Synthesize, most = MOST_WAITING): Synthesize {
  const waiting: Waiting[] = []
  let busy = false

  const next = (): Waiting | undefined => {
    const urgent = waiting.findIndex(({ task }) => task.urgent)
    return waiting.splice(Math.max(0, urgent), 1)[0]
  }
  const leaveOut = (): void => {
    const plain = waiting.findIndex(({ task }) => !task.urgent)
    waiting.splice(Math.max(0, plain), 1)[0]?.answer({ kind: 'none', cause: 'busy' })
  }
  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let one = next(); one !== undefined; one = next()) one.answer(await synthesize(one.task))
    busy = false
  }
  return (task) =>
    new Promise((resolve) => {
      waiting.push({ task, answer: resolve })
      if (waiting.length > most) leaveOut()
      void work()
    })
}
