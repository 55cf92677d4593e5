import type { Medicine } from './medicine.ts'

export const timesOfDay = ['morning', 'noon', 'evening', 'night'] as const
export type TimeOfDay = (typeof timesOfDay)[number]

/** What medicines are counted in; its words are `paper.amount.UNIT`. */
export type Unit =
  | 'tablet'
  | 'capsule'
  | 'ml'
  | 'injection'
  | 'sachet'
  | 'patch'
  | 'suppository'
  | 'drop'
  | 'puff'
  | 'application'
  | 'bottle'
  | 'inhaler'
  | 'tube'

export interface Measure {
  /** One unit when it is taken. */
  readonly dose: Unit
  /** One unit when it is handed over. */
  readonly pack: Unit
}

const countable = (unit: Unit): Measure => ({ dose: unit, pack: unit })

/** How each form is counted. Liquids are counted in millilitres. */
export const measures: Readonly<Record<Medicine['form'], Measure>> = {
  tablet: countable('tablet'),
  capsule: countable('capsule'),
  syrup: countable('ml'),
  suspension: countable('ml'),
  solution: countable('ml'),
  injection: countable('injection'),
  powder: countable('sachet'),
  patch: countable('patch'),
  suppository: countable('suppository'),
  drops: { dose: 'drop', pack: 'bottle' },
  inhaler: { dose: 'puff', pack: 'inhaler' },
  spray: { dose: 'puff', pack: 'bottle' },
  ointment: { dose: 'application', pack: 'tube' },
  cream: { dose: 'application', pack: 'tube' },
  gel: { dose: 'application', pack: 'tube' },
  lotion: { dose: 'application', pack: 'bottle' },
}

const fractions: Readonly<Record<string, string>> = { '0.25': '¼', '0.5': '½', '0.75': '¾' }

/** `1½` of 1.5: pharmacists write quarters and halves so. Other systems may send thirds: `0.33`. */
export function countText(count: number): string {
  const whole = Math.floor(count)
  const fraction = fractions[String(count - whole)]
  if (fraction === undefined) return String(Math.round(count * 100) / 100)
  return whole === 0 ? fraction : `${whole}${fraction}`
}
