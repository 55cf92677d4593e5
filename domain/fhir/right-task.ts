import { z } from 'zod'

import { CodeableConcept, IdentifierIn, codeIn } from './element.ts'
import { system } from './vocabulary.ts'

/**
 * Who may hand out what is left of an order, as a FHIR Task: there is one for each MedicationRequest, and only who is its
 * owner gives. It is taken, used and returned by updates that name the version they were made from.
 */
export interface RightTask {
  /** The MedicationRequest's id at the server. */
  readonly order: string
  /** The Patient's id at the server. */
  readonly patient: string
  /** The name of the right while one terminal holds it; the last one's when nobody does. */
  readonly right: string | null
  readonly left: number
  readonly owner: { readonly terminal: string; readonly label: string; readonly epoch: number } | null
}

export const rightTaskCode = 'dispensing-right'

export function rightTask({ order, patient, right, left, owner }: RightTask, at: string): object {
  return {
    resourceType: 'Task',
    identifier: [
      { system: system.rightTo, value: order },
      ...(right === null ? [] : [{ system: system.right, value: right }]),
    ],
    status: left === 0 ? 'completed' : owner === null ? 'ready' : 'in-progress',
    intent: 'order',
    code: { coding: [{ system: system.task, code: rightTaskCode }] },
    focus: { reference: `MedicationRequest/${order}` },
    for: { reference: `Patient/${patient}` },
    lastModified: at,
    ...(owner === null
      ? {}
      : {
          owner: {
            type: 'Device',
            identifier: { system: system.terminal, value: owner.terminal },
            display: owner.label,
          },
        }),
    input: [
      { type: typeOf('left'), valueInteger: left },
      ...(owner === null ? [] : [{ type: typeOf('epoch'), valueInteger: owner.epoch }]),
    ],
  }
}

const typeOf = (code: string): object => ({ coding: [{ system: system.task, code }] })

const RightTaskIn = z.looseObject({
  resourceType: z.literal('Task'),
  id: z.string(),
  meta: z.looseObject({ versionId: z.string().optional(), lastUpdated: z.string().optional() }).optional(),
  status: z.string(),
  identifier: z.array(IdentifierIn).min(1),
  code: CodeableConcept,
  for: z.looseObject({ reference: z.string() }).optional(),
  owner: z
    .looseObject({
      identifier: IdentifierIn.optional(),
      display: z.string().optional(),
      reference: z.string().optional(),
    })
    .optional(),
  input: z.array(z.looseObject({ type: CodeableConcept, valueInteger: z.int().min(0).optional() })).default([]),
})

const over: ReadonlySet<string> = new Set(['completed', 'cancelled', 'rejected', 'failed', 'entered-in-error'])

/** Reads a Task as such a right; null for any other. One that is over leaves nothing. */
export function rightOfTask(resource: unknown): (RightTask & { readonly id: string; readonly version: string }) | null {
  const read = RightTaskIn.safeParse(resource)
  if (!read.success) return null
  const { id, meta, status, identifier, code, owner, input } = read.data
  if (codeIn(code, system.task) !== rightTaskCode) return null
  const named = (inSystem: string) => identifier.find((one) => one.system === inSystem)?.value ?? null
  const order = named(system.rightTo)
  if (order === null) return null
  const said = (name: string) => input.find(({ type }) => codeIn(type, system.task) === name)?.valueInteger
  const left = over.has(status) ? 0 : (said('left') ?? 0)
  return {
    id,
    version: meta?.versionId ?? '',
    order,
    patient: read.data.for?.reference.replace(/^.*Patient\//, '') ?? '',
    right: named(system.right),
    left,
    // Somebody else's way to own it holds as well.
    owner:
      owner === undefined
        ? null
        : {
            terminal: owner.identifier?.value ?? owner.reference ?? '',
            label: owner.display ?? '',
            epoch: said('epoch') ?? 1,
          },
  }
}
