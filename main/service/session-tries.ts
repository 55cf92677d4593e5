import type { OperatorId } from '../../domain/id.ts'
import { tryCopy } from '../store/try-copy.ts'
import type { TriesByOperator } from '../store/try-copy.ts'
import type { Save } from '../store/save.ts'
import type { Store } from '../store/store.ts'
import type { Tries } from '../store/try-table.ts'
import type { Timers } from './world.ts'

/** Counts wrong PINs, and the waiting that follows them. */
export interface TryKeeper {
  /** Milliseconds until a PIN of this person is looked at again. */
  left(operator: OperatorId): number
  /** One more try; call it in the transaction that is committed before the PIN is looked at. */
  count(operator: OperatorId): Tries
  /** The right PIN, or a supervisor's word: all is forgiven. */
  clear(operator: OperatorId): void
  close(): void
}

export const FREE_TRIES = 5
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 30 * 60_000
/** Waiting is counted down in such steps; what a step leaves is saved, so that a restart gives back at most one. */
const STEP = 5000
/** When the count itself was tampered with everybody is taken to have tried so often: four minutes. */
const DOUBTED = 8

export const waitAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(16, failures - FREE_TRIES))

const none: Tries = { failures: 0, turn: 0, wait: 0 }

interface Kept {
  readonly store: Store
  /** Late, because the store is opened before anything can be saved. */
  readonly save: () => Save
  readonly timers: Timers
  readonly random: (bytes: number) => Uint8Array
  /** The database is an older one that was put back. */
  readonly isOldCopy: boolean
}

/**
 * The tries of this terminal are kept twice, in the database and sealed beside it, and of each person the later count
 * holds. Waiting passes only while the terminal runs: no clock is asked, so setting one changes nothing.
 */
export function tryKeeper({ store, save, timers, random, isOldCopy }: Kept): TryKeeper {
  const copy = tryCopy({ folder: store.folder, seed: store.device.read().seed, random })
  const tries = new Map<OperatorId, Tries>()
  let stop = () => {}

  const put = (operator: OperatorId, { failures, wait }: Omit<Tries, 'turn'>): Tries => {
    const next = { failures, wait, turn: (tries.get(operator) ?? none).turn + 1 }
    tries.set(operator, next)
    // Beside the database first: a try that only the file knows of counts, one that neither knows of is a try for nothing.
    copy.write(tries)
    store.tries.write(operator, next)
    countDown()
    return next
  }
  const step = (passed: number): void => {
    for (const [operator, { failures, turn, wait }] of tries)
      if (wait > 0) tries.set(operator, { failures, turn: turn + 1, wait: Math.max(0, wait - passed) })
    copy.write(tries)
    save()(() => {
      for (const [operator, each] of tries) store.tries.write(operator, each)
    })
    countDown()
  }
  function countDown(): void {
    stop()
    const waits = [...tries.values()].map(({ wait }) => wait).filter((wait) => wait > 0)
    const next = Math.min(STEP, ...waits)
    stop = waits.length === 0 ? () => {} : timers.after(next, () => step(next))
  }

  const beside = copy.read()
  for (const [operator, each] of atOpening(store, beside, isOldCopy)) tries.set(operator, each)
  // Written although nobody ever mistyped: only then does a copy that is not there say something.
  if (beside.kind !== 'here' || tries.size > 0) copy.write(tries)
  countDown()

  return {
    left: (operator) => tries.get(operator)?.wait ?? 0,
    count(operator) {
      const failures = (tries.get(operator) ?? none).failures + 1
      return put(operator, { failures, wait: waitAfter(failures) })
    },
    clear(operator) {
      if ((tries.get(operator) ?? none).failures > 0) put(operator, none)
    },
    close: () => stop(),
  }
}

type Read = ReturnType<ReturnType<typeof tryCopy>['read']>

function atOpening(store: Store, beside: Read, isOldCopy: boolean): TriesByOperator {
  const here = store.tries.all()
  const counted = isOldCopy || [...here.values()].some(({ turn }) => turn > 0)
  if (beside.kind !== 'here') return counted ? doubted(store, here) : here
  const later = [...beside.tries].filter(([id, { turn }]) => turn > (here.get(id) ?? none).turn)
  return new Map([...here, ...later])
}

/** The copy beside the database was taken away, or an old database came without one: nobody knows how often was tried. */
function doubted(store: Store, here: TriesByOperator): TriesByOperator {
  const all = store.shared.operator.all().map(({ id }): [OperatorId, Tries] => {
    const { failures, turn, wait } = here.get(id) ?? none
    const most = Math.max(failures, DOUBTED)
    return [id, { failures: most, turn: turn + 1, wait: Math.max(wait, waitAfter(DOUBTED)) }]
  })
  return new Map([...here, ...all])
}
