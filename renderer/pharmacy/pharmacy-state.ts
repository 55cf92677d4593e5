import type { PrintJob, ScanAnswer } from '../../contract/shell.ts'
import type { JobId, PersonId, PrescriptionId } from '../../domain/id.ts'
import type { PersonName } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import { followed } from '../ui/job/job-trail.ts'
import type { JobTrail } from '../ui/job/job-trail.ts'
import type { PackSeen } from '../../domain/pharmacy/pack.ts'
import type { Chosen, Wanted } from './pick/plan.ts'

export type Place = 'dispense' | 'board' | 'stock' | 'waiting' | 'scanners' | 'help'

/** What was handed over, and the papers that go with it. */
export interface Given {
  readonly name: PersonName
  readonly count: number
  readonly papers: readonly JobId[]
  readonly owed: boolean
}

export interface ScannedPack {
  readonly seen: PackSeen
  readonly at: string
}

/** More packs than go into any bag. */
const MOST_PACKS = 200

/** The person whose medicines are being picked, and how far that is; it outlives a locked page. */
export interface Pick {
  readonly person: PersonId
  readonly prescription: PrescriptionId | null
  /** The line that keys act on; null until one was chosen, which means the first that can be given. */
  readonly selected: number | null
  readonly wanted: Wanted
  /** Lots that are taken although another goes first. */
  readonly lots: Chosen
  /** The packs that were scanned for it, the latest last. */
  readonly packs: readonly ScannedPack[]
  /** Whether the amount of the selected line is being typed. */
  readonly editing: boolean
}

export interface PharmacyState {
  readonly place: Place
  readonly query: string
  readonly pick: Pick | null
  readonly scanned: ScanAnswer | null
  readonly camera: boolean
  readonly given: Given | null
  readonly trails: Readonly<Record<JobId, JobTrail>>
}

export const freshPharmacy: PharmacyState = {
  place: 'dispense',
  query: '',
  pick: null,
  scanned: null,
  camera: false,
  given: null,
  trails: {},
}

export type PharmacyAction =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'next-person' }
  | { readonly kind: 'typed'; readonly query: string }
  | { readonly kind: 'opened'; readonly person: PersonId }
  | { readonly kind: 'scanned'; readonly answer: ScanAnswer; readonly at?: string }
  | { readonly kind: 'lot'; readonly item: string; readonly lot: string }
  | { readonly kind: 'camera'; readonly on: boolean }
  | { readonly kind: 'prescription'; readonly id: PrescriptionId }
  | { readonly kind: 'selected'; readonly at: number }
  | { readonly kind: 'editing'; readonly on: boolean }
  | { readonly kind: 'wanted'; readonly item: string; readonly quantity: number }
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'printing'; readonly job: PrintJob }

const pickFor = (person: PersonId): Pick => ({
  person,
  prescription: null,
  selected: null,
  wanted: {},
  lots: {},
  packs: [],
  editing: false,
})

/** Whose list a scan opens: a revoked or altered card opens nobody's. */
export function opens({ card, person, source }: ScanAnswer): PersonId | null {
  if (person === null) return null
  return source === 'slip' || source === 'band' || card.kind === 'valid' || card.kind === 'expired' ? person.id : null
}

function afterScan(state: PharmacyState, answer: ScanAnswer, at: string): PharmacyState {
  const { pick } = state
  // A pack on the stock page is about stock.
  if (answer.pack !== undefined && state.place === 'stock') return { ...state, scanned: answer }
  if (answer.pack !== undefined && pick !== null && state.given === null) {
    const packs = [...pick.packs, { seen: answer.pack, at }].slice(-MOST_PACKS)
    return { ...state, place: 'dispense', scanned: null, camera: false, pick: { ...pick, packs } }
  }
  const person = opens(answer)
  const next = { ...state, place: 'dispense' as const, scanned: answer, camera: false }
  if (person === null) return next
  const own = pick?.person === person ? pick : pickFor(person)
  return { ...next, pick: own, query: '', given: null }
}

const inPick = (state: PharmacyState, change: (pick: Pick) => Pick): PharmacyState =>
  state.pick === null ? state : { ...state, pick: change(state.pick) }

export function pharmacyDoes(state: PharmacyState, action: PharmacyAction): PharmacyState {
  switch (action.kind) {
    case 'go':
      return { ...state, place: action.place, camera: false }
    case 'next-person':
      return { ...freshPharmacy, trails: state.trails }
    case 'typed':
      return { ...state, query: action.query, scanned: null }
    case 'opened':
      return { ...state, place: 'dispense', pick: pickFor(action.person), scanned: null, given: null, query: '' }
    case 'scanned':
      return afterScan(state, action.answer, action.at ?? '')
    case 'camera':
      return { ...state, place: 'dispense', camera: action.on }
    case 'prescription':
      return inPick(state, ({ person }) => ({ ...pickFor(person), prescription: action.id }))
    case 'selected':
      return inPick(state, (pick) => ({ ...pick, selected: action.at, editing: false }))
    case 'editing':
      return inPick(state, (pick) => ({ ...pick, editing: action.on }))
    case 'wanted':
      return inPick(state, (pick) => ({
        ...pick,
        wanted: { ...pick.wanted, [action.item]: action.quantity },
        editing: false,
      }))
    case 'lot':
      return inPick(state, (pick) => ({ ...pick, lots: { ...pick.lots, [action.item]: action.lot } }))
    case 'given':
      return { ...state, given: action.given, pick: null, scanned: null }
    case 'printing':
      return { ...state, trails: followed(state.trails, action.job) }
    default:
      return unreachable(action)
  }
}
