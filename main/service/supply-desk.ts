import type { z } from 'zod'

import type { pharmacy, SupplyRefusal } from '../../contract/pharmacy.ts'
import { JobId, MutationId } from '../../domain/id.ts'
import { maySupply } from '../../domain/pharmacy/emergency-rule.ts'
import type { EmergencySupply } from '../../domain/pharmacy/emergency-supply.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import { mayGive } from '../../domain/pharmacy/right-rule.ts'
import type { MedicineLabel } from '../../domain/print/document.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Bench } from './bench.ts'
import { localMinute } from './local-time.ts'
import { touching } from './beside.ts'
import type { SessionKeeper } from './session.ts'
import { mostInEmergency } from './supply-rule.ts'

type Asked = z.output<(typeof pharmacy.channels)['supply.give']['input']>
type Answer = z.output<(typeof pharmacy.channels)['supply.give']['output']>

/** Gives a day's medicine without a right, once a second person has put their PIN to it: supply, stock, HIMS and label in one commit. */
export async function supply(bench: Bench, session: SessionKeeper, asked: Asked): Promise<Answer> {
  const first = checked(bench, asked)
  if (!first.ok) return { kind: 'refused', reason: first.problem }
  const witness = await session.confirm(asked.witness, asked.pin)
  if (witness.kind !== 'unlocked') return witness
  // Looked at again: the right may have come, or the shelf emptied, while the PIN was worked out.
  const now = checked(bench, asked)
  if (!now.ok) return { kind: 'refused', reason: now.problem }
  const { row, label, title } = now.value
  const saved = bench.save((write) => {
    const done: EmergencySupply = { ...row, at: write.at }
    const { id, lotId, quantity } = done
    write.put('emergency_supply', done)
    write.put('stock_event', { id, lotId, delta: -quantity, reason: 'dispensed', at: write.at })
    write.tellHims(id, { kind: 'supply.emergency', supply: done }, title)
    write.audit('medicine.emergency', id)
    const job = JobId.parse(bench.newId())
    write.print(job, label, title)
    return job
  })
  return saved.ok ? { kind: 'given', label: saved.value } : { kind: 'not-saved', cause: saved.problem }
}

interface Checked {
  readonly row: EmergencySupply
  readonly label: MedicineLabel
  readonly title: string
}

function checked(bench: Bench, asked: Asked): Result<Checked, z.infer<typeof SupplyRefusal>> {
  const { shared, pharmacy: records, device } = bench.store
  const prescription = shared.prescription.get(asked.prescriptionId)
  const item = prescription?.items.find(({ id }) => id === asked.itemId)
  const person = prescription === null ? null : shared.person.get(prescription.personId)
  const medicine = item === undefined ? null : shared.medicine.get(item.medicine)
  const lot = shared.lot.get(asked.lotId)
  const { terminal, facility } = device.read()
  const now = bench.session()
  if (prescription === null || item === undefined || person === null || medicine === null) return fail('unknown')
  if (lot === null || lot.medicine !== item.medicine || terminal === null || facility === null) return fail('unknown')
  if (now.kind === 'locked' || now.operator === asked.witness) return fail('one-person')
  if (touching(records.allergies(person.id), medicine).length > 0) return fail('allergy')
  const most = mostInEmergency(bench, prescription, item)
  const me = records.giver()
  if (records.rights(item.id).some((right) => mayGive(right, me) > 0)) return fail('right-here')
  if (!maySupply(medicine)) return fail('not-listed')
  if (asked.quantity > most) return fail('more-than-a-day')
  const held = lotHold(lot, shared.lot_mark.get(lot.id), bench.today())
  if (held !== null) return fail(held === 'expired' ? 'expired-lot' : 'held-lot')
  if (asked.quantity > records.here(lot.id)) return fail('more-than-stock')
  const row: EmergencySupply = {
    id: MutationId.parse(bench.newId()),
    personId: person.id,
    prescriptionId: prescription.id,
    medicine: medicine.code,
    lotId: lot.id,
    quantity: asked.quantity,
    at: bench.now().toISOString(),
    operator: now.operator,
    witness: asked.witness,
    reason: asked.reason,
    terminal,
  }
  const label: MedicineLabel = {
    kind: 'medicine-label',
    language: person.language,
    facility,
    medicine,
    dose: item.dose,
    days: 1,
    quantity: asked.quantity,
    lot: lot.lot,
    expiry: lot.expiry,
    personName: person.name,
    printedAt: localMinute(bench.now()),
    copy: 1,
  }
  return ok({ row, label, title: `${medicine.name} × ${asked.quantity}` })
}
