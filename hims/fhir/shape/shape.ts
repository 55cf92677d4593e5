import { z } from 'zod'

import { fitsAll } from './contained.ts'
import { primitives } from './primitive.ts'
import { rules } from './rule.ts'
import { elementsOf } from './structure.ts'
import type { ElementSpec, Kind } from './structure.ts'

const known = new Map<string, z.ZodType>()

/** A FHIR R4 data type, backbone element or resource by its name in HL7's definitions. */
export function shapeOf(type: string): z.ZodType {
  const shape = known.get(type) ?? buildShape(type)
  known.set(type, shape)
  return shape
}

/** What a whole resource of that type must be like: its elements, their codes, references and rules. */
export const resourceShape = (type: string): z.ZodType => shapeOf(`${type}!`)

function buildShape(name: string): z.ZodType {
  const type = name.replace('!', '')
  const elements = elementsOf(type)
  if (elements === null) throw new Error(`No structure of ${type}`)
  const properties = Object.fromEntries(elements.flatMap((element) => propertiesOf(element)))
  const isResource = /^[A-Z][A-Za-z]+$/.test(type) && elements.some((element) => element.name === 'contained')
  const shape = z.strictObject({ ...(isResource ? { resourceType: z.literal(type) } : {}), ...properties })
  const choices = elements.filter((element) => element.name.endsWith('[x]'))
  return shape.superRefine((value: Readonly<Record<string, unknown>>, context) => {
    if (Object.keys(value).length === 0) context.addIssue({ code: 'custom', message: 'An element cannot be empty' })
    for (const choice of choices) checkChoice(choice, value, context)
    for (const { key, text, holds, at } of rules[type] ?? []) {
      if (!holds(value)) context.addIssue({ code: 'custom', message: `${text} (${key})`, path: at === '' ? [] : [at] })
    }
    if (isResource && name.endsWith('!')) fitsAll(value, context)
  })
}

const nameOf = (element: string, type: string): string =>
  element.replace('[x]', `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`)

const namesOf = ({ name, kinds }: ElementSpec): readonly string[] => kinds.map(({ type }) => nameOf(name, type))

function propertiesOf(element: ElementSpec): readonly (readonly [string, z.ZodType])[] {
  const optional = !element.required || element.name.endsWith('[x]')
  return element.kinds.flatMap((kind) => {
    const name = nameOf(element.name, kind.type)
    const one = kindShape(kind)
    const shape = element.many ? z.array(one).min(1) : one
    const property = [name, optional ? shape.optional() : shape] as const
    if (primitives[kind.type] === undefined) return [property]
    // Where a primitive's own id and extensions are.
    const beside = z.lazy(() => shapeOf('Element'))
    return [property, [`_${name}`, (element.many ? z.array(beside.nullable()) : beside).optional()] as const]
  })
}

function checkChoice(choice: ElementSpec, value: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  const given = namesOf(choice).filter((name) => value[name] !== undefined || value[`_${name}`] !== undefined)
  if (given.length > 1) {
    context.addIssue({ code: 'custom', message: 'Only one of these may be given', path: [given[1] ?? choice.name] })
  }
  if (choice.required && given.length === 0) {
    context.addIssue({ code: 'custom', message: 'Required', path: [choice.name] })
  }
}

function kindShape({ type, allowed }: Kind): z.ZodType {
  const primitive = primitives[type]
  if (primitive !== undefined) return allowed.length === 0 ? primitive : z.enum(allowed)
  if (type === 'Resource') return containedShape
  const shape = z.lazy(() => shapeOf(type))
  if (allowed.length === 0) return shape
  if (type === 'Reference') return shape.superRefine((value, context) => checkTarget(value, allowed, context))
  return shape.superRefine((value, context) => checkCode(value, allowed, context))
}

const containedShape: z.ZodType = z.unknown().superRefine((value, context) => {
  const named = z.looseObject({ resourceType: z.string() }).safeParse(value)
  if (!named.success) {
    context.addIssue({ code: 'custom', message: 'Not a resource' })
    return
  }
  const { resourceType } = named.data
  if (elementsOf(resourceType) === null || resourceType.includes('.')) return
  const read = shapeOf(resourceType).safeParse(value)
  for (const issue of read.error?.issues ?? []) {
    context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] })
  }
})

const Reference = z.looseObject({ reference: z.string().optional(), type: z.string().optional() })
const literal = /^(?:https?:\/\/\S+\/)?([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/

function checkTarget(value: unknown, allowed: readonly string[], context: z.RefinementCtx): void {
  const { reference, type } = Reference.parse(value)
  const [, target] = literal.exec(reference ?? '') ?? []
  const isOther = reference === undefined || /^(?:#|urn:|https?:)/.test(reference)
  if (target === undefined ? !isOther : !allowed.includes(target)) {
    context.addIssue({ code: 'custom', message: `Must point at ${allowed.join(' or ')}`, path: ['reference'] })
  }
  if (type !== undefined && !allowed.includes(type)) {
    context.addIssue({ code: 'custom', message: `Must be ${allowed.join(' or ')}`, path: ['type'] })
  }
}

const Coding = z.looseObject({ system: z.string().optional(), code: z.string().optional() })
const Coded = Coding.extend({ coding: z.array(Coding).optional() })

/** A required binding: one of the codings must be of the value set. */
function checkCode(value: unknown, allowed: readonly string[], context: z.RefinementCtx): void {
  const { coding, ...own } = Coded.parse(value)
  const codes = (coding ?? [own]).map(({ code, system }) => `${code}@${system}`)
  if (codes.some((one) => allowed.includes(one))) return
  const text = allowed.map((one) => one.replace(/@.*$/, '')).join(', ')
  context.addIssue({ code: 'custom', message: `Must be one of ${text}`, path: coding === undefined ? [] : ['coding'] })
}
