import type { PickLine, PickList, RightPlace, SupplyNote } from '../../contract/pharmacy.ts'
import type { PersonId } from '../../domain/id.ts'
import { latinDigits } from '../../domain/latin-digits.ts'
import { ranking } from '../../domain/search/person-rank.ts'
import type { Ranked } from '../../domain/search/person-rank.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Allergy } from '../../domain/person/allergy.ts'
import type { Person } from '../../domain/person/person.ts'
import type { EmergencySupply } from '../../domain/pharmacy/emergency-supply.ts'
import type { Prescription, PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import type { OrderState } from '../../domain/pharmacy/order-state.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { lastFills, runningOf, touching, warningsFor } from './beside.ts'
import type { Running } from './beside.ts'
import { elsewhere } from './elsewhere.ts'
import { note } from './bench.ts'
import type { Bench } from './bench.ts'
import { lineQuestion } from './order-ask.ts'
import { searchPeople } from './person-search.ts'
import { personHere } from './person-view.ts'
import { leftHere, rightsHere } from './right-here.ts'
import { shelf } from './shelf.ts'
import { mostInEmergency } from './supply-rule.ts'

const MOST_PRESCRIPTIONS = 20
const MOST_PEOPLE = 50
/** Of those who wait, the newest are looked through by name. */
const MOST_LOOKED_AT = 1000
const MOST_SUPPLIES = 20

export type PlaceOf = (prescription: Prescription) => RightPlace

/** What is to be given to a person: the lines of their prescriptions, with what stands on this shelf. */
export function openPickList(bench: Bench, id: PersonId, placeOf: PlaceOf): PickList | null {
  const { store } = bench
  const person = personHere(store, id)
  if (person === null) return null
  note(bench, 'pick.opened', id)
  const allergies = [...store.pharmacy.allergies(id)]
  const running = runningOf(bench, id)
  const prescriptions = store.pharmacy.prescriptions(id, MOST_PRESCRIPTIONS).map((prescription) => {
    const state = store.orders.state(prescription.id)
    const known = { allergies, running, state }
    const lines = prescription.items.flatMap((item) => lineOf(bench, prescription, item, known) ?? [])
    return { prescription, lines, place: placeOf(prescription) }
  })
  const supplies = store.pharmacy.supplies(id, MOST_SUPPLIES).map((supply) => supplyNote(bench, supply))
  const age = ageOn(person.birth, bench.today())
  return {
    person,
    age,
    allergies,
    prescriptions,
    supplies,
    fills: lastFills(running),
    asOf: store.device.read().dataAsOf,
  }
}

interface Known {
  readonly allergies: readonly Allergy[]
  readonly running: readonly Running[]
  readonly state: OrderState
}

/** A medicine that has not arrived here cannot be picked; its line comes with it. */
function lineOf(bench: Bench, prescription: Prescription, item: PrescriptionItem, known: Known): PickLine | null {
  const medicine = bench.store.shared.medicine.get(item.medicine)
  if (medicine === null) return null
  const lots = shelf(bench, medicine.code)
  const here = lots.reduce((sum, lot) => sum + (lot.expired || lot.mark !== undefined ? 0 : Math.max(0, lot.here)), 0)
  const given = bench.store.pharmacy.given(item.id)
  const question = lineQuestion(bench, known.state, item)
  const closed = known.state.closed.get(item.id)
  const isShort = given + here < item.quantity
  return {
    item,
    medicine,
    given,
    mayGive: mayDispense(prescription) ? leftHere(bench, item) : 0,
    rightHere: rightsHere(bench, item).length > 0,
    lots,
    ...(isShort ? { elsewhere: elsewhere(bench, medicine.code) } : {}),
    allergies: touching(known.allergies, medicine),
    warnings: warningsFor(bench, prescription, item, known),
    emergency: mostInEmergency(bench, prescription, item),
    ...(question === null ? {} : { question }),
    ...(closed === undefined ? {} : { closed }),
  }
}

export const supplyNote = ({ store }: Bench, supply: EmergencySupply): SupplyNote => ({
  supply,
  medicine: store.shared.medicine.get(supply.medicine),
  person: store.shared.person.get(supply.personId),
  operator: store.shared.operator.get(supply.operator)?.name ?? supply.operator,
  witness: store.shared.operator.get(supply.witness)?.name ?? supply.witness,
})

/** People with something to collect here: by token, phone, name or card code; all of them when nothing is typed. */
export function findWaiting(bench: Bench, text: string): { person: Person; age: number; open: number }[] {
  const { store } = bench
  const { terminal, epoch } = store.device.read()
  if (terminal === null) return []
  const waiting = (most: number) => store.pharmacy.waitingPeople(terminal, epoch, most)
  const people = text.trim() === '' ? waiting(MOST_PEOPLE) : named(bench, text, waiting)
  return people
    .map((person) => ({
      person,
      age: ageOn(person.birth, bench.today()),
      open: store.pharmacy.openFor(person.id, terminal, epoch),
    }))
    .filter(({ open }) => open > 0)
    .slice(0, MOST_PEOPLE)
}

/** Whether a name or a number speaks for somebody, and none against them; an age and a place only say who comes first. */
function fits({ reasons }: Ranked): boolean {
  const told = reasons.filter(({ field }) => field === 'name' || field === 'phone' || field === 'abha')
  return told.length > 0 && told.every(({ match }) => match !== 'different')
}

/** `M 148` is a token of today; `148` is that of any department. */
const tokenShape = /^\s*(?:([A-Za-z]{1,2})[\s-]?)?(\d{1,5})\s*$/

function withToken({ store, today }: Bench, text: string): readonly Person[] {
  const [, prefix, number] = tokenShape.exec(latinDigits(text)) ?? []
  if (number === undefined) return []
  return prefix === undefined
    ? store.people.byTokenNumber(today(), Number(number))
    : store.people.byToken(today(), prefix.toUpperCase(), Number(number))
}

/** Of those who wait everybody whom the text fits, for a name may be that of thousands; then whoever is found otherwise. */
function named(bench: Bench, text: string, waiting: (most: number) => readonly Person[]): readonly Person[] {
  const byToken = withToken(bench, text)
  // A number alone may be the end of a phone as well.
  if (byToken.length > 0 && /[a-z]/i.test(text)) return byToken
  const { understood, hits } = searchPeople(bench, text)
  const fitting = (understood.shortCode === null ? waiting(MOST_LOOKED_AT) : [])
    .map(ranking(understood, bench.today()))
    .filter(fits)
    .toSorted((one, other) => other.score - one.score)
    .map(({ person }) => person)
  const people = [...byToken, ...fitting, ...hits.map(({ person }) => person)]
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
