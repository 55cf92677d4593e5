import { randomBytes } from 'node:crypto'
import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { MutationId, OperatorId, PrescriptionItemId, TerminalId } from '../../domain/id.ts'
import { backUp } from '../../main/store/backup.ts'
import { cardLists } from '../../main/store/card-lists.ts'
import { openOrRescue } from '../../main/store/open-or-rescue.ts'
import { finishRekey } from '../../main/store/rekey.ts'
import { saving } from '../../main/store/save.ts'
import type { Store } from '../../main/store/store.ts'
import { syncPort } from '../../main/store/sync-port.ts'
import { newId, person } from '../unit/main-service/person.ts'
import { oldKey, pageOf, powerRight, writerKey } from './power-case.ts'
import type { Acknowledged } from './power-case.ts'

/** Works on a real store and writes down what it calls saved, each line after the answer that a person would have got. */
const [session = '', folder = '', rounds = '0'] = process.argv.slice(2)
const kind: string = session
const acks = openSync(join(folder, 'acks'), 'a')
const say = (acknowledged: Acknowledged): void => void writeSync(acks, `${JSON.stringify(acknowledged)}\n`)

function opened(key: Uint8Array): Store | null {
  const store = openOrRescue({ folder, key, role: 'pharmacy', seed: new Uint8Array(32).fill(5) }, () => new Date())
  if (!store.ok) {
    say({ kind: 'closed', cause: store.problem })
    if (kind !== 'disk') process.exitCode = 1
    return null
  }
  // Checkpoints come often, so that cuts fall into them.
  store.value.database.pragma('wal_autocheckpoint = 40')
  if (kind === 'normal') store.value.database.pragma('synchronous = NORMAL')
  return store.value
}

function worker(store: Store) {
  const save = saving(store, { now: () => new Date(), operator: () => null, saved: () => {} })
  const port = syncPort(store, {
    now: () => new Date(),
    random: (bytes) => Uint8Array.from(randomBytes(bytes)),
    newId,
    cards: cardLists(store, []),
    days: () => ['2026-11-22'],
    changed: () => {},
  })
  return {
    register() {
      const row = person({ latin: `Person ${newId()}` })
      const done = save((write) => {
        write.put('person', row)
        write.tellHims(MutationId.parse(newId()), { kind: 'person.registered', person: row }, row.name.latin)
        write.audit('person.registered', row.id)
      })
      if (done.ok) say({ kind: 'person', id: (lastSaved = row.id) })
      return done.ok
    },
    give() {
      const id = MutationId.parse(newId())
      const right = store.shared.right.get(powerRight.id) ?? powerRight
      const dispense = {
        id,
        rightId: right.id,
        itemId: PrescriptionItemId.parse(right.itemId),
        prescriptionId: right.prescriptionId,
        personId: person({ latin: 'Rekha' }).id,
        lotId: 'lot',
        quantity: 1,
        at: new Date().toISOString(),
        operator: OperatorId.parse('asha'),
        terminal: TerminalId.parse(right.holder),
      }
      const done = save((write) => {
        write.put('dispense', dispense)
        write.put('right', { ...right, left: right.left - 1 })
        write.put('stock_event', { id, lotId: 'lot', delta: -1, reason: 'dispensed', at: write.at })
        write.tellHims(id, { kind: 'dispense.recorded', dispense }, 'one')
        write.audit('medicine.given', id)
      })
      if (done.ok) say({ kind: 'dispense', id })
      return done.ok
    },
    pull() {
      const { cursor } = store.device.read()
      const kept = port.apply(pageOf(cursor))
      if (kept === 'kept') say({ kind: 'cursor', cursor: store.device.read().cursor })
      return kept === 'kept'
    },
    settle() {
      const waiting = store.outbox.waiting(3)
      const results = waiting.flatMap(({ n }) => (n === null ? [] : [{ n, kind: 'applied' as const }]))
      const kept = port.settle(results)
      if (kept === 'kept') for (const { n } of results) say({ kind: 'settled', n })
      return kept === 'kept'
    },
  }
}

const STARTS = 5

let lastSaved: string | null = null

/** On a disk that fails now and then: refused, looked up all the same, and done a moment later. */
function tryTwice(store: Store, work: () => boolean): void {
  if (work()) return
  say({ kind: 'refused', looked: lastSaved === null || store.shared.person.get(lastSaved) !== null })
  if (work()) say({ kind: 'finished' })
}

async function run(): Promise<void> {
  const key = kind === 'rekey' ? finishRekey({ folder, key: oldKey, next: writerKey }) : writerKey
  if (kind === 'rekey') say({ kind: 'opened' })
  let store = opened(key)
  // A person who finds the terminal closed starts it again.
  const starts = kind === 'disk' ? STARTS : 1
  for (let start = 2; store === null && start <= starts; start++) store = opened(key)
  if (store === null) return
  say({ kind: 'opened' })
  const work = worker(store)
  for (let at = 1; at <= Number(rounds); at++) {
    tryTwice(store, () => work.register())
    if (at % 2 === 0) tryTwice(store, () => work.give())
    if (at % 5 === 0) tryTwice(store, () => work.pull())
    if (at % 7 === 0) tryTwice(store, () => work.settle())
    if (kind === 'backup' && at % 10 === 0) {
      const { seq } = store.audit.head()
      const into = join(folder, 'backup')
      const now = new Date()
      const pause = async () => {
        work.register()
        return true
      }
      const done = await backUp(store, { key, into, now, pause })
      if (done.ok) say({ kind: 'backup', folder: done.value.folder.slice(folder.length + 1), seq })
    }
  }
  store.close()
}

await run()
