import type { Lot, Medicine, StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { dayAfter, momentIn } from './calendar.ts'
import type { Random } from './random.ts'

export interface Shelves {
  readonly lots: readonly Lot[]
  readonly stock: readonly StockEvent[]
}

/** One to three lots of each medicine: the first can be given, others may be near their end or past it. */
export function fillShelves(random: Random, medicines: readonly Medicine[], today: string): Shelves {
  const lots = medicines.flatMap((medicine, index) => lotsOf(random, medicine, index, today))
  return { lots, stock: lots.map((lot) => received(random, lot, medicines, today)) }
}

/** Lots of these are always short, old or near their end, so that a demonstration can show the stop. */
const alwaysExpired = new Set(['telmisartan-40-mg-tablet', 'cefixime-200-mg-tablet', 'ibuprofen-400-mg-tablet'])

function lotsOf(random: Random, medicine: Medicine, index: number, today: string): readonly Lot[] {
  const first = random.chance(0.1) ? random.between(12, 60) : random.between(90, 800)
  const rest = Array.from({ length: random.between(0, 2) }, () =>
    random.weighted([
      [random.between(-60, -2), 1],
      [random.between(5, 60), 2],
      [random.between(90, 900), 9],
    ]),
  )
  const expired = alwaysExpired.has(medicine.code) ? [-random.between(10, 50)] : []
  return [first, ...expired, ...rest].slice(0, 3).map((days, place) => ({
    id: `lot-${String(index + 1).padStart(3, '0')}-${place + 1}`,
    medicine: medicine.code,
    lot: lotNumber(random, medicine.name, place),
    expiry: dayAfter(today, days),
  }))
}

/** Two letters of the maker's line and four digits, as on a strip: `TE1188`. The place keeps lots of one line apart. */
const lotNumber = (random: Random, name: string, place: number): string =>
  `${name
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 2)
    .toUpperCase()}${place + 1}${random.between(100, 999)}`

const packs: Readonly<Record<Medicine['form'], readonly [number, number]>> = {
  tablet: [20, 300],
  capsule: [20, 200],
  syrup: [2, 20],
  suspension: [2, 20],
  injection: [2, 40],
  drops: [2, 20],
  ointment: [2, 20],
  cream: [2, 20],
  inhaler: [1, 12],
  powder: [5, 60],
  solution: [2, 15],
  patch: [1, 6],
  gel: [1, 10],
  lotion: [1, 10],
  suppository: [2, 12],
  spray: [1, 8],
}

function received(random: Random, lot: Lot, medicines: readonly Medicine[], today: string): StockEvent {
  const form = medicines.find((medicine) => medicine.code === lot.medicine)?.form ?? 'tablet'
  const [least, most] = packs[form]
  const day = dayAfter(today, -random.between(61, 150))
  return {
    id: `received-${lot.id}`,
    lotId: lot.id,
    delta: random.between(least, most) * 10,
    reason: 'received',
    at: new Date(momentIn(day, random.between(600, 960))).toISOString(),
  }
}
