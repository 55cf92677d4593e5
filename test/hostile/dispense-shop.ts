import { cpSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import type { PersonId, PrescriptionId, PrescriptionItemId } from '../../domain/id.ts'
import { MutationId, OperatorId, TerminalId, uuidV7 } from '../../domain/id.ts'
import { Change, EnrolReply } from '../../domain/wire/sync.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import type { Hims } from '../../hims/hims.ts'
import { takePush } from '../../hims/mutation/take-push.ts'
import { changesAfter } from '../../hims/record/change-feed.ts'
import { claim } from '../../hims/right/claim.ts'
import { beginEpoch } from '../../hims/terminal/epoch.ts'
import type { Bench } from '../../main/service/bench.ts'
import { give } from '../../main/service/dispense-desk.ts'
import { rightDesk } from '../../main/service/right-desk.ts'
import { cardLists } from '../../main/store/card-lists.ts'
import { beginNewEpoch, noteFence } from '../../main/store/new-epoch.ts'
import { isOldCopy, lockRights } from '../../main/store/run-mark.ts'
import { saving } from '../../main/store/save.ts'
import { openStore } from '../../main/store/store.ts'
import { syncPort } from '../../main/store/sync-port.ts'

const Changes = z.array(Change)
const KEY = new Uint8Array(32).fill(7)
const operator = OperatorId.parse('asha')

export interface ShopWorld {
  readonly hims: Hims
  readonly now: () => Date
  readonly bytes: (length: number) => Uint8Array
}

/** A pharmacy's real store and services over the real handlers of HIMS, without a wire between them. */
export function openShop(world: ShopWorld, folder: string, role: TerminalRole = 'pharmacy') {
  const { hims, now, bytes } = world
  const { inside } = hims
  const opened = openStore({ folder, key: KEY, role, seed: bytes(32) })
  if (!opened.ok) throw new Error(`The store does not open: ${opened.problem}`)
  const store = opened.value
  const newId = () => uuidV7(now().getTime(), bytes(10))
  if (isOldCopy(store.database, folder, newId())) lockRights(store.database)
  const cards = cardLists(store, [])
  const save = saving(store, { now, operator: () => operator, saved: () => {} })
  const bench: Bench = {
    store,
    save,
    cards,
    now,
    newId,
    today: () => now().toISOString().slice(0, 10),
    random: bytes,
    session: () => ({ kind: 'unlocked', operator, name: 'Asha' }),
    supervisor: () => null,
    issuers: [],
    sightings: () => true,
    report: (fault) => {
      throw fault
    },
  }
  const port = syncPort(store, { now, random: bytes, newId, cards, days: () => [], changed: () => {} })
  const terminalId = () => store.device.read().terminal ?? ''
  const rights = rightDesk(bench, {
    after: () => () => {},
    report: bench.report,
    async ask(request) {
      if (request.kind !== 'claim') return null
      const { epoch, fenced } = { epoch: store.device.read().epoch, fenced: store.pharmacy.giver().locked }
      const answer = await inside.commit(1, (at) => claim(at, { id: terminalId(), epoch }, request, inside.world))
      if (fenced || !answer.ok) return null
      const common = { incarnation: inside.incarnation.name(), schema: 3, serverTime: now().toISOString() }
      const reply = { ...common, answer: answer.value, counters: [] }
      return port.rightsCame(reply) === 'kept' ? reply : null
    },
  })
  /** Sends some of what waits; the answer may be lost on its way. */
  const send = async (most: number, isAnswerLost: boolean): Promise<void> => {
    const mutations = [...port.outgoing(most)].map((entry) => ({ ...entry }))
    if (mutations.length === 0) return
    const { epoch } = store.device.read()
    port.sending(mutations.at(-1)?.n ?? 0)
    const pushed = await takePush(inside, terminalId(), { epoch, mutations })
    if (pushed.ok && !isAnswerLost) port.settle(pushed.value.results)
    if (!pushed.ok && pushed.problem.problem === 'fenced') lockRights(store.database)
    if (!pushed.ok && pushed.problem.problem === 'gap') port.rewind(pushed.problem.expected ?? 1)
  }
  const take = async (): Promise<void> => {
    for (let more = true; more;) {
      const { cursor } = store.device.read()
      const page = await changesAfter(inside.store, { role, facility: 'h' }, { cursor, limit: 500 })
      port.apply({
        changes: Changes.parse(JSON.parse(page.changes)),
        next: page.next,
        more: page.more,
        at: now().toISOString(),
      })
      more = page.more
    }
    rights.tidy()
  }
  return {
    store,
    folder,
    bench,
    terminalId,
    send,
    take,
    enrolled(reply: unknown) {
      port.enrolled(EnrolReply.parse(reply), 'code')
    },
    publicKey: () => port.publicKey(),
    /** Units that were really handed over. */
    give(prescriptionId: PrescriptionId, itemId: PrescriptionItemId, quantity: number): number {
      return give(bench, { prescriptionId, lines: [{ itemId, lotId: 'l1', quantity }] }).kind === 'given' ? quantity : 0
    },
    claim: (id: PrescriptionId) => rights.claim(id),
    open: (person: PersonId | null) => rights.opened(person),
    tidy: () => rights.tidy(),
    /** Gives a right to another pharmacy, or to nobody, without having been asked. */
    returnTo(id: PrescriptionId, to: string | null): void {
      for (const right of store.pharmacy.rightsOf(id)) {
        const me = store.pharmacy.giver()
        if (me.locked || right.holder !== me.terminal || right.epoch !== me.epoch || right.left === 0) continue
        save((write) => {
          write.put('right', { ...right, left: 0 })
          const receiver = to === null ? null : TerminalId.parse(to)
          const body = {
            kind: 'right.returned',
            rightId: right.id,
            left: right.left,
            to: receiver,
            at: write.at,
          } as const
          write.tellHims(MutationId.parse(newId()), body, '')
        })
      }
    },
    isLocked: () => store.pharmacy.giver().locked,
    /** A person decided that this one goes on. */
    async beginEpoch(): Promise<void> {
      const row = await inside.store
        .selectFrom('terminal')
        .select('epoch')
        .where('id', '=', terminalId())
        .executeTakeFirstOrThrow()
      noteFence(store, row.epoch)
      store.database.transaction(() => beginNewEpoch(store, now().toISOString()))()
      await inside.commit(1, (at) => beginEpoch(at, terminalId(), store.device.read().epoch))
    },
    waiting: () => store.outbox.count('waiting'),
    close: () => store.close(),
  }
}
export type DispenseShop = ReturnType<typeof openShop>

/** Keeps a closed store's database, and what else lies in its folder, elsewhere. */
export function keepCopy(folder: string, copy: string): void {
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy)
  cpSync(folder, copy, { recursive: true })
}

/** Puts a kept database back, as an administrator does: the database alone. */
export function putBack(copy: string, folder: string): void {
  for (const end of ['-wal', '-shm']) rmSync(join(folder, `terminal.db${end}`), { force: true })
  copyFileSync(join(copy, 'terminal.db'), join(folder, 'terminal.db'))
}
