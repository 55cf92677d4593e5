import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { newId } from '../../unit/main-service/person.ts'
import { asked, ledger, saved } from '../kill/ledger.ts'
import type { Ledger } from '../kill/ledger.ts'
import { found } from '../kill/place.ts'
import type { Founded } from '../kill/place.ts'
import { counterAt } from './counter.ts'
import type { Counter } from './counter.ts'
import { serverAt } from './server.ts'
import type { Server } from './server.ts'

export interface Patient {
  readonly personId: string
  readonly prescription: string
  /** Units that somebody holds in his hand. */
  given: number
}

export const ORDERED = 6

/** A desk and a pharmacy, HIMS and perhaps a hub, and a book about what was said to people. */
export interface Ward {
  readonly folder: string
  readonly founded: Founded
  readonly hims: Server
  readonly hub: Server | null
  readonly desk: Counter
  readonly pharmacy: Counter
  readonly book: Ledger
  readonly patients: Patient[]
  readonly random: () => number
  readonly twin: (of: Counter, folder: string) => Counter
  readonly close: () => Promise<void>
}

export async function foundWard(folder: string, withHub: boolean, random: () => number): Promise<Ward> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'hims.db')
  const founded = await found(`sqlite:${path}`, { people: 12, desks: 1 })
  const hims = serverAt(path)
  await hims.start()
  const hub = withHub ? serverAt(join(folder, 'hub.db'), { server: hims, code: founded.codes.hub[0] ?? '' }) : null
  await hub?.start()
  const servers = [...(hub === null ? [] : [hub.transport]), hims.transport]
  const place = (name: string, role: 'desk' | 'pharmacy', code: string) => {
    mkdirSync(join(folder, name))
    return { folder: join(folder, name), role, code, root: founded.root, servers }
  }
  const places = {
    desk: place('desk', 'desk', founded.codes.desk[0] ?? ''),
    pharmacy: place('pharmacy', 'pharmacy', founded.codes.pharmacy[0] ?? ''),
  }
  const [desk, pharmacy] = [counterAt(places.desk), counterAt(places.pharmacy)]
  for (const counter of [desk, pharmacy]) {
    await counter.open()
    await counter.rests()
  }
  const twins: Counter[] = []
  return {
    folder,
    founded,
    hims,
    hub,
    desk,
    pharmacy,
    book: ledger(),
    patients: [],
    random,
    twin(of, at) {
      const counter = counterAt({ ...places[of === desk ? 'desk' : 'pharmacy'], folder: at })
      twins.push(counter)
      return counter
    },
    async close() {
      for (const counter of [desk, pharmacy, ...twins]) await counter.close()
      await hub?.stop()
      await hims.stop()
    },
  }
}

const letters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))

let names = 0

/** An order for somebody, whose right comes to the pharmacy. */
export async function newOrder({ hims, founded, patients, random }: Ward): Promise<Patient> {
  const personId = founded.patients[Math.floor(random() * founded.patients.length)] ?? ''
  const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' }
  const item = { id: newId(), medicine: 'metformin', dose, days: 5, quantity: ORDERED }
  const prescription = newId()
  const written = { prescriber: 'Dr Rao', department: 'medicine', writtenAt: new Date().toISOString() }
  const row = { id: prescription, personId, ...written, status: 'active', items: [item] }
  const { refused } = await hims.hims().load([{ table: 'prescription', row }])
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
  const patient = { personId, prescription, given: 0 }
  patients.push(patient)
  return patient
}

/** Somebody comes to the desk. What will be lost with the disk it lies on was asked for, and HIMS never heard of it. */
export async function comes(
  ward: Ward,
  desk: Counter,
  { willLast = true, tokens = true }: { readonly willLast?: boolean; readonly tokens?: boolean } = {},
): Promise<boolean> {
  const name = `Guest ${letters(++names)} X`
  const work = { kind: 'person', name } as const
  asked(ward.book, work)
  const id = await desk.register(name)
  if (id === null) return false
  if (willLast) saved(ward.book, work, id)
  if (!tokens) return false
  asked(ward.book, { kind: 'token', person: id, number: '' })
  const visit = await desk.token(id)
  if (visit !== null && willLast) saved(ward.book, { kind: 'token', person: id, number: '' }, visit)
  return visit !== null
}

/** One unit is handed over; true when it was. */
export async function takes(ward: Ward, pharmacy: Counter, patient: Patient, willLast = true): Promise<boolean> {
  if (!(await pharmacy.give(patient))) return false
  const work = { kind: 'dispense', prescription: patient.prescription, quantity: 1 } as const
  patient.given++
  asked(ward.book, work)
  if (willLast) saved(ward.book, work, '')
  return true
}
