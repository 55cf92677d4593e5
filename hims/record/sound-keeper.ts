import type { Commit } from '../database/group-commit.ts'
import { soundStep } from './sound-keys.ts'

/** Makes the sound keys of names again where their rules have changed, while HIMS answers others. */
export interface SoundKeeper {
  readonly begin: () => void
  /** Ends with the step that is under way. */
  readonly stop: () => Promise<void>
}

interface World {
  readonly commit: Commit
  readonly after: (milliseconds: number, run: () => void) => () => void
}

/** Between two steps others have the database; milliseconds. */
const PAUSE = 10
/** A disk that is full now may have room later. */
const LATER = 60_000

export function soundKeeper({ commit, after }: World): SoundKeeper {
  let stopped = false
  let cancel = () => {}
  let step: Promise<void> = Promise.resolve()

  async function go(): Promise<void> {
    const isMore = await commit(1, soundStep).catch(() => null)
    if (isMore !== false && !stopped) wait(isMore === null ? LATER : PAUSE)
  }
  function wait(milliseconds: number): void {
    cancel = after(milliseconds, () => {
      step = go()
    })
  }
  return {
    begin: () => wait(PAUSE),
    async stop() {
      stopped = true
      cancel()
      await step
    },
  }
}
