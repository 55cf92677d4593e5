import { createHash } from 'node:crypto'

import { cardsOf } from '../../domain/fhir/card-identifier.ts'
import { facilityOf } from '../../domain/fhir/place-input.ts'
import { system } from '../../domain/fhir/vocabulary.ts'
import { TerminalId } from '../../domain/id.ts'
import { SCHEMA } from '../../domain/wire/sync.ts'
import type { LookupReply, TerminalRole } from '../../domain/wire/sync.ts'
import type { RightReply } from '../../domain/wire/right.ts'
import { MOST_FOUND } from '../../domain/wire/find.ts'
import type { Peer } from '../client.ts'
import type { Found } from '../find.ts'
import { offline, online, refusedFor } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { SyncStore } from '../sync-store.ts'
import type { CallWorld } from '../call.ts'
import type { Transport } from '../transport.ts'
import { capabilityOf } from './capability.ts'
import { credentialOf } from './credential.ts'
import { exchange } from './exchange.ts'
import { patientsBy } from './find.ts'
import type { GiveWorld } from './give/plan.ts'
import { localCode } from './local-id.ts'
import type { FhirMemory } from './memory.ts'
import { outcomeOfFault } from './outcome.ts'
import { pullFromFhir } from './pull.ts'
import type { PullWorld } from './pull.ts'
import { pushToFhir } from './push.ts'
import { reader } from './reader.ts'
import { claimRights } from './right.ts'
import type { FhirSetting } from './setting.ts'
import { sweep } from './sweep.ts'
import { arrive } from './take/arrive.ts'
import { personIn } from './take/patient.ts'

export interface FhirPeerWorld extends Pick<CallWorld, 'now' | 'after' | 'signal'> {
  readonly store: SyncStore
  readonly memory: FhirMemory
  readonly setting: FhirSetting
  readonly role: TerminalRole
  /** The server's base without a slash at its end: `https://server/fhir`. */
  readonly base: string
  readonly transport: (address: string) => Transport
  readonly newId: () => string
  /** The day at the hospital, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Why resources were passed over, each time. */
  readonly passedOver: (reasons: readonly string[]) => void
}

/** Numbers of one terminal, department and day: its own counter number keeps them apart from all others. */
const NUMBERS = 9999

