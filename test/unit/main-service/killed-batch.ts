import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'

import { CardId, OperatorId } from '../../../domain/id.ts'
import { benchOf } from '../../../main/service/bench.ts'
import { batchRunner } from '../../../main/service/card-batch-run.ts'
import { cardBatchTable } from '../../../main/store/card-batch-table.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { saving } from '../../../main/store/save.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import { facility } from '../../fake/hims-stub.ts'
import { realTimers } from '../../fake/world.ts'
import { newId, person } from './person.ts'

/** Goes on with a batch of this many people, made by the first of its lives; says when some are made and when all are. */
const [folder = '', key = '', count = ''] = process.argv.slice(2)
const opened = openStore({
  folder,
  key: Uint8Array.from(Buffer.from(key, 'hex')),
  role: 'desk',
  seed: Uint8Array.from(randomBytes(32)),
})
if (!opened.ok) throw new Error(opened.problem)
const store = opened.value
const table = cardBatchTable(store.database)
const now = () => new Date('2026-11-22T05:00:00.000Z')
if (table.recent().length === 0) store.database.transaction(() => prepare(store, Number(count)))()

const save = saving(store, { now, operator: () => null, saved: () => {} })
const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
const report = (fault: unknown): never => {
  throw fault
}
const nobody = { now: () => ({ kind: 'locked' }) as const, supervisor: () => null }
const world = {
  now,
  random,
  report,
  setting: {
    folder,
    key: null,
    role: 'desk',
    hims: [],
    fhir: null,
    trust: anyAuthority,
    code: null,
    cardRoots: [],
    identityIssuers: [],
    sticks: [],
    backup: { folder: null, unsent: null },
    language: 'en',
    speech: null,
  },
} as const
const runner = batchRunner(benchOf(world, store, save, cardLists(store, []), nobody), { timers: realTimers, report })
runner.wake()
const ordered = store.database
  .prepare<[], number>(`SELECT count(*) FROM card_batch_person WHERE state = 'ordered'`)
  .pluck()
let isBegun = false
const watch = setInterval(() => {
  if (!isBegun && (ordered.get() ?? 0) > 0) {
    isBegun = true
    writeSync(1, 'begun\n')
  }
  if (table.recent()[0]?.state !== 'done') return
  writeSync(1, 'done\n')
  clearInterval(watch)
}, 5)

function prepare({ device, shared, leased }: Store, people: number): void {
  device.setFacility(facility)
  const dates = { issued: '2026-01-05', expires: '2027-01-05' }
  const ids = Array.from({ length: people }, (_, at) => {
    const row = person({ latin: `Person ${at}` })
    const mine = { cardId: CardId.parse(randomBytes(8).toString('hex')), statusIndex: at, ...dates }
    shared.person.put({ row, version: 1, raw: null })
    shared.card.put({
      row: { ...mine, personId: row.id, term: 'temporary', profile: 'P-ID', status: 'active' },
      version: 1,
      raw: null,
    })
    const cardId = CardId.parse(randomBytes(8).toString('hex'))
    leased.addCard({ cardId, statusIndex: people + at, ...dates, text: `DLH1:${at}`, term: 'permanent' })
    return row.id
  })
  const supervisor = OperatorId.parse('asha')
  table.add({ id: newId(), at: now().toISOString(), clerk: null, supervisor, state: 'running', lot: null }, ids)
}
