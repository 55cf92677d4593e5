import { createHash, randomBytes } from 'node:crypto'

import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import type { CardBlank } from '../../domain/card/card-record.ts'
import type { TrustedKey } from '../../domain/card/trust-list.ts'
import { CardId, MutationId, TerminalId, uuidV7 } from '../../domain/id.ts'
import {
  EnrolRequest,
  HelloRequest,
  LeaseRequest,
  Mutation,
  PullRequest,
  PushRequest,
  SCHEMA,
} from '../../domain/wire/sync.ts'
import type { ChangeRow, MutationBody, MutationResult, SyncProblem, TerminalRole } from '../../domain/wire/sync.ts'
import { CardListsRequest, DelegateRequest } from '../../domain/wire/card-lists.ts'
import { readSignatureInput, signatureBase } from '../../domain/wire/signature.ts'
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from '../../main/crypto/ed25519.ts'
import { bodyText } from '../../sync/transport.ts'
import type { Transport, WireAnswer, WireRequest } from '../../sync/transport.ts'
import { cardListsStub } from './card-lists-stub.ts'
import { dayOfTests } from './day-of-tests.ts'

const issuerSeed = bytesOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
const KID = 'd15a'

const issuer: TrustedKey = {
  kid: KID,
  publicKey: hexOf(ed25519PublicKey(issuerSeed)),
  notBefore: '2026-01-01',
  notAfter: '2027-12-31',
  facilities: null,
  kind: 'hims',
  withdrawn: null,
}

interface Enrolled {
  readonly id: TerminalId
  readonly publicKey: string
  epoch: number
  lastN: number
  readonly results: Map<number, MutationResult>
}

interface Row {
  cursor: number
  readonly table: string
  readonly id: string
  version: number
  row: unknown
}

/** What a test may do to an exchange: let it through, answer something else, or change the answer on its way. */
export type Fault = (request: WireRequest, through: () => Promise<WireAnswer>) => Promise<WireAnswer>

interface StubState {
  incarnation: string
  cursor: number
  status: number
  fault: Fault | null
  /** A reason to refuse a mutation, or nothing. */
  refuse: (body: MutationBody) => string
}