/** A FHIR R4 server in the place of HIMS. */
export function fhirPeer(world: FhirPeerWorld): Peer {
  const { store, memory, setting, base, now, signal, after } = world
  const credential = credentialOf(setting.access, { transport: world.transport, now, signal })
  const ask = exchange({ transport: world.transport(base), credential, after, signal })
  const read = reader(ask)
  const incarnation = `fhir ${createHash('sha256').update(base).digest('hex').slice(0, 40)}`
  const seen = new Map<string, string>()
  const contended = new Map<string, number>()
  let types: ReadonlySet<string> = new Set()

  const common = () => ({ incarnation, schema: SCHEMA, serverTime: now().toISOString() })
  const giver = (): GiveWorld => ({
    read,
    memory,
    terminal: store.identity()?.keyId ?? '',
    label: setting.label,
    facility: setting.facility,
    today: world.today(),
    now,
  })
  const taker = (): PullWorld => ({ ...giver(), base, types, seen, passedOver: world.passedOver })

  /** What the server can do, who the hospital is, and who this terminal is to be. */
  const greet = async (): Promise<Outcome> => {
    const statement = await ask({ method: 'GET', path: '/metadata' })
    if (!statement.ok) return outcomeOfFault(statement.problem)
    const capability = capabilityOf(statement.value.body)
    if (capability === null) return { kind: 'refused', cause: 'unfit', lacks: ['CapabilityStatement'] }
    if (capability.lacks.length > 0) return { kind: 'refused', cause: 'unfit', lacks: capability.lacks }
    types = capability.types
    const organization = await read.get('Organization', setting.facility)
    if (!organization.ok) return outcomeOfFault(organization.problem)
    const facility = facilityOf(organization.value?.resource, localCode('Organization', setting.facility))
    if (facility === null) {
      return { kind: 'refused', cause: 'unfit', lacks: [`Organization/${setting.facility}`] }
    }
    if (store.identity() === null) {
      const terminal = TerminalId.parse(world.newId())
      const enrolled = { ...common(), terminal, epoch: 1, role: world.role, label: setting.label, facility }
      if (store.enrolled(enrolled, incarnation) === 'disk-full') return offline('busy')
    }
    const met = { incarnation, address: base, bundleKey: null, people: null, kind: 'fhir' } as const
    const kept =
      store.position().incarnation === incarnation
        ? store.metAgain({ ...met, lastN: store.ackedN() })
        : store.met({ ...met, lastN: 0 })
    return kept === 'kept' ? bringStaff() : offline('busy')
  }
  const bringStaff = (): Outcome => {
    const { cursor } = store.position()
    const changes = setting.operators.map((row) => ({ table: 'operator', id: row.id, version: 1, cursor, row }))
    const page = { changes, next: cursor, more: true, at: now().toISOString() }
    return store.apply(page) === 'kept' ? online : offline('busy')
  }
  /** Queue numbers need nobody's leave; cards only HIMS can sign. */
  const numbers = (): Outcome => {
    const request = store.leaseNeeded()
    if (request === null) return online
    if (request.tokens.length === 0) {
      store.leaseRefused()
      return online
    }
    const blocks = request.tokens.map(({ department, day }) => ({
      department,
      day,
      prefix: `${memory.prefixOf(department)}${setting.counter}`,
      low: 1,
      high: NUMBERS,
    }))
    return store.leased(request, { ...common(), cards: [], tokens: blocks }) === 'kept' ? online : offline('busy')
  }

  return {
    async round(greeted) {
      if (store.position().isFenced === true) return refusedFor('fenced')
      const steps = [
        ...(greeted && types.size > 0 ? [] : [greet]),
        () => pushToFhir(ask, store, { ...giver(), contended }),
        () => pullFromFhir(ask, store, taker()),
        async () => (memory.isSweepDue() ? sweep(ask, store, { ...taker(), read }) : online),
        async () => numbers(),
      ]
      for (const step of steps) {
        const outcome = await step()
        if (outcome.kind !== 'online' || signal.aborted) return outcome
      }
      return online
    },
    async found(card): Promise<LookupReply | null> {
      const patients = await read.search('Patient', { identifier: `${system.card}|${card}` })
      if (!patients.ok) return null
      const [patient] = patients.value
      const person = patient === undefined ? null : personIn(patient, world.today())
      if (patient === undefined || person?.ok !== true) return { ...common(), person: null, card: null }
      if (arrive('Patient', [patient], taker()) === 'disk-full') return null
      const own = cardsOf(patient.resource, person.value.id).find(({ cardId }) => cardId === card) ?? null
      return { ...common(), person: person.value, card: own }
    },
    async find(by): Promise<Found> {
      // FHIR's search knows letters, and neither sounds nor scripts.
      if (by.kind === 'name') return { kind: 'unable' }
      const patients = await patientsBy(by, giver())
      if (!patients.ok) return { kind: 'away' }
      // Whoever is about to be kept here has to be known by the server's name too.
      if (by.kind === 'person' && arrive('Patient', patients.value, taker()) === 'disk-full') return { kind: 'away' }
      const people = patients.value.flatMap((patient) => {
        const person = personIn(patient, world.today())
        return person.ok ? [person.value] : []
      })
      const told = people.slice(0, MOST_FOUND)
      return {
        kind: 'found',
        people: told,
        more: people.length > MOST_FOUND,
        held: [],
        fromHub: false,
        preparing: false,
      }
    },
    async right(request): Promise<RightReply | null> {
      if (request.kind !== 'claim') return { ...common(), answer: null, counters: [] }
      const { epoch } = store.position()
      const claimed = await claimRights(request, { ...giver(), ask, epoch, newId: world.newId })
      return claimed.ok ? { ...common(), answer: claimed.value.answer, counters: [...claimed.value.counters] } : null
    },
  }
}
