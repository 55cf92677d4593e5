import type { z } from 'zod'

import type { doctor, WriteStop, WrittenItem } from '../../contract/doctor.ts'
import { isGivenAt } from '../../domain/hospital/directory.ts'
import { MutationId, PrescriptionId, PrescriptionItemId, TerminalId } from '../../domain/id.ts'
import type { PersonId } from '../../domain/id.ts'
import { findMedicine } from '../../domain/pharmacy/find-medicine.ts'
import { isSameToTake } from '../../domain/pharmacy/ingredient.ts'
import type { Medicine } from '../../domain/pharmacy/medicine.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import { wordsOf } from '../store/person-index.ts'
import type { Bench } from './bench.ts'
import { runningOf } from './doctor-room.ts'
import { seatOf } from './doctor-seat.ts'
import { personHere } from './person-view.ts'
import { nameOf } from './visit-desk.ts'
import { speakerOf, writeEvent } from './visit-note.ts'

type Asked = z.output<(typeof doctor.channels)['write.give']['input']>
type Given = z.output<(typeof doctor.channels)['write.give']['output']>
type Lately = z.output<(typeof doctor.channels)['write.lately']['output']>

const MOST_MEDICINES = 30
const LOOKED_AT = 400
const MOST_LATELY = 8

export const findMedicines = ({ store }: Bench, text: string): Medicine[] => {
  const here = store.device.read().facility?.code ?? ''
  return wordsOf(text).length === 0
    ? []
    : findMedicine(
        store.shared.medicine.all().filter((medicine) => isGivenAt(medicine, here)),
        text,
        MOST_MEDICINES,
      )
}

/** Why each item may not be written; null for one that may. */
export function checkItems(bench: Bench, person: PersonId, items: readonly WrittenItem[]): (WriteStop | null)[] {
  const allergies = bench.store.pharmacy.allergies(person)
  const running = runningOf(bench, person)
  const medicines = items.map(({ medicine }) => bench.store.shared.medicine.get(medicine))
  return items.map(({ again }, at) => {
    const medicine = medicines[at] ?? null
    if (medicine === null) return { kind: 'unknown' }
    const allergy = allergies.find(({ group }) => medicine.groups.includes(group))
    if (allergy !== undefined) return { kind: 'allergy', group: allergy.group }
    const isSame = (other: Medicine | null) => other !== null && isSameToTake(other, medicine)
    if (medicines.slice(0, at).some(isSame)) return { kind: 'twice' }
    const still = running.find((each) => isSame(each.medicine))
    return still === undefined || again ? null : { kind: 'running', until: still.until }
  })
}

/** Signs an order: the order, its way to the pharmacy and that the person was seen, in one commit. */
export function giveToPharmacy(bench: Bench, { personId, visitId, items }: Asked): Given {
  const { store, newId } = bench
  const speaker = speakerOf(bench)
  const seat = speaker === null ? null : seatOf(bench, speaker.by)
  const person = personHere(store, personId)
  const stops = checkItems(bench, personId, items)
  if (speaker === null || seat === null || person === null || stops.some((stop) => stop !== null)) {
    return { kind: 'stopped', stops }
  }
  const counter = store.visits.newestCounter()
  const state = visitId === null ? null : store.visits.state(visitId)
  const saved = bench.save((write) => {
    const prescription: Prescription = {
      id: PrescriptionId.parse(newId()),
      personId: person.id,
      prescriber: nameOf(bench, speaker.by),
      department: seat.department.code,
      writtenAt: write.at,
      status: 'active',
      items: items.map(({ medicine, dose, days, quantity }) => ({
        id: PrescriptionItemId.parse(newId()),
        medicine,
        dose,
        days,
        quantity,
      })),
    }
    const holder = counter === null ? null : TerminalId.parse(counter.terminal)
    const body = { kind: 'prescription.written', prescription, holder, terminal: speaker.terminal } as const
    write.put('prescription', prescription)
    write.tellHims(MutationId.parse(newId()), body, person.name.latin)
    write.audit('prescription.written', prescription.id)
    if (state?.stage === 'called') writeEvent({ bench, write }, state, speaker, { kind: 'seen' })
    return prescription.id
  })
  return saved.ok
    ? { kind: 'given', id: saved.value, counter: counter?.label ?? null }
    : { kind: 'not-saved', cause: saved.problem }
}

/** What this doctor ordered lately, each set of medicines once: their own ways of treating, ready to be taken up. */
export function writtenLately(bench: Bench): Lately {
  const { store } = bench
  const speaker = speakerOf(bench)
  if (speaker === null) return []
  const name = nameOf(bench, speaker.by)
  const sets = new Map<string, Lately[number]>()
  for (const { id, prescriber, items } of store.visits.writtenLately(LOOKED_AT)) {
    if (prescriber !== name || sets.size >= MOST_LATELY) continue
    const known = items.flatMap(({ medicine: code, dose, days, quantity }) => {
      const medicine = store.shared.medicine.get(code)
      return medicine === null ? [] : [{ medicine, dose, days, quantity }]
    })
    const key = known
      .map(({ medicine }) => medicine.code)
      .toSorted()
      .join(' ')
    if (known.length === items.length && !sets.has(key)) sets.set(key, { id, items: known })
  }
  return [...sets.values()]
}
