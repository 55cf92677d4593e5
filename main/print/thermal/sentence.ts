import { unreachable } from '../../../domain/result.ts'
import type { Department } from '../../../domain/hospital/facility.ts'
import type { Language } from '../../../domain/language.ts'
import type { Sex } from '../../../domain/person/person.ts'
import { countText, measures, timesOfDay } from '../../../domain/pharmacy/measure.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import type { Dose } from '../../../domain/pharmacy/prescription.ts'
import { isolated, unbroken } from './sheet.ts'

/** A message in one language. */
export type Say = (id: string, values?: Readonly<Record<string, string | number>>) => string

/** `22 Nov 2026` of `2026-11-22…`. */
export function dateText(say: Say, date: string): string {
  const day = Number(date.slice(8, 10))
  return say('paper.date', { day, month: monthName(say, date), year: date.slice(0, 4) })
}

/** `Jan 2027`: the precision that a pack carries. */
export const monthText = (say: Say, date: string): string =>
  say('paper.month-year', { month: monthName(say, date), year: date.slice(0, 4) })

const monthName = (say: Say, date: string): string => say(`paper.month.${Number(date.slice(5, 7))}`)

/** `22 Nov 2026, 09:43` of `2026-11-22T09:43`. */
export const momentText = (say: Say, moment: string): string =>
  say('paper.moment', { date: dateText(say, moment), time: moment.slice(11, 16) })

export const floorText = (say: Say, floor: number): string =>
  floor < 0 ? say('paper.basement', { depth: -floor }) : say('paper.floor', { floor })

export const placeText = (say: Say, department: Department): string =>
  say('paper.place', { room: isolated(unbroken(department.room)), floor: floorText(say, department.floor) })

export const fullPlaceText = (say: Say, language: Language, department: Department): string =>
  say('paper.place-full', { department: department.name[language], place: placeText(say, department) })

/** `G. K., 35, female`, never a name. */
export function personText(say: Say, person: { initials: string; age: number; sex: Sex }): string {
  const initials = isolated(unbroken(person.initials))
  if (person.sex === 'unknown') return say('paper.person-age', { initials, age: person.age })
  return say('paper.person', { initials, age: person.age, sex: say(`paper.sex.${person.sex}`) })
}

/** `20 tablets`. */
export const quantityText = (say: Say, form: Medicine['form'], count: number): string =>
  amount(say, measures[form].pack, count)

const amount = (say: Say, unit: string, count: number): string =>
  unbroken(say(`paper.amount.${unit}`, { amount: isolated(countText(count)), count: Math.ceil(count) }))

/** `Metformin 500 mg`, the strength in one piece. */
export const medicineText = (medicine: Medicine): string => `${medicine.name} ${unbroken(medicine.strength)}`.trim()

/** `Morning, evening: 1 tablet`; times of unequal doses stand apart. */
export function doseText(say: Say, form: Medicine['form'], dose: Dose): string {
  const used = timesOfDay.filter((time) => dose[time] > 0)
  const counts = [...new Set(used.map((time) => dose[time]))]
  const parts = counts.map((count) => {
    const times = used.filter((time) => dose[time] === count).map((time) => say(`paper.time.${time}`))
    return say('paper.dose', { times: times.join(say('paper.comma')), amount: amount(say, measures[form].dose, count) })
  })
  const text = parts.join(say('paper.semicolon'))
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Null when food makes no difference. */
export function foodText(say: Say, food: Dose['food']): string | null {
  switch (food) {
    case 'before':
    case 'with':
    case 'after':
      return say(`paper.food.${food}`)
    case 'any':
      return null
    default:
      return unreachable(food)
  }
}
