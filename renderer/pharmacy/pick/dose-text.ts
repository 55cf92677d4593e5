import { unreachable } from '../../../domain/result.ts'
import { countText, measures, timesOfDay } from '../../../domain/pharmacy/measure.ts'
import type { Unit } from '../../../domain/pharmacy/measure.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import type { Dose } from '../../../domain/pharmacy/prescription.ts'
import type { Text } from '../../../domain/text/catalogue.ts'

const amount = (t: Text, unit: Unit, count: number): string =>
  t(`paper.amount.${unit}`, { amount: countText(count), count: Math.ceil(count) })

/** `20 tablets` */
export const quantityText = (t: Text, form: Medicine['form'], count: number): string =>
  amount(t, measures[form].pack, count)

/** `Metformin 500 mg` */
export const medicineText = ({ name, strength }: Medicine): string => `${name} ${strength}`.trim()

/** `morning, evening: 1 tablet`; times of unequal doses stand apart. */
export function doseText(t: Text, form: Medicine['form'], dose: Dose): string {
  const used = timesOfDay.filter((time) => dose[time] > 0)
  const counts = [...new Set(used.map((time) => dose[time]))]
  return counts
    .map((count) =>
      t('paper.dose', {
        times: used
          .filter((time) => dose[time] === count)
          .map((time) => t(`paper.time.${time}`))
          .join(t('paper.comma')),
        amount: amount(t, measures[form].dose, count),
      }),
    )
    .join(t('paper.semicolon'))
}

/** Null when food makes no difference. */
export function foodText(t: Text, food: Dose['food']): string | null {
  switch (food) {
    case 'before':
    case 'with':
    case 'after':
      return t(`paper.food.${food}`)
    case 'any':
      return null
    default:
      return unreachable(food)
  }
}

/** `Jan 2027` of `2027-01-31`. */
export function monthText(t: Text, day: string): string {
  const month = Number(day.slice(5, 7))
  const names = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
  const known = names.find((each) => each === month) ?? 1
  return t('paper.month-year', { month: t(`paper.month.${known}`), year: day.slice(0, 4) })
}
