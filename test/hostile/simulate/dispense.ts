import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { pharmacy } from '../../../contract/pharmacy.ts'
import { PrescriptionId, PrescriptionItemId, uuidV7 } from '../../../domain/id.ts'
import { takeBundle } from '../../../hims/bundle/take-bundle.ts'
import { medicine } from './hospital.ts'
import { unitsGiven } from './model.ts'
import { somebody, working } from './run-state.ts'
import type { Step } from './run-state.ts'

const { channels } = pharmacy
const lotId = 'l1'

/** A doctor’s order comes to HIMS, or to the hospital’s own server. */
export const order: Step = async (run) => {
  const { hospital, chance, model, time } = run
  const place = chance.one([hospital.cloud, hospital.hub])
  const personId = somebody(run)
  if (place.server() === null || personId === null) return
  const store = place.hims().inside.store
  const people = store.selectFrom('record').select('id').where('name', '=', 'person')
  if ((await people.where('id', '=', personId).execute()).length === 0) return
  const id = PrescriptionId.parse(uuidV7(time.now(), chance.bytes(10)))
  const itemId = PrescriptionItemId.parse(uuidV7(time.now(), chance.bytes(10)))
  const quantity = 1 + chance.whole(30)
  const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' } as const
  const row = {
    id,
    personId,
    prescriber: 'Dr Rao',
    department: 'medicine',
    writtenAt: new Date(time.now()).toISOString(),
    status: 'active',
    items: [{ id: itemId, medicine: medicine.code, dose, days: 5, quantity }],
  }
  const { refused } = await time.during(() => place.hims().load([{ table: 'prescription', row }]))
  if (refused.length > 0) return
  model.orders.set(id, { personId, itemId, quantity, given: 0 })
  model.done++
}

export const dispense: Step = async (run) => {
  const { model, chance } = run
  const terminal = working(run, 'pharmacy')
  if (model.orders.size === 0 || terminal === null) return
  const orders = [...model.orders]
  const [id, wanted] = chance.one(chance.yes(0.6) ? orders.slice(-12) : orders)
  const asked = { personId: wanted.personId }
  const list = channels['pick.open'].output.safeParse(await terminal.ask('pick.open', asked))
  if (!list.success || list.data === null) return
  const line = list.data.prescriptions.find(({ prescription }) => prescription.id === id)?.lines[0]
  const may = line?.mayGive ?? 0
  if (may > 0) {
    const quantity = 1 + chance.whole(may)
    const lines = [{ itemId: wanted.itemId, lotId, quantity }]
    const read = channels['dispense.give'].output.safeParse(
      await terminal.ask('dispense.give', { prescriptionId: id, lines }),
    )
    if (read.success && read.data.kind === 'given') {
      unitsGiven(model, id, quantity)
      model.done++
    }
  } else if (line !== undefined && line.emergency > 0 && chance.yes(0.2)) {
    const most = { itemId: wanted.itemId, lotId, quantity: 1 + chance.whole(line.emergency) }
    const why = { reason: 'the ward asks', witness: 'binu', pin: '2468' }
    const read = channels['supply.give'].output.safeParse(
      await terminal.ask('supply.give', { prescriptionId: id, ...most, ...why }),
    )
    if (read.success && read.data.kind === 'given') {
      model.supplies.set(wanted.personId, (model.supplies.get(wanted.personId) ?? 0) + most.quantity)
      model.done++
    }
  } else await terminal.ask('right.claim', { prescriptionId: id })
  await terminal.ask('pick.leave')
}

/** Another counter asks, and gets what is here. */
export const giveWay: Step = async (run) => {
  const terminal = working(run, 'pharmacy')
  if (terminal === null || run.model.orders.size === 0) return
  const [id] = run.chance.one([...run.model.orders].slice(-20))
  if ((await terminal.ask('right.yield', { prescriptionId: id })) === true) run.model.done++
}

/** What waits is carried to HIMS on a stick, and most times the answer is carried back. */
export const carryStick: Step = async (run) => {
  const { hospital, chance, model, time } = run
  const terminal = chance.one(hospital.terminals.filter(({ role }) => role !== 'kiosk'))
  await terminal.ask('sync.export')
  const [file] = readdirSync(terminal.stick).filter((name) => name.endsWith('.bundle'))
  if (file === undefined) return
  const path = join(terminal.stick, file)
  if (hospital.cloud.server() !== null) {
    const { inside } = hospital.cloud.hims()
    const taken = await time.during(() => takeBundle(inside, readFileSync(path)))
    if (!taken.ok) model.violations.push(`a bundle of ${terminal.name} is ${taken.problem}`)
    else {
      model.done++
      if (chance.yes(0.7)) {
        writeFileSync(join(terminal.stick, file.replace(/bundle$/, 'receipt')), taken.value.receipt)
        await terminal.ask('sync.receipt')
      }
    }
  }
  for (const name of readdirSync(terminal.stick)) rmSync(join(terminal.stick, name))
}
