import { desk } from '../../../contract/desk.ts'
import { mergeChannels } from '../../../contract/merge.ts'
import { pharmacy } from '../../../contract/pharmacy.ts'
import { PrescriptionId, PrescriptionItemId, uuidV7 } from '../../../domain/id.ts'
import type { PersonId } from '../../../domain/id.ts'
import { draft } from '../../unit/main-service/person.ts'
import type { Chance } from './chance.ts'
import { medicine } from './hospital.ts'
import type { SimHospital, SimTerminal } from './hospital.ts'
import { tokenGiven, unitsGiven } from './model.ts'
import type { Model } from './model.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface Run {
  readonly hospital: SimHospital
  readonly model: Model
  readonly time: VirtualTime
  readonly chance: Chance
}

type Step = (run: Run) => Promise<void>

const first = ['Asha', 'Bina', 'Chand', 'Deepak', 'Esha', 'Farid', 'Gita', 'Hari', 'Imran', 'Jyoti', 'Kiran', 'Lata']
const last = ['Devi', 'Kumar', 'Singh', 'Khan', 'Sharma', 'Kaur', 'Gupta', 'Yadav', 'Ali', 'Das']

const of = (run: Run, role: SimTerminal['role']): SimTerminal =>
  run.chance.one(run.hospital.terminals.filter((terminal) => terminal.role === role))

const somebody = ({ model, chance }: Run): PersonId | null =>
  model.people.size === 0 ? null : chance.one([...model.people.keys()])

const register: Step = async (run) => {
  const { chance, model } = run
  const terminal = of(run, 'desk')
  const latin = `${chance.one(first)} ${chance.one(last)} ${chance.whole(100_000).toString(36)}`
  const said = await terminal.ask('person.register', {
    draft: draft({ latin, age: chance.whole(90), phone: `9${String(chance.whole(1e9)).padStart(9, '0')}` }),
    distinctFrom: [...model.people.keys()].slice(0, 0),
  })
  const read = desk.channels['person.register'].output.safeParse(said)
  if (read.success && read.data.kind === 'saved') model.people.set(read.data.person.id, { at: terminal.name })
}

const giveToken: Step = async (run) => {
  const personId = somebody(run)
  if (personId === null) return
  const said = await of(run, 'desk').ask('token.issue', { personId, department: 'medicine' })
  const read = desk.channels['token.issue'].output.safeParse(said)
  if (!read.success || read.data.kind !== 'issued') return
  const { id, token } = read.data.visit
  tokenGiven(run.model, `${token.department} ${token.day} ${token.prefix} ${token.number}`, id)
}

const correct: Step = async (run) => {
  const personId = somebody(run)
  if (personId === null) return
  const terminal = of(run, 'desk')
  const opened = desk.channels['person.open'].output.safeParse(await terminal.ask('person.open', { id: personId }))
  if (!opened.success || opened.data === null) return
  const { person } = opened.data
  const phone = `8${String(run.chance.whole(1e9)).padStart(9, '0')}`
  const language = run.chance.one(['en', 'hi', 'pa', 'ur'] as const)
  const change = run.chance.yes(0.5)
    ? { was: { phone: person.phone }, set: { phone } }
    : { was: { language: person.language }, set: { language } }
  mergeChannels['person.correct'].output.parse(
    (await terminal.ask('person.correct', { personId, ...change })) ?? { kind: 'gone' },
  )
}

/** A doctor’s order comes to HIMS, or to the hospital’s own server. */
const order: Step = async (run) => {
  const { hospital, chance, model, time } = run
  const place = chance.one([hospital.cloud, hospital.hub])
  const personId = somebody(run)
  if (place.server() === null || personId === null) return
  const store = place.hims().inside.store
  const known = await store
    .selectFrom('record')
    .select('id')
    .where('name', '=', 'person')
    .where('id', '=', personId)
    .execute()
  if (known.length === 0) return
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
  if (refused.length === 0) model.orders.set(id, { personId, itemId, quantity, given: 0 })
}

const dispense: Step = async (run) => {
  const { model, chance } = run
  if (model.orders.size === 0) return
  const [id, wanted] = chance.one([...model.orders])
  const terminal = of(run, 'pharmacy')
  const list = pharmacy.channels['pick.open'].output.safeParse(
    await terminal.ask('pick.open', { personId: wanted.personId }),
  )
  if (!list.success || list.data === null) return
  const line = list.data.prescriptions.find(({ prescription }) => prescription.id === id)?.lines[0]
  const may = line?.mayGive ?? 0
  const lotId = 'l1'
  if (may > 0) {
    const quantity = 1 + chance.whole(may)
    const said = await terminal.ask('dispense.give', {
      prescriptionId: id,
      lines: [{ itemId: wanted.itemId, lotId, quantity }],
    })
    const read = pharmacy.channels['dispense.give'].output.safeParse(said)
    if (read.success && read.data.kind === 'given') unitsGiven(model, id, quantity)
  } else await terminal.ask('right.claim', { prescriptionId: id })
  await terminal.ask('pick.leave')
}

const fallTerminal: Step = async (run) => {
  await run.chance.one(run.hospital.terminals).fall()
}

const fallServer: Step = async ({ hospital, chance, time }) => {
  const place = chance.one([hospital.cloud, hospital.hub])
  await place.fall()
  time.after(
    500 + chance.real() * 20_000,
    () => void time.during(() => (place.server() === null ? place.start() : Promise.resolve())),
  )
}

const changeWeather: Step = async ({ hospital, chance }) => {
  const weather = chance.one([hospital.trunk, ...hospital.terminals.flatMap((terminal) => terminal.weather)])
  const bad = (share: number, most: number): number => (chance.yes(share) ? chance.real() * most : 0)
  Object.assign(weather, {
    up: !chance.yes(0.35),
    lost: bad(0.3, 0.3),
    answerLost: bad(0.3, 0.3),
    cut: bad(0.2, 0.3),
    twice: bad(0.3, 0.3),
    portal: bad(0.15, 0.5),
    busy: bad(0.15, 0.5),
    slow: chance.yes(0.2) ? 4000 : 60,
  })
}

/** What happens in a hospital, and how often. */
const deck: readonly (readonly [number, Step])[] = [
  [26, register],
  [18, giveToken],
  [10, correct],
  [10, order],
  [22, dispense],
  [3, fallTerminal],
  [1, fallServer],
  [10, changeWeather],
]

const total = deck.reduce((sum, [weight]) => sum + weight, 0)

/** One thing happens, and some time passes. */
export async function oneStep(run: Run): Promise<void> {
  let place = run.chance.whole(total)
  const drawn = deck.find(([weight]) => (place -= weight) < 0)
  await drawn?.[1](run)
  await run.time.pass(run.chance.yes(0.05) ? run.chance.real() * 20_000 : run.chance.real() * 150)
}
