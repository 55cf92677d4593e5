import { z } from 'zod'

import type { Dose } from '../pharmacy/prescription.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { CodeableConcept, Quantity, codeIn, modifierExtension } from './element.ts'
import { unprocessable } from './problem.ts'
import type { FhirProblem } from './problem.ts'
import { system } from './vocabulary.ts'

export const DosageIn = z.object({
  modifierExtension,
  text: z.string().optional(),
  additionalInstruction: z.array(CodeableConcept).optional(),
  asNeededBoolean: z.boolean().optional(),
  asNeededCodeableConcept: z.unknown().optional(),
  timing: z
    .object({
      repeat: z.object({ when: z.array(z.string()).optional(), boundsDuration: Quantity.optional() }).optional(),
    })
    .optional(),
  doseAndRate: z.array(z.object({ doseQuantity: Quantity.optional() })).optional(),
})
export type DosageIn = z.infer<typeof DosageIn>

type Time = 'morning' | 'noon' | 'evening' | 'night'
interface Moment {
  readonly time: Time | null
  readonly food: Dose['food'] | null
}

const moment = (time: Time | null, food: Dose['food'] | null = null): Moment => ({ time, food })

/** Codes of FHIR's event-timing and HL7's TimingEvent that say one of our four times, food, or both. */
const moments: ReadonlyMap<string, Moment> = new Map([
  ['MORN', moment('morning')],
  ['NOON', moment('noon')],
  ['EVE', moment('evening')],
  ['NIGHT', moment('night')],
  ['HS', moment('night')],
  ['AC', moment(null, 'before')],
  ['C', moment(null, 'with')],
  ['PC', moment(null, 'after')],
  ['ACM', moment('morning', 'before')],
  ['CM', moment('morning', 'with')],
  ['PCM', moment('morning', 'after')],
  ['ACD', moment('noon', 'before')],
  ['CD', moment('noon', 'with')],
  ['PCD', moment('noon', 'after')],
  ['ACV', moment('evening', 'before')],
  ['CV', moment('evening', 'with')],
  ['PCV', moment('evening', 'after')],
])

const codeOf: Readonly<Record<Time, string>> = { morning: 'MORN', noon: 'NOON', evening: 'EVE', night: 'NIGHT' }
const times: readonly Time[] = ['morning', 'noon', 'evening', 'night']
const foods: readonly Dose['food'][] = ['before', 'with', 'after', 'any']
const MOST_UNITS = 20

/** A dose as FHIR Dosage: one entry for each number of units, since `when` shares one dose. */
export function dosageOf(dose: Dose): readonly object[] {
  const amounts = [...new Set(times.map((time) => dose[time]).filter((units) => units > 0))]
  return amounts.map((value, at) => ({
    sequence: at + 1,
    ...(dose.food === 'any' ? {} : { additionalInstruction: [{ coding: [{ system: system.food, code: dose.food }] }] }),
    timing: {
      repeat: {
        frequency: times.filter((time) => dose[time] === value).length,
        period: 1,
        periodUnit: 'd',
        when: times.filter((time) => dose[time] === value).map((time) => codeOf[time]),
      },
    },
    doseAndRate: [{ doseQuantity: { value } }],
  }))
}

/** Reads what is to be taken when. A text alone is refused: a pharmacy's label must not rest on a guess. */
export function doseOf(dosages: readonly DosageIn[]): Result<Dose, FhirProblem> {
  const dose = { morning: 0, noon: 0, evening: 0, night: 0 }
  let food: Dose['food'] = 'any'
  for (const [at, dosage] of dosages.entries()) {
    const path = `MedicationRequest.dosageInstruction[${at}]`
    if (dosage.asNeededBoolean === true || dosage.asNeededCodeableConcept !== undefined) {
      return fail(unprocessable('not-supported', 'A dose taken as needed cannot be recorded yet', `${path}.asNeeded`))
    }
    const read = readDosage(dosage, path)
    if (!read.ok) return read
    for (const { time, food: said } of read.value.moments) {
      if (time !== null) dose[time] += read.value.units
      food = said ?? food
    }
    const said = dosage.additionalInstruction?.map((concept) => codeIn(concept, system.food)) ?? []
    food = foods.find((option) => said.includes(option)) ?? food
  }
  if (times.some((time) => dose[time] > MOST_UNITS)) {
    return fail(unprocessable('value', `More than ${MOST_UNITS} units at once`, 'MedicationRequest.dosageInstruction'))
  }
  return ok({ ...dose, food })
}

interface ReadDosage {
  readonly moments: readonly Moment[]
  readonly units: number
}

function readDosage(dosage: DosageIn, path: string): Result<ReadDosage, FhirProblem> {
  const when = dosage.timing?.repeat?.when ?? []
  const known = when.flatMap((code) => moments.get(code) ?? [])
  if (known.length < when.length) {
    const strange = when.filter((code) => !moments.has(code)).join(', ')
    return fail(unprocessable('not-supported', `Time of day not understood: ${strange}`, `${path}.timing.repeat.when`))
  }
  if (!known.some(({ time }) => time !== null)) {
    const text = 'timing.repeat.when must say MORN, NOON, EVE or NIGHT; text alone is not enough'
    return fail(unprocessable('not-supported', text, `${path}.timing.repeat.when`))
  }
  const units = dosage.doseAndRate?.[0]?.doseQuantity?.value
  if (units === undefined || units <= 0) {
    return fail(unprocessable('required', 'How much to take each time is missing', `${path}.doseAndRate.doseQuantity`))
  }
  return ok({ moments: known, units })
}
