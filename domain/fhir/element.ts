import { z } from 'zod'

/** The small slices of FHIR R4 data types that this HIMS reads. What it doesn't name it passes over. */
export const Coding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
})
export const CodeableConcept = z.object({ coding: z.array(Coding).optional(), text: z.string().optional() })
export type CodeableConcept = z.infer<typeof CodeableConcept>
export const Reference = z.object({ reference: z.string().optional(), display: z.string().optional() })
export const IdentifierIn = z.object({ system: z.string().min(1).max(200), value: z.string().min(1).max(200) })
export const Quantity = z.object({
  value: z.number(),
  unit: z.string().optional(),
  system: z.string().optional(),
  code: z.string().optional(),
})
export const ExtensionIn = z.object({
  url: z.string(),
  valueCode: z.string().optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueDate: z.string().optional(),
  valueDateTime: z.string().optional(),
  valueReference: Reference.optional(),
  get extension() {
    return z.array(ExtensionIn).optional()
  },
})

/** An element that changes what everything beside it means: whoever can't read it must refuse the whole. */
export const modifierExtension = z.array(z.unknown()).max(0, 'modifier extensions are not understood here').optional()

export const codeIn = (concept: CodeableConcept | undefined, system: string): string | null =>
  concept?.coding?.find((coding) => coding.system === system)?.code ?? null

/** The id of a reference such as `Patient/ID`; null for another type or form. */
export const idIn = (reference: string | undefined, type: string): string | null => {
  const [, found, id] = /^(?:https?:.*\/)?([A-Za-z]+)\/([A-Za-z0-9.-]{1,64})$/.exec(reference ?? '') ?? []
  return found === type && id !== undefined ? id : null
}

/** An element's place as FHIRPath says it: `Patient.name[0].text`. */
export const fhirPath = (type: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((so, step) => (typeof step === 'number' ? `${so}[${step}]` : `${so}.${String(step)}`), type)
