import { elementsOf } from '../../../hims/fhir/shape/structure.ts'
import type { ElementSpec, Kind } from '../../../hims/fhir/shape/structure.ts'

/** A number from 0 up to 1; give a seeded one, so that a failure can be seen again. */
export type Random = () => number

/** Where generated references may point: `Patient/ID` for a Patient, null where there is nothing to point at. */
export type Target = (type: string) => string | null

/** A small seeded generator (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const DEEPEST = 3

/** A resource by HL7's structures: what is required, and some of the rest. Rules between elements may be broken. */
export function generateResource(type: string, random: Random, target: Target): Record<string, unknown> {
  return { resourceType: type, ...generateElements(type, random, target, 0) }
}

const pick = <Value>(random: Random, values: readonly Value[]): Value | undefined =>
  values[Math.floor(random() * values.length)]

/** What no client writes, or what would say nothing new of the element. */
const passedOver = new Set(['id', 'contained', 'implicitRules', 'modifierExtension', 'text', 'meta', 'language'])

function generateElements(type: string, random: Random, target: Target, depth: number): Record<string, unknown> {
  const elements = elementsOf(type) ?? []
  const chance = depth === 0 ? 0.35 : 0.25
  const made: Record<string, unknown> = {}
  for (const element of elements) {
    if (passedOver.has(element.name) && !element.required) continue
    if (!element.required && (depth >= DEEPEST || random() > chance)) continue
    if (element.name === 'extension' && depth > 0) continue
    addElement(made, element, random, target, depth)
  }
  return made
}

function addElement(
  made: Record<string, unknown>,
  element: ElementSpec,
  random: Random,
  target: Target,
  depth: number,
): void {
  const kind = pick(random, element.kinds)
  if (kind === undefined) return
  const one = generateValue(kind, random, target, depth)
  if (one === undefined) return
  const name = element.name.replace('[x]', `${kind.type.slice(0, 1).toUpperCase()}${kind.type.slice(1)}`)
  made[name] = element.many ? [one] : one
}

function generateValue({ type, allowed }: Kind, random: Random, target: Target, depth: number): unknown {
  if (type === 'Reference') {
    const to = allowed.map((one) => target(one)).find((one) => one !== null)
    return to === undefined ? { display: `Somebody ${Math.floor(random() * 100)}` } : { reference: to }
  }
  if (allowed.length > 0) {
    const code = pick(random, allowed)
    if (type === 'code') return code
    const [word, system] = (code ?? '').split('@')
    return type === 'Coding' ? { system, code: word } : { coding: [{ system, code: word }] }
  }
  const primitive = primitiveValue(type, random)
  if (primitive !== undefined) return primitive
  if (type === 'Resource') return undefined
  const made = wellKnown[type]?.(random) ?? generateElements(type, random, target, depth + 1)
  return Object.keys(made).length === 0 ? undefined : made
}

const UCUM = 'http://unitsofmeasure.org'
const quantity = (random: Random): object => ({
  value: Math.round(random() * 1000) / 10 + 0.1,
  unit: 'mg',
  system: UCUM,
  code: 'mg',
})

/** Data types whose elements only make sense together. */
const wellKnown: Readonly<Record<string, (random: Random) => object>> = {
  Quantity: quantity,
  SimpleQuantity: quantity,
  Age: (random) => ({ value: Math.ceil(random() * 90), unit: 'years', system: UCUM, code: 'a' }),
  Duration: (random) => ({ value: Math.ceil(random() * 90), unit: 'min', system: UCUM, code: 'min' }),
  Range: (random) => ({ low: { value: 1, unit: 'mg' }, high: { value: 2 + random(), unit: 'mg' } }),
  Ratio: (random) => ({ numerator: quantity(random), denominator: { value: 1, unit: 'ml' } }),
  Period: () => ({ start: '2026-10-01T09:00:00+05:30', end: '2026-10-01T10:30:00+05:30' }),
  Extension: (random) => ({ url: 'https://example.org/extension', valueString: `kept ${random()}` }),
  CodeableConcept: (random) => ({
    coding: [{ system: 'http://snomed.info/sct', code: String(Math.floor(random() * 1e8)), display: 'Something' }],
    text: 'Something',
  }),
  Coding: (random) => ({ system: 'http://loinc.org', code: `${Math.floor(random() * 99_999)}-1` }),
  Identifier: (random) => ({ system: 'urn:test:number', value: String(Math.floor(random() * 1e12)) }),
  ContactPoint: () => ({ system: 'phone', value: '+91 98100 00009', use: 'work' }),
  Attachment: () => ({ contentType: 'text/plain', data: 'SGVsbG8=' }),
}

const texts = ['Seen by the doctor', 'रक्तचाप की जाँच', 'ਖੂਨ ਦੀ ਜਾਂਚ', 'بلڈ پریشر', 'a < b & "c"']

function primitiveValue(type: string, random: Random): unknown {
  switch (type) {
    case 'boolean':
      return random() < 0.5
    case 'integer':
    case 'positiveInt':
    case 'unsignedInt':
      return 1 + Math.floor(random() * 50)
    case 'decimal':
      return Math.round(random() * 1000) / 100
    case 'string':
    case 'markdown':
      return pick(random, texts)
    case 'code':
      return pick(random, ['one', 'two-and', 'en'])
    case 'id':
      return 'abc-1'
    case 'uri':
    case 'url':
    case 'canonical':
      return 'https://example.org/thing'
    case 'oid':
      return 'urn:oid:1.2.3'
    case 'uuid':
      return 'urn:uuid:0197a3c2-5a00-7b1e-8c1d-2f00aa11bb22'
    case 'base64Binary':
      return 'SGVsbG8='
    case 'date':
      return pick(random, ['2026-10-02', '2026-10', '2026'])
    case 'dateTime':
      return pick(random, ['2026-10-02', '2026-10-02T10:00:00+05:30', '2026-10'])
    case 'instant':
      return '2026-10-02T10:00:00.000+05:30'
    case 'time':
      return '10:30:00'
    case 'xhtml':
      return '<div xmlns="http://www.w3.org/1999/xhtml">Text</div>'
    default:
      return undefined
  }
}