/** A small HIMS in memory, behind the terminal's transport port; only as clever as the client's tests need. */
export function himsStub(role: TerminalRole = 'desk') {
  const rows = new Map<string, Row>()
  const terminals = new Map<string, Enrolled>()
  const mutations: MutationBody[] = []
  const seenMutations = new Set<string>()
  const leases = new Map<string, unknown>()
  const nextToken = new Map<string, number>()
  const codes = new Map<string, string | null>([['CODE-1234', null]])
  const requests: string[] = []
  const pokes = new Set<() => void>()
  const lists = cardListsStub(dayOfTests, issuer)
  const state: StubState = { incarnation: 'first', cursor: 0, status: 1, fault: null, refuse: () => '' }

  const put = (table: string, id: string, row: unknown) => {
    const before = rows.get(`${table}/${id}`)
    rows.set(`${table}/${id}`, { cursor: ++state.cursor, table, id, version: (before?.version ?? 0) + 1, row })
    for (const poke of pokes) poke()
  }
  const putRow = (change: ChangeRow) => {
    const row: object = change.row
    const id =
      'id' in row ? row.id : 'code' in row ? row.code : 'cardId' in row ? row.cardId : 'kid' in row ? row.kid : ''
    put(change.table, String(id), row)
  }
  const common = () => ({ incarnation: state.incarnation, schema: SCHEMA, serverTime: new Date().toISOString() })
  const answer = (value: object, status = 200): WireAnswer => ({
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', date: new Date().toUTCString() },
    body: JSON.stringify(status === 200 ? { ...common(), ...value } : value),
  })
  const problem = (name: SyncProblem['problem'], status: number, rest: object = {}) =>
    answer({ problem: name, ...rest }, status)

  const terminalOf = ({ method, path, query, headers, body }: WireRequest): Enrolled | null => {
    const input = readSignatureInput(headers['signature-input'] ?? '')
    const terminal = input === null ? undefined : terminals.get(input.keyId)
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
    if (input === null || terminal === undefined || headers['content-digest'] !== digest) return null
    const base = signatureBase({ method, path, query, contentDigest: digest, ...input })
    const signature = Buffer.from((headers['signature'] ?? '').slice('terminal=:'.length, -1), 'base64')
    return ed25519Verify(bytesOf(terminal.publicKey), new TextEncoder().encode(base), signature) ? terminal : null
  }

  const enrol = (body: unknown): WireAnswer => {
    const { code, publicKey } = EnrolRequest.parse(body)
    const owner = codes.get(code)
    if (owner === undefined || (owner !== null && owner !== publicKey)) return problem('unknown-code', 403)
    codes.set(code, publicKey)
    const known = [...terminals.values()].find((other) => other.publicKey === publicKey)
    const id = known?.id ?? TerminalId.parse(uuidV7(Date.now(), randomBytes(10)))
    if (known === undefined) terminals.set(id, { id, publicKey, epoch: 1, lastN: 0, results: new Map() })
    return answer({ terminal: id, epoch: 1, role, label: 'Counter 7', facility })
  }

  const push = (terminal: Enrolled, body: unknown): WireAnswer => {
    const request = PushRequest.parse(body)
    if (request.epoch !== terminal.epoch) return problem('fenced', 409)
    const results: MutationResult[] = []
    for (const entry of request.mutations) {
      if (entry.n > terminal.lastN + 1) return problem('gap', 409, { expected: terminal.lastN + 1 })
      const stored = terminal.results.get(entry.n)
      const result = stored ?? take(entry)
      if (stored === undefined) terminal.results.set(entry.n, result)
      terminal.lastN = Math.max(terminal.lastN, entry.n)
      results.push(result)
    }
    return answer({ lastN: terminal.lastN, results })
  }
  const take = (entry: { readonly n: number; readonly id: string }): MutationResult => {
    const { n, body } = Mutation.parse(entry)
    const reason = state.refuse(body)
    if (reason !== '') return { n, kind: 'refused', reason }
    if (!seenMutations.has(entry.id)) {
      seenMutations.add(entry.id)
      mutations.push(body)
      applyBody(body)
    }
    return { n, kind: 'applied' }
  }
  const applyBody = (body: MutationBody): void => {
    switch (body.kind) {
      case 'person.registered':
        return putRow({ table: 'person', row: body.person })
      case 'card.issued':
        return putRow({ table: 'card', row: body.card })
      case 'visit.opened':
        return putRow({ table: 'visit', row: body.visit })
      case 'dispense.recorded':
        return applyDispense(body)
      case 'card.changed': {
        const card = rows.get(`card/${body.cardId}`)?.row
        if (typeof card !== 'object' || card === null || !('statusIndex' in card)) return
        put('card', body.cardId, { ...card, status: body.to })
        return lists.setStatus(Number(card.statusIndex), body.to)
      }
      case 'card.seen':
      case 'help.called':
      case 'person.changed':
      case 'person.linked':
      case 'person.unlinked':
      case 'review.decided':
      case 'right.returned':
      case 'supply.emergency':
      case 'hub.recorded':
      case 'cold.read':
      case 'directory.changed':
      case 'lot.marked':
      case 'stock.recorded':
      case 'facts.noted':
      case 'coverage.confirmed':
      case 'badge.changed':
      case 'family.linked':
      case 'family.ended':
        return
      case 'visit.repointed': {
        const visit = rows.get(`visit/${body.visitId}`)?.row
        return put('visit', body.visitId, { ...Object(visit), personId: body.to })
      }
      case 'day.signed':
        return putRow({ table: 'day_statement', row: body.statement })
      case 'order.noted':
        return putRow({ table: 'order_event', row: body.event })
      case 'prescription.written':
        return putRow({ table: 'prescription', row: body.prescription })
      case 'visit.noted':
        return putRow({ table: 'visit_event', row: body.event })
    }
  }
  const applyDispense = ({ dispense }: Extract<MutationBody, { kind: 'dispense.recorded' }>): void => {
    const right = rows.get(`right/${dispense.rightId}`)?.row
    putRow({ table: 'dispense', row: dispense })
    const { id, lotId, quantity, at } = dispense
    putRow({ table: 'stock_event', row: { id, lotId, delta: -quantity, reason: 'dispensed', at } })
    if (typeof right !== 'object' || right === null || !('left' in right)) return
    put('right', dispense.rightId, { ...right, left: Number(right.left) - quantity })
  }

  const pull = (body: unknown): WireAnswer => {
    const { cursor, limit } = PullRequest.parse(body)
    const found = [...rows.values()]
      .filter((row) => row.cursor > cursor)
      .toSorted((one, other) => one.cursor - other.cursor)
    const changes = found.slice(0, limit)
    const more = found.length > limit
    const digest = createHash('sha256').update(JSON.stringify(changes)).digest('hex')
    return answer({
      changes,
      next: more ? (changes.at(-1)?.cursor ?? cursor) : Math.max(state.cursor, cursor),
      more,
      digest,
    })
  }

  const lease = (body: unknown): WireAnswer => {
    const request = LeaseRequest.parse(body)
    const before = leases.get(request.id)
    const tokens = request.tokens.map(({ department, day, count }) => {
      const low = nextToken.get(`${department}/${day}`) ?? 101
      nextToken.set(`${department}/${day}`, low + count)
      return { department, day, prefix: 'M', low, high: low + count - 1 }
    })
    const cards =
      before !== undefined
        ? []
        : [
            ...Array.from({ length: request.cards }, () => blank('temporary')),
            ...Array.from({ length: request.permanent }, () => blank('permanent')),
          ]
    const reply = before ?? { tokens, cards }
    leases.set(request.id, reply)
    return answer(Object(reply))
  }
  const blank = (term: CardBlank['term'] = 'temporary') => {
    const cardId = CardId.parse(hexOf(Uint8Array.from(randomBytes(8))))
    const facts = { cardId, statusIndex: state.status++, issued: '2026-11-01', expires: '2031-10-31' }
    return { ...facts, text: encodeCard({ ...facts, kid: KID }, (message) => ed25519Sign(issuerSeed, message)), term }
  }

  const delegate = (publicKey: string): WireAnswer => {
    const kid = publicKey.slice(0, 4)
    const key = { kid, publicKey, notBefore: '2026-11-01', notAfter: '2027-12-01' }
    if (!lists.keys.some((known) => known.kid === kid)) {
      lists.setKey({ ...key, facilities: ['0710000123'], kind: 'delegated', withdrawn: null })
    }
    return answer({ kid, notBefore: key.notBefore, notAfter: key.notAfter })
  }

  const poke = (query: string, signal: AbortSignal): Promise<WireAnswer> =>
    new Promise((resolve) => {
      const cursor = Number(query.slice('?cursor='.length))
      const done = () => {
        pokes.delete(done)
        clearTimeout(timer)
        resolve(signal.aborted ? { kind: 'lost' } : answer({ cursor: state.cursor }))
      }
      const timer = setTimeout(done, 25_000)
      if (state.cursor > cursor) return done()
      signal.addEventListener('abort', done, { once: true })
      pokes.add(done)
    })

  const exchange = async (request: WireRequest, signal: AbortSignal): Promise<WireAnswer> => {
    const body: unknown = request.body === '' ? null : JSON.parse(bodyText(request.body))
    if (request.path === '/sync/v1/enrol') return enrol(body)
    const terminal = terminalOf(request)
    if (terminal === null) return problem('bad-signature', 401)
    switch (request.path) {
      case '/sync/v1/hello': {
        HelloRequest.parse(body)
        return answer({ epoch: terminal.epoch, lastN: terminal.lastN })
      }
      case '/sync/v1/push':
        return push(terminal, body)
      case '/sync/v1/pull':
        return pull(body)
      case '/sync/v1/lease':
        return lease(body)
      case '/sync/v1/card-lists':
        return answer(lists.lists(CardListsRequest.parse(body)))
      case '/sync/v1/delegate':
        return delegate(DelegateRequest.parse(body).publicKey)
      case '/sync/v1/poke':
        return poke(request.query, signal)
      default: {
        const card = rows.get(`card/${request.path.split('/').at(-1)}`)?.row ?? null
        const owner = typeof card === 'object' && card !== null && 'personId' in card ? String(card.personId) : ''
        return answer({ card, person: rows.get(`person/${owner}`)?.row ?? null })
      }
    }
  }

  const transport: Transport = async (request, signal) => {
    requests.push(`${request.method} ${request.path}`)
    const through = () => exchange(request, signal)
    return state.fault === null ? through() : state.fault(request, through)
  }

  putRow({ table: 'facility', row: facility })
  putRow({ table: 'department', row: medicineDepartment })

  return {
    transport,
    state,
    putRow,
    put,
    mutations,
    rows,
    terminals,
    codes,
    requests,
    code: 'CODE-1234',
    blank,
    leases,
    lists,
  }
}

export type HimsStub = ReturnType<typeof himsStub>

const four = (text: string) => ({ en: text, hi: text, pa: text, ur: text })

export const facility = { code: 'lnh', name: four('Lok Nayak Hospital'), hfr: 'IN0710000123' }

export const medicineDepartment = {
  code: 'medicine',
  name: four('Medicine'),
  prefix: 'M',
  room: '12',
  floor: 0,
  line: 'blue',
  sign: 'medicine',
} as const

export const newMutationId = () => MutationId.parse(uuidV7(Date.now(), randomBytes(10)))
