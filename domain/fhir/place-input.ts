import { z } from 'zod'

import { Department, Facility } from '../hospital/facility.ts'
import { Lot, Medicine } from '../pharmacy/medicine.ts'
import { CodeableConcept, ExtensionIn, codeIn } from './element.ts'
import { system } from './vocabulary.ts'

const Named = z.looseObject({
  name: z.string().min(1).max(200),
  alias: z.array(z.string()).optional(),
  status: z.string().optional(),
  extension: z.array(ExtensionIn).optional(),
  identifier: z.array(z.looseObject({ system: z.string().optional(), value: z.string().optional() })).optional(),
})

/** The same name in four languages: those that are not said are the first one. */
const fourTexts = (name: string, [hi, pa, ur]: readonly (string | undefined)[]) => ({
  en: name,
  hi: hi ?? name,
  pa: pa ?? name,
  ur: ur ?? name,
})

const within = (extension: readonly z.infer<typeof ExtensionIn>[] | undefined, url: string) =>
  extension?.find((one) => one.url === url)?.extension ?? []

/** An Organization as the hospital; null when it is none that a terminal could show. */
export function facilityOf(resource: unknown, code: string): Facility | null {
  const read = Named.safeParse(resource)
  if (!read.success) return null
  const { name, alias = [], identifier = [] } = read.data
  const hfr = identifier.find((one) => one.system === system.hfr)?.value ?? null
  const facility = Facility.safeParse({ code, name: fourTexts(name, alias), hfr })
  return facility.success ? facility.data : (Facility.safeParse({ code, name: fourTexts(name, alias) }).data ?? null)
}

/**
 * A Location as a department. One that does not say how a slip should show it gets the first letter of its name, the blue
 * line and the sign of medicine.
 */
export function departmentOf(resource: unknown, code: string): Department | null {
  const read = Named.safeParse(resource)
  if (!read.success || (read.data.status ?? 'active') !== 'active') return null
  const { name, alias = [], extension } = read.data
  const said = within(extension, system.department)
  const text = (url: string) => said.find((one) => one.url === url)
  const department = Department.safeParse({
    code,
    name: fourTexts(name, alias),
    prefix: text('prefix')?.valueString ?? /[A-Z]/.exec(name.toUpperCase())?.[0] ?? 'X',
    room: text('room')?.valueString ?? '–',
    floor: text('floor')?.valueInteger ?? 0,
    line: text('line')?.valueCode ?? 'blue',
    sign: text('sign')?.valueCode ?? 'medicine',
  })
  return department.success ? department.data : null
}

const MedicationIn = z.looseObject({
  code: CodeableConcept.optional(),
  status: z.string().optional(),
  form: CodeableConcept.optional(),
  extension: z.array(ExtensionIn).optional(),
  batch: z.looseObject({ lotNumber: z.string(), expirationDate: z.string() }).optional(),
})

/**
 * A Medication as a line of the formulary. Only one that says which allergies it touches is taken: a pharmacy would hand
 * out any other without a warning.
 */
export function medicineOf(resource: unknown): Medicine | null {
  const read = MedicationIn.safeParse(resource)
  if (!read.success || read.data.batch !== undefined || (read.data.status ?? 'active') !== 'active') return null
  const { code, form, extension } = read.data
  if (extension?.some(({ url }) => url === system.medicine) !== true) return null
  const said = within(extension, system.medicine)
  const text = (url: string) => said.find((one) => one.url === url)?.valueString
  const medicine = Medicine.safeParse({
    code: codeIn(code, system.formulary),
    name: text('name'),
    strength: text('strength') ?? '',
    form: form?.text,
    groups: said.flatMap((one) => (one.url === 'group' && one.valueCode !== undefined ? [one.valueCode] : [])),
    shelf: text('shelf') ?? '',
  })
  return medicine.success ? medicine.data : null
}

/** A Medication with a batch as a lot on the shelf. */
export function lotOf(resource: unknown, id: string): Lot | null {
  const read = MedicationIn.safeParse(resource)
  if (!read.success || read.data.batch === undefined) return null
  const { batch, code } = read.data
  const expiry = batch.expirationDate.slice(0, 10)
  const lot = Lot.safeParse({ id, medicine: codeIn(code, system.formulary), lot: batch.lotNumber, expiry })
  return lot.success ? lot.data : null
}
