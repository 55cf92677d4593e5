import type { PrintJob, ScanAnswer } from '../../contract/shell.ts'
import type { JobId, PersonId, PrescriptionId } from '../../domain/id.ts'
import type { PersonName } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import { followed } from '../ui/job/job-trail.ts'
import type { JobTrail } from '../ui/job/job-trail.ts'
import type { Wanted } from './pick/plan.ts'

export type Place = 'dispense' | 'stock' | 'waiting' | 'scanners' | 'help'

/** What was handed over, and the papers that go with it. */
export interface Given {
  readonly name: PersonName
  readonly count: number
  readonly papers: readonly JobId[]
  readonly owed: boolean
}

/** The person whose medicines are being picked, and how far that is; it outlives a locked page. */
export interface Pick {
  readonly person: PersonId
  readonly prescription: PrescriptionId | null
  /** The line that keys act on; null until one was chosen, which means the first that can be given. */
  readonly selected: number | null
  readonly wanted: Wanted
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
  | { readonly kind: 'scanned'; readonly answer: ScanAnswer }
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
  editing: false,
})

/** Whose list a scan opens: a revoked or altered card opens nobody's. */
export function opens({ card, person, source }: ScanAnswer): PersonId | null {
  if (person === null) return null
  return source === 'slip' || card.kind === 'valid' || card.kind === 'expired' ? person.id : null
}

function afterScan(state: PharmacyState, answer: ScanAnswer): PharmacyState {
  const person = opens(answer)
  const next = { ...state, place: 'dispense' as const, scanned: answer, camera: false }
  if (person === null) return next
  const pick = state.pick?.person === person ? state.pick : pickFor(person)
  return { ...next, pick, query: '', given: null }
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
      return { ...state, pick: pickFor(action.person), scanned: null, given: null, query: '' }
    case 'scanned':
      return afterScan(state, action.answer)
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
    case 'given':
      return { ...state, given: action.given, pick: null, scanned: null }
    case 'printing':
      return { ...state, trails: followed(state.trails, action.job) }
    default:
      return unreachable(action)
  }
}
