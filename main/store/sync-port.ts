import { createHash } from 'node:crypto'

import { hexOf } from '../../domain/card/bytes.ts'
import type { CardRecord } from '../../domain/card/card-record.ts'
import { MutationId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import { LeaseRequest } from '../../domain/wire/sync.ts'
import type { ClaimAnswer } from '../../domain/wire/right.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { Identity } from '../../sync/identity.ts'
import type { Kept, SyncStore } from '../../sync/sync-store.ts'
import { ed25519PublicKey, ed25519Sign } from '../crypto/ed25519.ts'
import { applyChanges, applyDeferred } from './apply-change.ts'
import type { CardLists, TakenLists } from './card-lists.ts'
import { keyDelegated, keyToDelegate } from './desk-key.ts'
import { keyDeposited, keyToDeposit } from './key-deposit.ts'
import { leasePlan } from './lease-plan.ts'
import { noteFence } from './new-epoch.ts'
import type { OutboxRow } from './outbox.ts'
import { reached } from './point.ts'
import { withReserve } from './reserve-work.ts'
import type { Store } from './store.ts'
import { takeBack } from './take-back.ts'
import { rightsToTell } from './told-rights.ts'
import { isUnprovable } from './unprovable.ts'
import { GUEST_STAY, guestTable } from './working-set.ts'

interface PortWorld {
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly newId: () => string
  readonly cards: CardLists
  /** The days to hold numbers for. */
  readonly days: () => readonly string[]
  readonly changed: (tables: ReadonlySet<TableName>) => void
  /** A page may be kept in part: after so many changes it is asked whether that is enough for now. */
  readonly steps?: { readonly size: () => number; readonly enough: () => boolean }
}

/** What the sync client needs, and what the terminal tells it. */
export interface SyncPort extends SyncStore {
  /** Somebody whom a server told of comes in for as long as a guest stays. */
  guest(person: Person): Kept
  /** Cards came, in whichever thread: the list that says which of them are no longer good should come along. */
  readonly cardsChanged: () => void
}

/** The store as the sync client sees it. */
export function syncPort(store: Store, world: PortWorld): SyncPort {
  const { database, device, outbox } = store
  const apply = applyChanges(store)
  const lease = leaseMemory(store)
  const guests = guestTable(database)
  let listsAsked = Number.NEGATIVE_INFINITY
  // Not at once: a terminal that has just begun has better things to do.
  let compared = world.now().getTime() - COMPARE_EVERY + COMPARE_AGAIN
  /** Where HIMS heard of another entry: as long as that is so, nothing later is vouched for. */
  let differing: { readonly seq: number; readonly hash: string } | null = null
  let delegationAsked = Number.NEGATIVE_INFINITY

  const keep = (work: () => ReadonlySet<TableName>): Kept => {
    const done = withReserve(store, () => database.transaction(work)())
    if (!done.ok) return 'disk-full'
    world.changed(done.value)
    return 'kept'
  }

  const cameIn = (person: Person | null, card: CardRecord | null): Kept =>
    keep(() => {
      if (person !== null) guests.welcome(person.id, new Date(world.now().getTime() + GUEST_STAY).toISOString())
      return apply([
        ...(person === null ? [] : [{ table: 'person', id: person.id, version: 0, row: person }]),
        ...(card === null ? [] : [{ table: 'card', id: card.cardId, version: 0, row: card }]),
      ])
    })

  return {
    identity: () => identityOf(store),
    publicKey: () => hexOf(ed25519PublicKey(device.read().seed)),
    usedCode: (code) => device.read().codeHash === hashOf(code),
    forgetIdentity: () =>
      database.transaction(() => {
        device.forget(world.random(32))
        outbox.renumber()
        lease.clear()
      })(),
    enrolled: (reply, code) =>
      keep(() => {
        device.setEnrolled(reply, hashOf(code))
        store.servers.forget(reply.incarnation)
        outbox.renumber()
        lease.clear()
        return nothing
      }),
    position() {
      const { epoch, nextN, sentN, cursor, incarnation } = device.read()
      return { epoch, nextN, sentN, cursor, incarnation, isFenced: store.pharmacy.isFenced() }
    },
    fenced: (epoch) => void withReserve(store, () => noteFence(store, epoch)),
    auditKnown(known) {
      const here = store.audit.hashAt(known.seq)
      differing = here === known.hash ? null : { seq: known.seq, hash: here ?? NO_ENTRY }
    },
    auditHead() {
      const { seq, hash } = differing ?? store.audit.head()
      return { seq, hash }
    },
    keyToDeposit: () => keyToDeposit(store, world.random),
    keyDeposited: (keyHash) => void withReserve(store, () => keyDeposited(store, keyHash)),
    ackedN: () => outbox.ackedN(),
    met: (server) =>
      keep(() => {
        store.servers.turnTo(server, world.now().toISOString())
        outbox.rewind(server.lastN + 1)
        if (server.people !== null) store.heads.expect(server.people)
        return nothing
      }),
    metAgain: (server) =>
      keep(() => {
        store.servers.note(server, world.now().toISOString())
        if (server.people !== null) store.heads.expect(server.people)
        return nothing
      }),
    outgoing: (limit) => outbox.waiting(limit).flatMap(toOutgoing),
    sending(n) {
      if (n <= device.read().sentN) return 'kept'
      return withReserve(store, () => device.setSentN(n)).ok ? 'kept' : 'disk-full'
    },
    settle: (results) =>
      keep(() => {
        for (const result of results) {
          if (result.kind === 'applied') outbox.acked(result.n, result.note ?? null)
          else outbox.refused(result.n, result.reason)
        }
        reached('mid-settle')
        const back = results.flatMap((result) => takeBack(store, result) ?? [])
        return new Set([...back, ...applyDeferred(store, apply)])
      }),
    rewind: (n) => database.transaction(() => outbox.rewind(n))(),
    leaseNeeded() {
      const open = lease.read()
      if (open !== null) return open
      const plan = leasePlan(store, world.days(), world.newId)
      if (plan === null) return null
      // Kept before it is asked: a lost answer is asked for again under the same id.
      return withReserve(store, () => lease.write(plan)).ok ? plan : null
    },
    leaseRefused: () => lease.clear(),
    leased: (request, reply) =>
      keep(() => {
        reply.tokens.forEach((block) => store.leased.addTokens(block))
        reply.cards.forEach((card) => store.leased.addCard(card))
        if (lease.read()?.id === request.id) lease.clear()
        return new Set<TableName>(['department'])
      }),
    apply: ({ changes, next, more, at }) =>
      keep(() => {
        const stamped = store.servers.stamper()
        const changed = new Set<TableName>()
        let taken = 0
        do {
          const some = changes.slice(taken, taken + (world.steps?.size() ?? changes.length))
          for (const table of apply(some.map((change) => ({ ...change, version: stamped(change.version) })))) {
            changed.add(table)
          }
          taken += some.length
        } while (taken < changes.length && world.steps?.enough() !== true)
        guests.settle(changes.slice(0, taken).flatMap(({ table, id }) => (table === 'person' ? [id] : [])))
        reached('mid-page')
        const whole = taken >= changes.length
        device.setCursor(whole ? next : (changes[taken - 1]?.cursor ?? next))
        if (whole && !more) device.setDataAsOf(at)
        return changed
      }),
    comparisonDue() {
      const now = world.now().getTime()
      if (!store.comparison.isWanted() && Math.abs(now - compared) < COMPARE_EVERY) return null
      // Unless it succeeds, which is noted below.
      compared = now - COMPARE_EVERY + COMPARE_AGAIN
      return store.comparison.leftOut()
    },
    sumOf: (span) => store.comparison.sumOf(span),
    hospital: () => device.read().facility?.code ?? null,
    mend: (changes, whole) =>
      keep(() => {
        store.servers.beginStint()
        const stamped = store.servers.stamper()
        const changed = apply(changes.map((change) => ({ ...change, version: stamped(change.version) })))
        guests.settle(changes.flatMap(({ table, id }) => (table === 'person' ? [id] : [])))
        const gone = whole === null ? nothing : store.comparison.keepOnly(whole, new Set(changes.map(({ id }) => id)))
        return new Set([...changed, ...gone])
      }),
    compared: (result, visitsAfter) =>
      keep(() => {
        store.comparison.done(result, visitsAfter)
        compared = world.now().getTime()
        return nothing
      }),
    bundleKey: () => store.servers.bundleKey(),
    provenBundleKey: (proof) => world.cards.provenBundleKey(proof),
    tidy() {
      const step = withReserve(store, () => database.transaction(() => store.index.tidy())())
      return step.ok && step.value
    },
    found: ({ person, card }) => cameIn(person, card),
    guest: (person) => cameIn(person, null),
    rightsToTell: () => rightsToTell(store, world.now()),
    rightsCame: ({ answer, counters }) =>
      keep(() => {
        const named = store.counters.keep(counters)
        const changed = apply(answer === null ? [] : rowsOfClaim(answer))
        return named ? new Set<TableName>([...changed, 'right']) : changed
      }),
    cardsChanged() {
      listsAsked = Number.NEGATIVE_INFINITY
    },
    cardListsWanted() {
      const now = world.now().getTime()
      if (Math.abs(now - listsAsked) < LISTS_EVERY) return null
      listsAsked = now
      return world.cards.held()
    },
    cardListsCame(reply) {
      let taken = noLists()
      const kept = keep(() => {
        taken = world.cards.take(reply, { at: world.now().toISOString(), today: world.days()[0] ?? '' })
        if (reply.trust !== null) store.leased.discardCards((blank) => isUnprovable(blank, world.cards))
        return nothing
      })
      if (kept === 'disk-full' || taken === 'ask-again') listsAsked = Number.NEGATIVE_INFINITY
      return kept === 'kept' && taken === 'ask-again' ? 'ask-again' : kept
    },
    keyToDelegate() {
      const now = world.now().getTime()
      if (Math.abs(now - delegationAsked) < LISTS_EVERY) return null
      delegationAsked = now
      const { random, cards } = world
      const today = world.days()[0] ?? ''
      const made = withReserve(store, () => keyToDelegate(store, { today, random, cards }))
      return made.ok ? made.value : null
    },
    delegated: (publicKey, reply) =>
      keep(() => {
        keyDelegated(store, publicKey, reply)
        listsAsked = Number.NEGATIVE_INFINITY
        return nothing
      }),
  }
}

const NO_ENTRY = '0'.repeat(64)

/** The lists are asked for in a round that comes so long after the last time, in milliseconds. */
const LISTS_EVERY = 30_000

/** Everything is compared with HIMS once an hour, in milliseconds. */
const COMPARE_EVERY = 3_600_000
const COMPARE_AGAIN = 60_000

const nothing: ReadonlySet<TableName> = new Set()
const noLists = (): TakenLists => 'taken'

/** What came with the answer to a claim; HIMS sends each again with its version. */
function rowsOfClaim(answer: ClaimAnswer) {
  const rights = answer.kind === 'none' ? [] : answer.rights
  const wishes = answer.kind === 'asked' ? [answer.wish] : []
  return [
    ...rights.map((row) => ({ table: 'right', id: row.id, version: 0, row })),
    ...wishes.map((row) => ({ table: 'right_wish', id: row.id, version: 0, row })),
  ]
}

const hashOf = (code: string): string => createHash('sha256').update(code.trim()).digest('hex')

function identityOf({ device }: Store): Identity | null {
  const { terminal, seed } = device.read()
  return terminal === null ? null : { keyId: terminal, sign: (message) => ed25519Sign(seed, message) }
}

const toOutgoing = ({ n, mid, at, body }: OutboxRow) =>
  n === null ? [] : [{ n, id: MutationId.parse(mid), at, body: JSON.parse(body) }]

function leaseMemory({ database }: Store) {
  const select = database.prepare<[], string>('SELECT body FROM lease_request').pluck()
  const insert = database.prepare('INSERT OR REPLACE INTO lease_request (only_row, body) VALUES (1, ?)')
  const remove = database.prepare('DELETE FROM lease_request')
  return {
    read(): LeaseRequest | null {
      const body = select.get()
      return body === undefined ? null : LeaseRequest.parse(JSON.parse(body))
    },
    write: (request: LeaseRequest) => void insert.run(JSON.stringify(request)),
    clear: () => void remove.run(),
  }
}
