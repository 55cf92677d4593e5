import type { z } from 'zod'

import type { pharmacy } from '../../contract/pharmacy.ts'
import type { Facility } from '../../domain/hospital/facility.ts'
import { JobId, MutationId } from '../../domain/id.ts'
import type { OperatorId, PrescriptionId, TerminalId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Medicine } from '../../domain/pharmacy/medicine.ts'
import type { Dispense, Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import { spent, spread } from '../../domain/pharmacy/right-rule.ts'
import type { MedicineLabel, OwedSlip } from '../../domain/print/document.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { checkLines } from './dispense-line.ts'
import type { CheckedLine, RefusedLine } from './dispense-line.ts'
import { elsewhere } from './elsewhere.ts'
import { localMinute } from './local-time.ts'
import { personHere } from './person-view.ts'
import { touching } from './beside.ts'
import { leftHere, rightsHere } from './right-here.ts'
import type { SessionKeeper } from './session.ts'

type Answer = z.output<(typeof pharmacy.channels)['dispense.give']['output']>

interface Handing {
  readonly prescription: Prescription
  readonly person: Person
  readonly operator: OperatorId
  readonly terminal: TerminalId
  readonly facility: Facility
}

type Asked = z.output<(typeof pharmacy.channels)['dispense.give']['input']>

/** Gives medicines out: rights shrink, stock shrinks, HIMS is told and labels are queued, all in one commit. */
export function give(bench: Bench, asked: Omit<Asked, 'second'>): Answer {
  const ready = readied(bench, asked)
  return ready.ok ? handOut(bench, ready.value, null) : { kind: 'refused', ...ready.problem }
}

/** The same with a second person, who puts their PIN to what two must look at. */
export async function giveSeen(bench: Bench, session: Pick<SessionKeeper, 'confirm'>, asked: Asked): Promise<Answer> {
  const { second } = asked
  if (second === undefined) return give(bench, asked)
  const first = readied(bench, asked)
  if (!first.ok) return { kind: 'refused', ...first.problem }
  const witness = await session.confirm(second.witness, second.pin)
  if (witness.kind !== 'unlocked') return witness
  // Looked at again: the right may have gone, or the shelf emptied, while the PIN was worked out.
  const now = readied(bench, asked)
  return now.ok ? handOut(bench, now.value, second.witness) : { kind: 'refused', ...now.problem }
}

interface Ready {
  readonly handing: Handing
  readonly lines: readonly CheckedLine[]
}

function readied(bench: Bench, { prescriptionId, lines, second }: Asked): Result<Ready, RefusedLine> {
  const itemId = lines[0]?.itemId
  if (itemId === undefined) throw new Error('Nothing to give')
  const handing = handingOf(bench, prescriptionId)
  if (handing === null) return fail({ reason: 'unknown', itemId })
  const checked = checkLines(bench, handing.prescription, lines)
  if (!checked.ok) return checked
  const listed = checked.value.find(({ isControlled }) => isControlled)
  if (listed !== undefined && second === undefined) return fail({ reason: 'two-persons', itemId: listed.item.id })
  if (listed !== undefined && second?.witness === handing.operator)
    return fail({ reason: 'one-person', itemId: listed.item.id })
  return ok({ handing, lines: checked.value })
}

function handOut(bench: Bench, { handing, lines }: Ready, witness: OperatorId | null): Answer {
  const saved = bench.save((write) => {
    const labels = lines.map((line) => handOver(bench, write, handing, { ...line, witness }))
    write.audit('medicine.given', handing.prescription.id)
    return { labels, owed: queueOwed(bench, write, handing) }
  })
  return saved.ok ? { kind: 'given', ...saved.value } : { kind: 'not-saved', cause: saved.problem }
}

function handingOf({ store, session }: Bench, id: PrescriptionId): Handing | null {
  const prescription = store.shared.prescription.get(id)
  const person = prescription === null ? null : personHere(store, prescription.personId)
  const { terminal, facility } = store.device.read()
  const now = session()
  if (prescription === null || person === null || terminal === null || facility === null) return null
  return now.kind === 'locked' ? null : { prescription, person, terminal, facility, operator: now.operator }
}

interface SeenLine extends CheckedLine {
  readonly witness: OperatorId | null
}

function handOver(bench: Bench, write: Write, handing: Handing, line: SeenLine): JobId {
  const { item, medicine, quantity } = line
  // Read now: an earlier line of the same item may just have used some of them.
  for (const part of spread(rightsHere(bench, item), quantity)) record(bench, write, handing, { ...line, ...part })
  const job = JobId.parse(bench.newId())
  write.print(job, labelOf(bench, handing, line), `${medicine.name} ${medicine.strength}`.trim())
  return job
}

/** A hand-over speaks of one right: what is given by several is several hand-overs of one label. */
function record(bench: Bench, write: Write, handing: Handing, line: SeenLine & { readonly right: Right }): void {
  const { item, lot, medicine, quantity, reason, right } = line
  const witness = line.isControlled ? line.witness : null
  const id = MutationId.parse(bench.newId())
  const dispense: Dispense = {
    id,
    rightId: right.id,
    itemId: item.id,
    prescriptionId: handing.prescription.id,
    // The record that the medicine was written for, also when another one is kept of this person.
    personId: handing.prescription.personId,
    lotId: lot.id,
    quantity,
    at: write.at,
    operator: handing.operator,
    terminal: handing.terminal,
    ...(witness === null ? {} : { witness }),
    ...(reason === null ? {} : { reason }),
  }
  write.put('dispense', dispense)
  write.put('right', spent(right, quantity))
  // HIMS gives the stock event of a dispense the same id, so that it is counted once.
  write.put('stock_event', { id, lotId: lot.id, delta: -quantity, reason: 'dispensed', at: write.at })
  write.tellHims(id, { kind: 'dispense.recorded', dispense }, `${medicine.name} × ${quantity}`)
  if (witness !== null) write.audit('medicine.witnessed', id)
  if (reason !== null) write.audit('medicine.given-despite', id)
}

const labelOf = (bench: Bench, { person, facility }: Handing, line: CheckedLine): MedicineLabel => ({
  kind: 'medicine-label',
  language: person.language,
  facility,
  medicine: line.medicine,
  dose: line.item.dose,
  days: line.item.days,
  quantity: line.quantity,
  lot: line.lot.lot,
  expiry: line.lot.expiry,
  personName: person.name,
  printedAt: localMinute(bench.now()),
  copy: 1,
})

const placesOf = (bench: Bench, { code }: Medicine, { language }: Person) =>
  elsewhere(bench, code).map(({ name, units }) => ({ store: name[language], units }))

/**
 * A slip for what this terminal still owes of the prescription, or null when it owes nothing. A medicine that an
 * allergy stops is not owed: only a doctor can say what comes in its place.
 */
function queueOwed(bench: Bench, write: Write, { prescription, person, facility }: Handing): JobId | null {
  const { pharmacy: records, shared } = bench.store
  const allergies = [...records.allergies(person.id)]
  const { closed } = bench.store.orders.state(prescription.id)
  const lines = prescription.items.flatMap((item) => {
    const medicine = shared.medicine.get(item.medicine)
    const owed = closed.has(item.id) ? 0 : leftHere(bench, item)
    return medicine === null || owed === 0 || touching(allergies, medicine).length > 0
      ? []
      : [{ medicine, given: records.given(item.id), owed, elsewhere: placesOf(bench, medicine, person) }]
  })
  if (lines.length === 0) return null
  const { dataAsOf } = bench.store.device.read()
  const slip: OwedSlip = {
    kind: 'owed-slip',
    language: person.language,
    facility,
    personName: person.name,
    lines,
    printedAt: localMinute(bench.now()),
    counter: bench.store.device.read().label,
    ...(dataAsOf === null ? {} : { stockAsOf: localMinute(new Date(dataAsOf)) }),
    copy: 1,
  }
  const job = JobId.parse(bench.newId())
  write.print(job, slip, slip.lines.map(({ medicine }) => medicine.name).join(', '))
  return job
}
