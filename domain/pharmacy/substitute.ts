import { ingredients, isSystemic } from './ingredient.ts'
import { measures } from './measure.ts'
import type { Medicine } from './medicine.ts'
import type { Instead } from './order-event.ts'
import type { Dose, PrescriptionItem } from './prescription.ts'

const same = (one: Medicine, other: Medicine): boolean =>
  [...ingredients(one)].toSorted().join() === [...ingredients(other)].toSorted().join()

/** Milligrams, micrograms or units of one thing in one tablet: nothing else is compared by calculation. */
const single = /^(\d+(?:\.\d+)?)\s*(mg|mcg|g|IU)$/

const inMilligrams: Readonly<Record<string, number>> = { mg: 1, mcg: 0.001, g: 1000 }

/** How many units of another strength make one of this; null where that is not said in one figure. */
function ratio(from: Medicine, to: Medicine): number | null {
  if (from.strength === to.strength && measures[from.form].dose === measures[to.form].dose) return 1
  const solid = (medicine: Medicine) => medicine.form === 'tablet' || medicine.form === 'capsule'
  const [one, other] = [single.exec(from.strength), single.exec(to.strength)]
  if (!solid(from) || !solid(to) || one === null || other === null) return null
  const amount = ([, figure = '', unit = '']: readonly (string | undefined)[]): number | null =>
    unit === 'IU' ? Number(figure) : Number(figure) * (inMilligrams[unit] ?? Number.NaN)
  if ((one[2] === 'IU') !== (other[2] === 'IU')) return null
  const [had, has] = [amount(one), amount(other)]
  return had === null || has === null || has === 0 ? null : had / has
}

const times = ['morning', 'noon', 'evening', 'night'] as const
/** Tablets break in halves, capsules do not break. */
const wholeStep = ({ form }: Medicine): number => (form === 'tablet' ? 0.5 : 1)

function scaled(dose: Dose, by: number, step: number): Dose | null {
  const next = { ...dose }
  for (const time of times) {
    const units = dose[time] * by
    if (units > 20 || Math.abs(units / step - Math.round(units / step)) > 1e-6) return null
    next[time] = Math.round(units / step) * step
  }
  return next
}

/**
 * The same ingredients in the place of what was written: dose and amount turned into the other strength's units. Null
 * where that would want broken capsules, or cannot be worked out from the strengths.
 */
export function insteadOf(from: Medicine, to: Medicine, item: PrescriptionItem, left: number): Instead | null {
  if (from.code === to.code || !same(from, to) || isSystemic(from) !== isSystemic(to)) return null
  const by = ratio(from, to)
  if (by === null) return null
  const dose = scaled(item.dose, by, wholeStep(to))
  const quantity = Math.ceil(left * by - 1e-9)
  if (dose === null || quantity < 1 || quantity > 5000) return null
  const days = Math.max(1, Math.ceil((item.days * left) / item.quantity))
  return { medicine: to.code, dose, days, quantity }
}
