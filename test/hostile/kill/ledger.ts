import type { Work } from './said.ts'

/** What was asked for and what was called saved, as the parent heard it. */
export interface Ledger {
  readonly people: Map<string, 'asked' | 'saved'>
  /** By the number: whose it is. */
  readonly phones: Map<string, { readonly person: string; readonly saved: boolean }>
  /** Visits that were called saved, and how many more may have been. */
  readonly visits: Set<string>
  readonly units: Map<string, { asked: number; saved: number }>
  tokensAsked: number
  saved: number
}

export const ledger = (): Ledger => ({
  people: new Map(),
  phones: new Map(),
  visits: new Set(),
  units: new Map(),
  tokensAsked: 0,
  saved: 0,
})

const unitsOf = ({ units }: Ledger, prescription: string): { asked: number; saved: number } => {
  const known = units.get(prescription) ?? { asked: 0, saved: 0 }
  units.set(prescription, known)
  return known
}

export function asked(book: Ledger, work: Work): void {
  if (work.kind === 'person') book.people.set(work.name, book.people.get(work.name) ?? 'asked')
  if (work.kind === 'phone') book.phones.set(work.phone, { person: work.person, saved: false })
  if (work.kind === 'token') book.tokensAsked++
  if (work.kind === 'dispense') unitsOf(book, work.prescription).asked += work.quantity
}

export function saved(book: Ledger, work: Work, id: string): void {
  book.saved++
  if (work.kind === 'person') book.people.set(work.name, 'saved')
  if (work.kind === 'phone') book.phones.set(work.phone, { person: work.person, saved: true })
  if (work.kind === 'token') book.visits.add(id)
  if (work.kind === 'dispense') unitsOf(book, work.prescription).saved += work.quantity
}
