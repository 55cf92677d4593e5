import { setTimeout as after } from 'node:timers/promises'

import { CardId, PersonId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Store } from '../../main/store/store.ts'
import { removeFolder, temporaryFolder } from '../fake/world.ts'
import { startFeed } from './feed/feed.ts'
import { emptyStore, fillerOf } from './feed/pull-store.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { quantile } from './sample.ts'

const sizes: Readonly<Record<Size, number>> = { full: Number(process.env['HIMS_BENCH_ROWS'] ?? 100_000), tiny: 300 }
/** A page that draws 60 times a second asks no more often than this, in milliseconds. */
const TICK = 4
/** One in so many questions is a save. */
const SAVES = 25
/** So long the same is done while nothing comes, in milliseconds: what the machine itself takes. */
const ALONE: Readonly<Record<Size, number>> = { full: 10_000, tiny: 100 }

interface Waits {
  /** Beyond the tick. */
  readonly gaps: number[]
  readonly asks: number[]
  readonly saves: number[]
}

/** How long a page waits beyond its own tick while many rows come in: a view, a card's lookup, a name, now and then a save. */
export async function stall(size: Size): Promise<readonly Figure[]> {
  const count = sizes[size]
  const feed = await startFeed(count)
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  const alone = await work(store, feed.people, AbortSignal.timeout(ALONE[size]))
  const filler = fillerOf(store)
  const ending = new AbortController()
  const pulled = filler.pull(feed.hims).finally(() => ending.abort())
  const start = performance.now()
  const { gaps, asks, saves } = await work(store, feed.people, ending.signal)
  const seconds = (performance.now() - start) / 1000
  const outcome = await pulled
  await filler.close()
  const here = store.index.last()
  store.close()
  removeFolder(folder)
  feed.stop()
  if (outcome?.kind !== 'online' || here !== count) throw new Error(`${JSON.stringify(outcome)}, ${here} here`)
  const shares = [0.5, 0.99, 0.999, 1]
  const named = (share: number) => (share === 1 ? 'max' : `p${share * 100}`)
  return [
    ...shares.flatMap((share) => [
      figure(`page held up while ${count} rows come, ${named(share)}`, 'ms', 'while nothing comes', {
        ours: quantile(gaps, share),
        peer: quantile(alone.gaps, share),
      }),
      figure(`… three questions answered, ${named(share)}`, 'ms', 'while nothing comes', {
        ours: quantile(asks, share),
        peer: quantile(alone.asks, share),
      }),
      ...(saves.length * alone.saves.length === 0
        ? []
        : [
            figure(`… a note saved, ${named(share)}`, 'ms', 'while nothing comes', {
              ours: quantile(saves, share),
              peer: quantile(alone.saves, share),
            }),
          ]),
    ]),
    figure('rows taken in meanwhile', '1/s', 'aim', { ours: count / seconds, peer: 50_000 }),
  ]
}

/** What a page does all day, as fast as it can draw, until it is told to end. */
async function work(store: Store, people: readonly Person[], signal: AbortSignal): Promise<Waits> {
  const waits: Waits = { gaps: [], asks: [], saves: [] }
  for (let at = 0; !signal.aborted; at += 1) {
    const due = performance.now() + TICK
    await after(TICK)
    waits.gaps.push(Math.max(0.001, performance.now() - due))
    store.turn.asked()
    const asked = performance.now()
    if (at % SAVES === SAVES - 1) {
      const save = store.database.transaction(() => {
        store.audit.note({ at: new Date().toISOString(), operator: null, deed: 'bench', subject: '' })
      })
      save()
      waits.saves.push(performance.now() - asked)
    } else {
      const person = people[(at * 7919) % people.length]
      store.shared.person.get(person?.id ?? PersonId.parse(''))
      store.people.byCardPrefix(CardId.parse('0123456789abcdef'))
      store.people.matching('words : "sunita" *', 50)
      waits.asks.push(performance.now() - asked)
    }
  }
  return waits
}
